import { thresholdOf } from "../cases/threshold-of.ts";
import { type CheckableLaw, defineLaw } from "../define-law.ts";
import { replaced } from "../numbers/vectors.ts";
import { findJump } from "../search/find-jump.ts";

/**
 * Where t·ρ > 1 the prox jumps somewhere: ρ is the smallest that makes P + ρ/2 ‖·‖² convex. Looked for at
 * tρ = 1.5, or if ρ is Infinity at t = 1, 1e-3 and 1e-6, times the largest parameter where that is above 1.
 *
 * Scope: separable penalties with ρ > 0. Catches a ρ that is too large by half, and Infinity or
 * `convex: false` declared to be on the safe side: a solver would take steps that are needlessly small. A
 * jump of less than a billionth of |v|, or at an |v| outside 1e-9 to 1e9, is not seen.
 */
export const jumpsAsDeclared: CheckableLaw = defineLaw<{ readonly t: number }>({
  name: "prox jumps beyond the declared weakConvexity",
  outside({ penalty }) {
    const { separable, weakConvexity } = penalty.traits;
    if (!(weakConvexity > 0)) return "it is declared convex";
    return separable ? undefined : "it is not separable";
  },
  always({ penalty, landmarks }) {
    const rho = penalty.traits.weakConvexity;
    if (rho < Number.POSITIVE_INFINITY) return [{ t: 1.5 / rho }];
    const size = Math.max(1, ...landmarks);
    return [1, 1e-3, 1e-6].map((t) => ({ t: t * size }));
  },
  contradiction(subject, { t }) {
    const { lengths, penalty } = subject;
    const zero = new Float64Array(lengths.sizes[0]);
    const landmarks = [...subject.landmarks, thresholdOf(subject, t)].filter((x) => x > 0);
    for (let i = 0; i < Math.min(zero.length, 8); i++) {
      const along = (v: number) => subject.prox(replaced(zero, i, v), t)[i];
      if (findJump(along, landmarks) !== undefined) return undefined;
    }
    return {
      claim: "no jump was found, so that a smaller weakConvexity would do",
      numbers: { weakConvexity: penalty.traits.weakConvexity },
    };
  },
});
