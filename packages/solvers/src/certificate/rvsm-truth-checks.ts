import { angle, norm } from "@proxkit/core";
import type { Check } from "./check.ts";
import { compare, show } from "./compare.ts";
import { firstOf, notConverged, notThePapersLoss, reasons } from "./reasons.ts";
import { type RvsmAtLimit, type TruthAtLimit, truthAtLimit } from "./rvsm-at-limit.ts";
import type { RvsmCase } from "./rvsm-case.ts";
import { constantChecks } from "./rvsm-constant-checks.ts";
import { distanceChecks } from "./rvsm-distance-checks.ts";
import type { TruthCheck } from "./truth-check.ts";

/** What Theorem 1 says of the limit and w*: eq. (12) to (19). */
export function rvsmTruthChecks(run: RvsmCase, at: RvsmAtLimit | undefined): Check[] {
  const known = at && truthAtLimit(run, at);
  const unless = firstOf(
    run.limit && notConverged(run.limit.outcome),
    !at && reasons.noLimit,
    !run.truth && reasons.noTruth,
    run.patches === undefined && reasons.noPatches,
    notThePapersLoss(run.lossKind),
    at && !known && "w is 0 or not finite, and has no direction",
    known?.theta === Math.PI && "w points away from w*, where eq. (12) divides by 0",
  );
  return [
    ...angleChecks(run, known),
    ...constantChecks(run, known),
    ...distanceChecks(run, known),
    coplanar(run, known),
    balance(run, known),
  ].map((check) => compare({ ...check, part: "limit", unless: unless ?? check.unless }));
}

function angleChecks({ delta, feasible }: RvsmCase, at: TruthAtLimit | undefined): TruthCheck[] {
  const least = delta ?? feasible?.smallest;
  const left = at?.theta;
  const none = feasible === null && "no δ satisfies the condition on β";
  const words = `θ = ${show(left ?? 0)}`;
  return [
    {
      name: "Theorem 1: θ",
      claim: "θ(w, w*) < δ",
      left,
      relation: "<",
      right: least,
      words: `${words}, and ${delta === undefined ? "the smallest δ that β allows" : "the given δ"} is ${show(least ?? 0)}`,
      unless: firstOf(delta === undefined && none),
    },
    {
      name: "Theorem 1: θ, as its proof has it",
      claim: "θ(w, w*) < π − δ₂, where δ₂ sin δ₂ = kπβ/‖w*‖ and δ₂ > π/2",
      left,
      relation: "<",
      right: feasible?.complement,
      words: `${words}, and eq. (17) with ‖u‖ sin γ < 1 gives ${show(feasible?.complement ?? 0)}, which is sharper than δ`,
      unless: firstOf(none),
    },
  ];
}

/** w lies between u and w*, in their plane: what makes c₂w* + βu parallel to w. */
function coplanar({ beta }: RvsmCase, at: TruthAtLimit | undefined): TruthCheck {
  const tolerance = at ? (2 * at.slackness) / (beta * at.uNorm) + 2 ** -48 : 0;
  return {
    name: "eq. (16)",
    claim: "θ(u, w) + θ(w, w*) = θ(u, w*): one plane, with w between",
    left: at && at.gamma !== null ? at.gamma + at.theta : null,
    relation: "=",
    right: at && at.gamma !== null ? angle(at.u, at.truth) : null,
    tolerance,
    words: `asked for to ${show(tolerance)}, twice what the limit's residual turns u by`,
    unless: firstOf(at?.gamma === null && "u is 0, and has no direction"),
  };
}

/** The parts of w* and u across w cancel. */
function balance({ beta }: RvsmCase, at: TruthAtLimit | undefined): TruthCheck {
  const left = at && norm(at.truthAcross) / at.kappa;
  const right = at && beta * norm(at.uAcross);
  const tolerance = at?.slackness ?? 0;
  const ratio = left && right ? `left/right = ${show(left / right, 6)}, and ` : "";
  return {
    name: "eq. (17)",
    claim: "(π − θ)/(kπ) ‖w*‖ sin θ = β‖u‖ sin γ",
    left,
    relation: "=",
    right,
    tolerance,
    words: `${ratio}they differ by ${show(Math.abs((left ?? 0) - (right ?? 0)))}, asked for to ${show(tolerance)}`,
  };
}
