import { pairs } from "../cases/cases.ts";
import { type CheckableLaw, defineLaw } from "../define-law.ts";
import { bentDown } from "./midpoint.ts";

/**
 * P((v + w)/2) ≤ P(v)/2 + P(w)/2 + ρ/8 ‖v − w‖²: P + ρ/2 ‖·‖² is convex for the declared ρ.
 *
 * Scope: penalties with ρ > 0 that is finite. Catches a ρ that is too small.
 */
export const valueIsWeaklyConvex: CheckableLaw = defineLaw({
  name: "value is as weakly convex as declared",
  outside({ penalty }) {
    const { convex, weakConvexity } = penalty.traits;
    if (convex) return "it is declared convex";
    return weakConvexity < Number.POSITIVE_INFINITY ? undefined : "its weakConvexity is Infinity";
  },
  cases: pairs,
  contradiction(subject, pair) {
    const rho = subject.penalty.traits.weakConvexity;
    return bentDown(subject, pair, rho, `P + ρ/2 ‖·‖² is not convex for the declared ρ = ${rho}`);
  },
});
