import { oneEntry } from "../cases/one-entry.ts";
import { type CheckableLaw, type Contradiction, defineLaw } from "../define-law.ts";
import { plain } from "../numbers/plain-data.ts";
import { objectiveRounding } from "../numbers/rounding.ts";
import { replaced } from "../numbers/vectors.ts";
import type { Subject } from "../subject/subject.ts";

/**
 * An infinite entry has a prox that is not NaN, and at least as far out as that of 1e6; its value is not NaN.
 * At t = Infinity the prox of numbers is a minimiser of P.
 *
 * Scope: every penalty. Catches ∞/∞ and ∞ − ∞.
 */
export const infinities: CheckableLaw = defineLaw({
  name: "infinities are defined",
  cases: oneEntry,
  contradiction(subject, { v, t, i }) {
    for (const sign of [1, -1]) {
      const far = subject.prox(replaced(v, i, sign * 1e6), t);
      const given = replaced(v, i, sign * Number.POSITIVE_INFINITY);
      const p = subject.prox(given, t);
      if (!(sign * p[i] >= sign * far[i]) || p.some(Number.isNaN))
        return {
          claim: `where v is ${given[i]} at index ${i}, the prox is NaN, or nearer than that of 1e6`,
          numbers: { prox: plain(p), proxAt1e6: plain(far) },
        };
      const value = subject.value(replaced(subject.prox(v, t), i, given[i]));
      if (Number.isNaN(value))
        return {
          claim: `the value is NaN where prox(v, t) has ${given[i]} put in at index ${i}`,
          numbers: { value },
        };
    }
    return atInfiniteStep(subject, v);
  },
});

function atInfiniteStep(subject: Subject, v: Float64Array): Contradiction | undefined {
  const p = subject.prox(v, Number.POSITIVE_INFINITY);
  const value = subject.value(p);
  const others = [v, new Float64Array(v.length), subject.prox(v, 1e6)];
  const least = Math.min(...others.map((u) => subject.value(u)));
  if (value <= least + objectiveRounding(subject, new Float64Array(1), 1, least)) return undefined;
  return {
    claim: "at t = Infinity the prox does not minimise P",
    numbers: { prox: plain(p), value, smallerValue: least },
  };
}
