import { cases } from "../cases/cases.ts";
import { type CheckableLaw, defineLaw } from "../define-law.ts";
import { objective } from "../numbers/objective.ts";
import { plain } from "../numbers/plain-data.ts";
import { HALF_OF_DIGITS, objectiveRounding, ULP } from "../numbers/rounding.ts";
import { minus, norm } from "../numbers/vectors.ts";
import { betterPoint } from "../search/better-point.ts";

/**
 * No candidate u has a smaller t·P(u) + ½ ‖u − v‖² than the prox has.
 *
 * Objective values are compared, never minimisers: of two that tie, or lie on a flat bottom, either may come.
 * Scope: every penalty. Catches a wrong threshold (l0 cut at t instead of √(2t)), a formula used beyond its
 * range (MCP and SCAD for large t, the wrong branch of TL1), lost digits (float32).
 */
export const globalMinimiser: CheckableLaw = defineLaw({
  name: "prox is a global minimiser",
  cases,
  contradiction(subject, { v, t }) {
    const p = subject.prox(v, t);
    const claimed = objective(subject, p, v, t);
    const better = betterPoint(subject, p, v, t);
    const slack = objectiveRounding(subject, v, t, 2 * better.objective);
    const gain = claimed - better.objective - slack;
    if (gain <= 0) return undefined;
    // At the edge of a domain the objective is steep, and p, beside the best, may be ulps off that edge.
    const near = norm(minus(better.u, p)) <= HALF_OF_DIGITS * norm(v);
    if (near && gain <= 16 * ULP * norm(v) * norm(minus(v, p))) return undefined;
    return {
      claim: "another point has a smaller t·P(u) + ½ ‖u − v‖²",
      numbers: {
        prox: plain(p),
        objective: claimed,
        betterPoint: plain(better.u),
        betterObjective: better.objective,
      },
    };
  },
});
