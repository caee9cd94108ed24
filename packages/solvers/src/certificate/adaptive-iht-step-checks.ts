import { norm } from "@proxkit/core";
import type { AdaptiveIhtEvidence } from "./adaptive-iht-evidence.ts";
import type { SupportChange } from "./adaptive-iht-steps.ts";
import type { Check } from "./check.ts";
import { compare, show } from "./compare.ts";
import { normKeepingRadius } from "./norm-keeping-radius.ts";
import { firstOf, notThePapersLoss, reasons } from "./reasons.ts";

/** What Lemma 5.4.1 and the proof of Theorem 2 say of each step. */
export function adaptiveIhtStepChecks(
  evidence: AdaptiveIhtEvidence,
  truth: Float64Array | undefined,
): Check[] {
  const { steps, lossKind } = evidence;
  const unless = firstOf(
    !steps && reasons.noSteps,
    !truth && reasons.noTruth,
    notThePapersLoss(lossKind),
  );
  return [
    exchanges(evidence, truth, unless),
    angleFalls(evidence, unless),
    normGrows(evidence, truth, unless),
  ];
}

/** The support's history, and that only entries of Γ* come in. */
function exchanges(
  { steps }: AdaptiveIhtEvidence,
  truth: Float64Array | undefined,
  unless: string | undefined,
): Check {
  const strangers = steps?.changes.flatMap(({ entered }) => entered.filter((i) => !truth?.[i]));
  const history = steps?.changes.map(shown).join("; ") || "the support never changed";
  return compare({
    part: "step",
    name: "Theorem 2: the support's history",
    claim: "what enters the support is in Γ*: strangers = 0",
    left: strangers && truth ? strangers.length : null,
    relation: "=",
    right: 0,
    words: `H_s was applied in ${steps?.thresholded} of ${steps?.count} steps: ${history}`,
    unless,
  });
}

const LISTED = 5;

function shown({ iteration, entered, left }: SupportChange): string {
  const list = (all: readonly number[]) =>
    all.length <= LISTED
      ? all.join(", ") || "none"
      : `${all.slice(0, LISTED).join(", ")} and ${all.length - LISTED} more`;
  return `step ${iteration}: in ${list(entered)}, out ${list(left)}`;
}

function angleFalls({ steps }: AdaptiveIhtEvidence, unless: string | undefined): Check {
  const worst = steps?.worstAngle;
  return compare({
    part: "step",
    name: "Lemma 5.4.1: angle",
    claim: "θ(wᵗ⁺¹, w*) ≤ θ(wᵗ, w*) where H_s was not applied",
    left: worst?.excess,
    relation: "≤",
    right: 0,
    tolerance: 2 ** -48,
    words: `the angle's largest change in such a step was ${show(worst?.excess ?? 0)}; up to ${show(2 ** -48)} is rounding`,
    unless,
  });
}

function normGrows(
  { steps, patches }: AdaptiveIhtEvidence,
  truth: Float64Array | undefined,
  unless: string | undefined,
): Check {
  const worst = steps?.worstNorm;
  const { excess = 0, norm: size = 0, iteration = 0 } = worst ?? {};
  const rounding = 2 ** -50 * size;
  let words = "the norm never fell in such a step";
  if (excess > rounding) {
    words = `in step ${iteration} the norm fell by ${show(excess)} from ${show(size)}`;
    if (truth && patches !== undefined && worst?.angle != null)
      words += `: the lemma is true up to a norm of ${show(normKeepingRadius(worst.angle, patches) * norm(truth))} there`;
  }
  return compare({
    part: "step",
    name: "Lemma 5.4.1: norm",
    claim: "‖wᵗ‖ ≤ ‖wᵗ⁺¹‖ where H_s was not applied",
    left: worst ? excess : null,
    relation: "≤",
    right: 0,
    tolerance: rounding,
    words,
    unless,
  });
}
