import { oneEntry } from "../cases/one-entry.ts";
import { type CheckableLaw, defineLaw } from "../define-law.ts";
import { plain } from "../numbers/plain-data.ts";
import { replaced } from "../numbers/vectors.ts";

const special = [0, -0, 5e-324, -1e-310, 1e-300, Number.MAX_VALUE, Number.NEGATIVE_INFINITY];

/**
 * prox(v, 0) = v, to the bit.
 *
 * Scope: every penalty, at points where its value is finite; the sign of a zero only where it is even.
 * Catches float32 arithmetic, a threshold of 0 that turns -0 into 0, and Infinity − Infinity.
 */
export const zeroStep: CheckableLaw = defineLaw({
  name: "t = 0 is the identity",
  cases: oneEntry,
  contradiction(subject, { v, i }) {
    const points = [v, ...special.map((x) => replaced(v, i, x))];
    for (const x of points) {
      if (!(subject.value(x) < Number.POSITIVE_INFINITY)) continue;
      const p = subject.prox(x, 0);
      const equal = (pi: number, j: number) => (subject.even ? Object.is(pi, x[j]) : pi === x[j]);
      if (!p.every(equal))
        return { claim: "prox(v, 0) is not v", numbers: { proxOf: plain(x), prox: plain(p) } };
    }
    return undefined;
  },
});
