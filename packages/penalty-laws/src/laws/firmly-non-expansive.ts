import { pairs } from "../cases/cases.ts";
import { type CheckableLaw, defineLaw } from "../define-law.ts";
import { plain } from "../numbers/plain-data.ts";
import { HALF_OF_DIGITS } from "../numbers/rounding.ts";
import { dot, minus, norm } from "../numbers/vectors.ts";

/**
 * ‖q − p‖² ≤ ⟨q − p, w − v⟩ for p = prox(v, t) and q = prox(w, t).
 *
 * Scope: penalties that are declared convex. Catches over-relaxation, and a prox that jumps or grows faster
 * than its argument.
 */
export const firmlyNonExpansive: CheckableLaw = defineLaw({
  name: "prox is firmly non-expansive",
  outside: ({ penalty }) => (penalty.traits.convex ? undefined : "it is not declared convex"),
  cases: pairs,
  contradiction(subject, { v, w, t }) {
    const [p, q] = [subject.prox(v, t), subject.prox(w, t)];
    const [step, move] = [minus(q, p), minus(w, v)];
    const [squared, product] = [dot(step, step), dot(step, move)];
    const slack = HALF_OF_DIGITS * (norm(v) + norm(w)) * (norm(step) + norm(move));
    if (squared <= product + slack) return undefined;
    return {
      claim: "‖q − p‖² is more than ⟨q − p, w − v⟩",
      numbers: { p: plain(p), q: plain(q), squaredDistance: squared, product },
    };
  },
});
