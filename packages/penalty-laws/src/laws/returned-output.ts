import { vectorPairs } from "../cases/cases.ts";
import { type CheckableLaw, type Contradiction, defineLaw } from "../define-law.ts";
import { plain } from "../numbers/plain-data.ts";
import { same } from "../numbers/vectors.ts";

/**
 * prox(v, t, out) returns `out`; without `out` each call returns an array of its own.
 *
 * Scope: every penalty. Catches a forgotten return, `out` left empty, and an internal buffer that is handed
 * out twice.
 */
export const returnedOutput: CheckableLaw = defineLaw({
  name: "prox returns out, or a new array",
  cases: vectorPairs,
  contradiction({ penalty }, { v, w, t }): Contradiction | undefined {
    const out = new Float64Array(v.length);
    if (penalty.prox(v.slice(), t, out) !== out)
      return { claim: "prox(v, t, out) does not return out", numbers: {} };
    const given = v.slice();
    const first = penalty.prox(given, t);
    const kept = first.slice();
    const second = penalty.prox(w.slice(), t);
    if (first === given) return { claim: "prox(v, t) returns v itself", numbers: {} };
    if (first.buffer !== second.buffer && same(first, kept)) return undefined;
    return {
      claim: "a second call of prox writes over the result of the first",
      numbers: { first: plain(kept), firstAfterwards: plain(first) },
    };
  },
});
