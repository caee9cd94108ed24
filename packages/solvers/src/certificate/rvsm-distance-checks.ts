import { distance } from "../vectors.ts";
import { show } from "./compare.ts";
import { largestDisplacement } from "./largest-displacement.ts";
import { firstOf, reasons } from "./reasons.ts";
import type { TruthAtLimit } from "./rvsm-at-limit.ts";
import type { RvsmCase } from "./rvsm-case.ts";
import type { TruthCheck } from "./truth-check.ts";

/** Eq. (13) and (14): how far w and u are from the direction of w*. */
export function distanceChecks(run: RvsmCase, at: TruthAtLimit | undefined): TruthCheck[] {
  const { beta, dimension: d, penalty, t, size: c, normalize } = run;
  const direction = at?.truth.map((x) => x / c);
  const sine = at && at.gamma !== null ? Math.sin(at.gamma) : undefined;
  const bound = at && sine !== undefined ? (4 * at.patches * beta * sine) / c : undefined;
  const reach = at ? Math.max(...at.w.map(Math.abs)) : 0;
  const D = at ? largestDisplacement(penalty, t, reach) : null;
  const wOff = at && direction && distance(direction, at.w);
  const uOff = at && direction && distance(direction, at.u);
  const tolerance = at ? (2 * at.kappa * at.slackness) / c + 2 ** -48 : 0;
  const unless = firstOf(
    !normalize && reasons.notNormalized,
    at?.gamma === null && "u is 0, and γ, its angle with w, is not defined",
  );
  const gamma = `γ = ${show(at?.gamma ?? 0)}`;
  const add = (move: number | null) =>
    bound === undefined || move === null ? null : bound + move * Math.sqrt(d);
  return [
    {
      name: "eq. (13)",
      claim: "‖w*/‖w*‖ − w‖ ≤ 4kβ sin γ/‖w*‖",
      left: wOff,
      relation: "≤",
      right: bound,
      tolerance,
      words: gamma,
      unless,
    },
    {
      name: "eq. (14)",
      claim: "‖w*/‖w*‖ − u‖ ≤ 4kβ sin γ/‖w*‖ + (λ/β)√d",
      left: uOff,
      relation: "≤",
      right: add(t),
      tolerance,
      words: gamma,
      unless: firstOf(
        unless,
        penalty.name !== "l1" && "it is stated for the l1 penalty, whose prox moves by λ/β at most",
      ),
    },
    {
      name: "eq. (14), with the prox's own displacement",
      claim: "‖w*/‖w*‖ − u‖ ≤ 4kβ sin γ/‖w*‖ + D√d, D the prox's largest displacement",
      left: uOff,
      relation: "≤",
      right: add(D),
      tolerance,
      words: `${gamma}, and D = ${show(D ?? 0)} for entries up to ${show(reach)}`,
      unless: firstOf(unless, at && D === null && "the penalty does not act on each entry alone"),
    },
  ];
}
