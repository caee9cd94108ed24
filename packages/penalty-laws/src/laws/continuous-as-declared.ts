import fc from "fast-check";
import { pairs } from "../cases/cases.ts";
import { type CheckableLaw, defineLaw } from "../define-law.ts";
import { plain } from "../numbers/plain-data.ts";
import { HALF_OF_DIGITS } from "../numbers/rounding.ts";
import { minus, norm } from "../numbers/vectors.ts";

/**
 * While t·ρ < 1, ‖prox(w, t) − prox(v, t)‖ ≤ ‖w − v‖/(1 − tρ): no jump, and no steeper slope.
 *
 * Scope: penalties whose ρ is finite; every t if it is 0. Catches a ρ that is too small, and a prox that
 * jumps where it should not.
 */
export const continuousAsDeclared: CheckableLaw = defineLaw({
  name: "prox is as continuous as weakConvexity says",
  outside: ({ penalty }) =>
    penalty.traits.weakConvexity < Number.POSITIVE_INFINITY
      ? undefined
      : "its weakConvexity is Infinity: it may jump at every t",
  cases(subject) {
    const rho = subject.penalty.traits.weakConvexity;
    if (!(rho > 0)) return pairs(subject);
    const shares = fc.constantFrom(0.5, 0.1, 0.9, 0.99, 1e-3);
    return pairs(
      subject,
      shares.map((share) => share / rho),
    );
  },
  contradiction(subject, { v, w, t }) {
    const slope = 1 / (1 - t * subject.penalty.traits.weakConvexity);
    const [p, q] = [subject.prox(v, t), subject.prox(w, t)];
    const [distance, moved] = [norm(minus(q, p)), norm(minus(w, v))];
    const atMost = slope * moved;
    if (distance <= atMost + HALF_OF_DIGITS * slope * (norm(v) + norm(w))) return undefined;
    return {
      claim: "the prox moves more than ‖w − v‖/(1 − tρ)",
      numbers: { proxOfV: plain(p), proxOfW: plain(q), distance, atMost },
    };
  },
});
