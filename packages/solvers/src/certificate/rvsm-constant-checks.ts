import { dot, norm } from "@proxkit/core";
import { show } from "./compare.ts";
import { largestDisplacement } from "./largest-displacement.ts";
import { orthogonalPart } from "./orthogonal-part.ts";
import { firstOf } from "./reasons.ts";
import type { TruthAtLimit } from "./rvsm-at-limit.ts";
import type { RvsmCase } from "./rvsm-case.ts";
import type { TruthCheck } from "./truth-check.ts";

/** Eq. (12) and (19): w* − kπ/(π − θ) β(w − u) = Cw, and what C is. */
export function constantChecks(run: RvsmCase, at: TruthAtLimit | undefined): TruthCheck[] {
  const { beta, lambda, dimension: d, penalty, size: c } = run;
  const v = at?.truth.map((x, i) => x - at.kappa * beta * (at.w[i] - at.u[i]));
  const off = at && v && norm(orthogonalPart(v, at.w)) / norm(v);
  const offBy = at && v ? (at.kappa * at.slackness) / norm(v) : 0;
  const C = at && v && dot(v, at.w) / at.wNorm ** 2;
  const shown = `C = ${show(C ?? 0, 6)}`;
  const room = 1 - (2 * (at?.patches ?? 0) * lambda * Math.sqrt(d)) / c;
  return [
    {
      name: "eq. (12), (19)",
      claim: "w* − kπ/(π − θ) β(w − u) is parallel to w: the sine of their angle is 0",
      left: off,
      relation: "=",
      right: 0,
      tolerance: offBy,
      words: `the sine is ${show(off ?? 0)}, asked for to ${show(offBy)}, which the limit's residual explains`,
    },
    { name: "eq. (12): C > 0", claim: "0 < C", left: 0, relation: "<", right: C, words: shown },
    {
      name: "eq. (12): C",
      claim: "C/‖w*‖ ≤ 1/(1 − 2kλ√d/‖w*‖)",
      left: C && C / c,
      relation: "≤",
      right: room > 0 ? 1 / room : null,
      tolerance: 2 ** -48 + offBy,
      words: `${shown}; printed for l1`,
      unless: firstOf(
        !(room > 0) && "it needs 2kλ√d < ‖w*‖",
        penalty.name !== "l1" && "it is stated for the l1 penalty",
      ),
    },
    asProved(run, at, C),
  ];
}

/** What the triangle inequality gives: C‖w‖ is ‖v‖, and v is w* moved by κβ(w − u). */
function asProved(
  { penalty, t, beta, dimension, size: c }: RvsmCase,
  at: TruthAtLimit | undefined,
  C: number | undefined,
): TruthCheck {
  const reach = at ? Math.max(...at.w.map(Math.abs)) : 0;
  const D = at ? largestDisplacement(penalty, t, reach) : null;
  const left = at && C !== undefined ? Math.abs(C * at.wNorm - c) : null;
  const right = at && D !== null ? at.kappa * beta * D * Math.sqrt(dimension) : null;
  const tolerance = at ? at.kappa * at.slackness + 2 ** -48 * c : 0;
  return {
    name: "eq. (19): C, as its proof has it",
    claim: "|C‖w‖ − ‖w*‖| ≤ kπ/(π − θ) βD√d, D the prox's largest displacement",
    left,
    relation: "≤",
    right,
    tolerance,
    words: `C = ${show(C ?? 0, 6)} and D = ${show(D ?? 0)}`,
    unless: firstOf(at && D === null && "the penalty does not act on each entry alone"),
  };
}
