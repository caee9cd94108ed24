import { vectorCases } from "../cases/cases.ts";
import { type CheckableLaw, type Contradiction, defineLaw } from "../define-law.ts";
import { plain } from "../numbers/plain-data.ts";
import { proxRounding, ULP } from "../numbers/rounding.ts";

/**
 * P(v) = Σᵢ p(vᵢ), and prox(v, t)ᵢ is the scalar prox of vᵢ.
 *
 * Scope: penalties with scalar functions. Catches a fast vector form that differs from the plain scalar one,
 * such as an entry left out at the end.
 */
export const scalarAndVectorAgree: CheckableLaw = defineLaw({
  name: "scalar and vector forms agree",
  outside: ({ scalar }) => (scalar ? undefined : "it has no scalar functions"),
  cases: vectorCases,
  contradiction(subject, { v, t }): Contradiction | undefined {
    const { scalar } = subject;
    if (!scalar) return undefined;
    const value = subject.value(v);
    const sum = v.reduce((total, x) => total + scalar.value(x), 0);
    if (!(value === sum || Math.abs(value - sum) <= 32 * ULP * sum))
      return { claim: "the value is not the sum over coordinates", numbers: { value, sum } };
    const prox = subject.prox(v, t);
    const each = v.map((x) => scalar.prox(x, t));
    const close = (x: number, i: number) =>
      Math.abs(x - each[i]) <= proxRounding(subject, v.subarray(i, i + 1), t);
    if (prox.every(close)) return undefined;
    return {
      claim: "the prox is not the scalar prox of each coordinate",
      numbers: { prox: plain(prox), scalarProx: plain(each) },
    };
  },
});
