import { vectorCases } from "../cases/cases.ts";
import { criticalCorner } from "../cases/critical-corner.ts";
import { type CheckableLaw, type Contradiction, defineLaw } from "../define-law.ts";
import { plain } from "../numbers/plain-data.ts";

/**
 * For finite v and t > 0 the prox is finite, and P is finite there.
 *
 * Scope: every penalty. Catches an acos or a root of a number that rounding has pushed out of its range (TL1
 * as printed, at its critical t), 0/0 in a group of zeros, overflow, and a projection that misses its set.
 */
export const proxInDomain: CheckableLaw = defineLaw({
  name: "prox of numbers is numbers, where the value is finite",
  always: criticalCorner,
  cases: vectorCases,
  contradiction(subject, { v, t }): Contradiction | undefined {
    const p = subject.prox(v, t);
    if (!p.every(Number.isFinite))
      return { claim: "the prox is not finite", numbers: { prox: plain(p) } };
    const value = subject.value(p);
    if (value < Number.POSITIVE_INFINITY) return undefined;
    return { claim: "the value at the prox is not finite", numbers: { prox: plain(p), value } };
  },
});
