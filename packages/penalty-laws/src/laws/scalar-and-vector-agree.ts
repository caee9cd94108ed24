import { vectorCases } from "../cases/cases.ts";
import { type CheckableLaw, type Contradiction, defineLaw } from "../define-law.ts";
import { plain } from "../numbers/plain-data.ts";
import { proxRounding, ULP } from "../numbers/rounding.ts";
import type { Subject } from "../subject/subject.ts";

/** Some pieces of 2, 4, 8 or 16 entries, and an odd number of entries left over. */
const LONG = 37;

/**
 * P(v) = Σᵢ p(vᵢ), and prox(v, t)ᵢ is the scalar prox of vᵢ.
 *
 * Scope: penalties with scalar functions. Catches a fast vector form that differs from the plain scalar one,
 * such as an entry left out at the end, of short vectors or of long ones, which it may take in pieces.
 */
export const scalarAndVectorAgree: CheckableLaw = defineLaw({
  name: "scalar and vector forms agree",
  outside: ({ scalar }) => (scalar ? undefined : "it has no scalar functions"),
  cases: vectorCases,
  contradiction(subject, { v, t }): Contradiction | undefined {
    const short = differs(subject, v, t);
    if (short || !subject.lengths.any) return short;
    const long = Float64Array.from({ length: LONG }, (_, i) => v[i % v.length]);
    return differs(subject, long, t, ` of v, repeated up to length ${LONG},`);
  },
});

function differs(
  subject: Subject,
  v: Float64Array,
  t: number,
  of: string = "",
): Contradiction | undefined {
  const { scalar } = subject;
  if (!scalar) return undefined;
  const value = subject.value(v);
  const sum = v.reduce((total, x) => total + scalar.value(x), 0);
  if (!(value === sum || Math.abs(value - sum) <= 32 * ULP * sum))
    return { claim: `the value${of} is not the sum over coordinates`, numbers: { value, sum } };
  const prox = subject.prox(v, t);
  const each = v.map((x) => scalar.prox(x, t));
  const close = (x: number, i: number) =>
    Math.abs(x - each[i]) <= proxRounding(subject, v.subarray(i, i + 1), t);
  if (prox.every(close)) return undefined;
  return {
    claim: `the prox${of} is not the scalar prox of each coordinate`,
    numbers: { prox: plain(prox), scalarProx: plain(each) },
  };
}
