import { ArgumentError, norm } from "@proxkit/core";
import { checkNonNegative, checkPositive } from "../checks.ts";
import { type FeasibleDelta, feasibleDelta } from "./feasible-delta.ts";
import type { RvsmEvidence } from "./rvsm-evidence.ts";
import { readTruth } from "./truth.ts";

/** Evidence, checked, and what all checks derive from it. */
export interface RvsmCase extends RvsmEvidence {
  /** λ/β. */
  readonly t: number;
  /** w*, or undefined. */
  readonly truth: Float64Array | undefined;
  /** c = ‖w*‖; 1, as in the paper, where it is not known. */
  readonly size: number;
  /** All δ with β ≤ c δ sin δ/(kπ): null where there is none, undefined where k is not known. */
  readonly feasible: FeasibleDelta | null | undefined;
}

/** @throws ArgumentError if λ, β, δ, d or k is out of range, or a vector has another length than d */
export function readCase(evidence: RvsmEvidence): RvsmCase {
  const caller = "certifyRvsm";
  const { lambda, beta, dimension, patches, limit, wStar, delta } = evidence;
  checkNonNegative(caller, "lambda", lambda);
  checkPositive(caller, "beta", beta);
  for (const [argument, count] of [
    ["dimension", dimension],
    ["patches", patches ?? 1],
  ] as const)
    if (!(Number.isSafeInteger(count) && count >= 1))
      throw new ArgumentError({
        caller,
        argument,
        expected: "be a positive whole number",
        received: count,
      });
  for (const argument of ["w", "u", "gradient"] as const) {
    const length = limit?.[argument]?.length ?? dimension;
    if (length !== dimension)
      throw new ArgumentError({
        caller,
        argument: `limit.${argument}`,
        expected: `have length ${dimension}`,
        received: length,
      });
  }
  if (delta !== undefined && !(delta > 0 && delta < Math.PI))
    throw new ArgumentError({
      caller,
      argument: "delta",
      expected: "be an angle between 0 and π",
      received: delta,
    });
  const truth = wStar && readTruth(caller, wStar, dimension);
  const size = truth ? norm(truth) : 1;
  const feasible =
    patches === undefined ? undefined : feasibleDelta((patches * Math.PI * beta) / size);
  return { ...evidence, t: lambda / beta, truth, size, feasible };
}
