import { norm } from "@proxkit/core";
import type { Check } from "./check.ts";
import { compare, show } from "./compare.ts";
import { orthogonalPart } from "./orthogonal-part.ts";
import { firstOf, notConverged, reasons } from "./reasons.ts";
import type { RvsmAtLimit } from "./rvsm-at-limit.ts";
import type { RvsmCase } from "./rvsm-case.ts";

/** What is true of a limit of RVSM, whatever the loss and the truth. */
export function rvsmLimitChecks(run: RvsmCase, at: RvsmAtLimit | undefined): Check[] {
  const unless = firstOf(run.limit && notConverged(run.limit.outcome), !at && reasons.noLimit);
  return [proxOfLimit(at, unless), critical(run, at, unless)];
}

/** How steep the prox may be at w, in residuals: w moved by one after u was taken. */
const STEEP = 100;

function proxOfLimit(at: RvsmAtLimit | undefined, unless: string | undefined): Check {
  const tolerance = at ? STEEP * at.residual + 1e-12 * at.wNorm : 0;
  return compare({
    part: "limit",
    name: "Algorithm 1: u",
    claim: "u = prox(w, λ/β)",
    left: at?.offProx,
    relation: "=",
    right: 0,
    tolerance,
    words: `the run's u is ${show(at?.offProx ?? 0)} from the prox of its w, asked for to ${show(tolerance)}, ${STEEP} residuals`,
    unless,
  });
}

/** w is at rest: ∇f(w) + β(w − u) is 0, or, where w is scaled to unit norm, points along w. */
function critical(run: RvsmCase, at: RvsmAtLimit | undefined, unless: string | undefined): Check {
  const { beta, normalize, lossKind } = run;
  let left: number | null = null;
  if (at?.gradient) {
    const { gradient, w, u } = at;
    const whole = gradient.map((g, i) => g + beta * (w[i] - u[i]));
    left = norm(normalize ? orthogonalPart(whole, w) : whole);
  }
  const tolerance = at?.slackness ?? 0;
  const onKink =
    lossKind === "sample" &&
    left !== null &&
    left > tolerance &&
    "a network's loss on data has kinks, and w may rest on one, where no gradient is 0";
  return compare({
    part: "limit",
    name: "Theorem 1: critical point",
    claim: normalize ? "∇f(w) + β(w − u) is parallel to w" : "∇f(w) + β(w − u) = 0",
    left,
    relation: "=",
    right: 0,
    tolerance,
    words: `what is left of it${normalize ? ", across w," : ""} has norm ${show(left ?? 0)}, asked for to ${show(tolerance)}, 4 residuals and rounding`,
    unless: firstOf(unless, at && !at.gradient && reasons.noGradient, onKink),
  });
}
