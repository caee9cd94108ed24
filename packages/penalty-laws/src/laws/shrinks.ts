import { cases } from "../cases/cases.ts";
import { type CheckableLaw, defineLaw } from "../define-law.ts";
import { plain } from "../numbers/plain-data.ts";
import { ULP } from "../numbers/rounding.ts";
import { dot, norm } from "../numbers/vectors.ts";

/**
 * ‖prox(v, t)‖ ≤ ‖v‖, and ⟨prox(v, t), v⟩ ≥ 0: on a line, the prox lies between 0 and v.
 *
 * Scope: even penalties that never rise on the way to 0. Catches soft thresholding without its clip, which
 * changes the sign of small v, a wrong sign at 0, and a debiasing step that overshoots.
 */
export const shrinks: CheckableLaw = defineLaw({
  name: "prox shrinks",
  outside({ even, starShaped }) {
    if (!even) return "it is not even: P(−w) is not P(w)";
    return starShaped ? undefined : "its value rises somewhere on the way to 0";
  },
  cases,
  contradiction(subject, { v, t }) {
    const p = subject.prox(v, t);
    const [size, limit] = [norm(p), norm(v)];
    const product = dot(p, v);
    const slack = 16 * ULP * limit;
    if (size <= limit + slack && product >= -slack * limit) return undefined;
    return {
      claim: "the prox is not between 0 and v",
      numbers: { prox: plain(p), norm: size, normOfV: limit, product },
    };
  },
});
