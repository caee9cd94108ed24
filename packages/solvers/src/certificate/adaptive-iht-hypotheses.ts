import { supportSize } from "../support.ts";
import type { AdaptiveIhtEvidence } from "./adaptive-iht-evidence.ts";
import type { Check } from "./check.ts";
import { type Comparison, compare, show } from "./compare.ts";
import { firstOf, reasons } from "./reasons.ts";

/** What Theorem 2 and Lemma 5.4.1 assume. */
export function adaptiveIhtHypotheses(
  { sparsity, steps }: AdaptiveIhtEvidence,
  truth: Float64Array | undefined,
): Check[] {
  const start = steps?.start;
  const size = truth && supportSize(truth);
  const unseen = firstOf(
    !steps && reasons.noSteps,
    !start && "the start was not watched",
    !truth && reasons.noTruth,
  );
  const hypotheses: Omit<Comparison, "part">[] = [
    {
      name: "Theorem 2: w⁰ on Γ*",
      claim: "0 < ‖w⁰ restricted to Γ*‖",
      left: 0,
      relation: "<",
      right: start?.normOnSupport,
      words: `of ${start?.support.length} entries of the start, its norm on Γ* is ${show(start?.normOnSupport ?? 0)}`,
      unless: unseen,
    },
    {
      name: "Theorem 2: angle",
      claim: "θ(w⁰ restricted to Γ*, w*) ≠ π",
      left: start?.angleOnSupport,
      relation: "<",
      right: Math.PI,
      tolerance: -(2 ** -50),
      words: `the angle is ${show(start?.angleOnSupport ?? 0)}`,
      unless: firstOf(unseen, start?.normOnSupport === 0 && "w⁰ restricted to Γ* is 0"),
    },
    {
      name: "Algorithm 2: w⁰",
      claim: "‖w⁰‖₀ ≤ s",
      left: start?.support.length,
      relation: "≤",
      right: sparsity,
      words:
        (start?.size ?? 0) > sparsity
          ? `the run began with H_s(w⁰): the largest ${sparsity} of ${start?.size} entries`
          : "the start is s-sparse",
      unless: firstOf(!steps && reasons.noSteps, !start && "the start was not watched"),
    },
    {
      name: "Theorem 2: s",
      claim: "|Γ*| ≤ s",
      left: size,
      relation: "≤",
      right: sparsity,
      words: `the truth has ${size} nonzeros`,
      unless: firstOf(!truth && reasons.noTruth),
    },
    {
      name: "Lemma 5.4.1: η",
      claim: "η < 1",
      left: steps?.largestStepSize,
      relation: "<",
      right: 1,
      words: "the largest step size",
      unless: firstOf(!steps && reasons.noSteps),
    },
  ];
  return hypotheses.map((check) => compare({ ...check, part: "hypothesis" }));
}
