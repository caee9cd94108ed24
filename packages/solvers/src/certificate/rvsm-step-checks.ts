import type { Check } from "./check.ts";
import { compare, show } from "./compare.ts";
import { firstOf, notThePapersLoss, reasons } from "./reasons.ts";
import type { RvsmCase } from "./rvsm-case.ts";
import type { Rise } from "./rvsm-steps.ts";

/** What Theorem 1's proof says of each step. */
export function rvsmStepChecks(run: RvsmCase): Check[] {
  const { steps } = run;
  const prox = descent(run, steps?.largestRiseOfProx, {
    name: "Lemma 5.1.4",
    claim: "L_β(uᵗ⁺¹, wᵗ) ≤ L_β(uᵗ, wᵗ)",
  });
  const gradient = descent(run, steps?.largestRiseOfStep, {
    name: "Lemma 5.1.5",
    claim: "L_β(uᵗ⁺¹, wᵗ⁺¹) ≤ L_β(uᵗ⁺¹, wᵗ)",
  });
  return [prox, gradient, invariant(run)];
}

const KINKS =
  "; a network's loss on data has kinks, where its gradient jumps: backtracking takes shorter steps there";

function descent(
  { steps, lossKind }: RvsmCase,
  worst: Rise | null | undefined,
  lemma: { name: string; claim: string },
): Check {
  const { rise = 0, rounding = 0, iteration = 0 } = worst ?? {};
  const inAll = `in ${steps?.count} steps`;
  let words = `L_β never rose ${inAll}`;
  if (rise > 0)
    words =
      rise <= rounding
        ? `the largest rise of L_β ${inAll} was ${show(rise)}, which is rounding (up to ${show(rounding)})`
        : `in step ${iteration} L_β rose by ${show(rise)}, and rounding explains ${show(rounding)}`;
  if (rise > rounding && lossKind === "sample") words += KINKS;
  return compare({
    part: "step",
    ...lemma,
    left: worst ? rise : null,
    relation: "≤",
    right: 0,
    tolerance: rounding,
    words,
    unless: firstOf(!steps && reasons.noSteps, steps?.count === 0 && "no step was taken"),
  });
}

function invariant({ steps, delta, feasible, lossKind, truth }: RvsmCase): Check {
  const angle = steps?.startAngle;
  const first = angle ?? Number.NaN;
  const bound =
    delta === undefined ? Math.max(first, feasible?.complement ?? Number.NaN) : Math.PI - delta;
  const least = delta ?? feasible?.smallest ?? Number.NaN;
  const outside = first > Math.PI - least && "the start does not satisfy it, as Theorem 1 assumes";
  const largest = Math.max(first, steps?.largestAngle ?? first);
  return compare({
    part: "step",
    name: "Theorem 1: invariant",
    claim: "θ(wᵗ, w*) ≤ π − δ for all t",
    left: angle == null ? null : largest,
    relation: "≤",
    right: Number.isNaN(bound) ? null : bound,
    tolerance: 2 ** -50,
    words: `the largest angle was ${show(largest)}, and δ = ${show(Math.PI - bound)} is the ${delta === undefined ? "largest that the start allows" : "given one"}`,
    unless: firstOf(
      !steps && reasons.noSteps,
      !truth && angle == null && reasons.noTruth,
      notThePapersLoss(lossKind),
      feasible === undefined && delta === undefined && reasons.noPatches,
      feasible === null && delta === undefined && "no δ satisfies the condition on β",
      outside,
    ),
  });
}
