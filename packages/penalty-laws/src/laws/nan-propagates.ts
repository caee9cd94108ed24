import { oneEntry } from "../cases/one-entry.ts";
import { type CheckableLaw, type Contradiction, defineLaw } from "../define-law.ts";
import { plain } from "../numbers/plain-data.ts";
import { replaced } from "../numbers/vectors.ts";

/**
 * Where vᵢ is NaN, prox(v, t)ᵢ is NaN, for t = 0 and t = Infinity too, and P(v) is NaN.
 *
 * P is asked at points of its domain, and on coordinates that it depends on: a weight of 0 may ignore them.
 * Scope: every penalty. Catches `Math.abs(v) > t ? … : 0`, which makes an innocent 0 of a NaN.
 */
export const nanPropagates: CheckableLaw = defineLaw({
  name: "NaN in gives NaN out",
  cases: oneEntry,
  contradiction(subject, { v, t, i }): Contradiction | undefined {
    const given = replaced(v, i, Number.NaN);
    for (const step of [t, 0, Number.POSITIVE_INFINITY]) {
      const p = subject.prox(given, step);
      if (!Number.isNaN(p[i]))
        return {
          claim: `where v is NaN at index ${i}, and t = ${step}, the prox is not`,
          numbers: { prox: plain(p) },
        };
    }
    const p = subject.prox(v, t);
    const value = subject.value(replaced(p, i, Number.NaN));
    const depends = [0, 1, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY].some(
      (x) => subject.value(replaced(p, i, x)) !== subject.value(p),
    );
    if (Number.isNaN(value) || !depends) return undefined;
    return {
      claim: `the value is not NaN where prox(v, t) has a NaN put in at index ${i}`,
      numbers: { prox: plain(p), value },
    };
  },
});
