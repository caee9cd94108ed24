import type { Outcome } from "../contract.ts";
import type { LossKind } from "./rvsm-evidence.ts";

/** Why a check cannot be made, or does not speak of a run. */
export const reasons = {
  noSteps: "the steps were not watched",
  noTruth: "the truth w* is not known",
  noPatches: "the number k of patches is not known",
  noSmoothness: "the loss's smoothness L is not known",
  noLimit: "where the run ended is not known",
  noGradient: "the gradient at the limit is not known",
  notNormalized: "it is stated for runs that scale w to unit norm, which this one did not",
} as const;

/** undefined for the population loss, of which the paper speaks. */
export function notThePapersLoss(kind: LossKind | undefined): string | undefined {
  if (kind === "population") return undefined;
  if (kind === "sample")
    return "it is a statement on the population loss, and this run's loss is of a sample of data";
  return kind === "other"
    ? "it is a statement on the network's population loss, and this run's loss is another"
    : "it is a statement on the population loss, and this run's loss is not known";
}

/** undefined where the run converged. */
export function notConverged(outcome: Outcome): string | undefined {
  if (outcome === "converged") return undefined;
  const ended = {
    maxIterations: "used up its iterations",
    diverged: "diverged",
    aborted: "was stopped",
  }[outcome];
  return `it is a statement on a limit, and the run ${ended} before it reached one`;
}

/** The first that is given. */
export function firstOf(...all: readonly (string | false | undefined)[]): string | undefined {
  return all.find((reason) => typeof reason === "string") || undefined;
}
