import { type SeparablePenalty, weighted } from "@proxkit/penalty";
import fc from "fast-check";
import { type Case, vectorCases } from "../cases/cases.ts";
import { decades } from "../cases/sizes.ts";
import { type CheckableLaw, type Contradiction, defineLaw } from "../define-law.ts";
import { plain } from "../numbers/plain-data.ts";
import { proxRounding, ULP } from "../numbers/rounding.ts";

interface Scaled extends Case {
  readonly lambda: number;
}

/**
 * λP at step t is P at step λt: prox_{λP}(v, t) = prox_P(v, λt) and (λP)(v) = λ·P(v), with λP made of the
 * scalar functions, as `weighted` makes it.
 *
 * Scope: penalties with scalar functions. Catches a vector form whose t means something else than the t of
 * the scalar form, such as √t or a step that has λ in it already.
 */
export const scale: CheckableLaw = defineLaw<Scaled>({
  name: "λP at t is P at λt",
  outside: ({ scalar }) => (scalar ? undefined : "it has no scalar functions to make λP of"),
  cases: (subject) =>
    fc.tuple(vectorCases(subject), decades(-3, 2)).map(([one, lambda]) => ({ ...one, lambda })),
  contradiction(subject, { v, t, lambda }): Contradiction | undefined {
    const scaled = weighted(
      subject.penalty as SeparablePenalty,
      new Float64Array(v.length).fill(lambda),
    );
    const [value, times] = [scaled.value(v), lambda * subject.value(v)];
    if (!(value === times || Math.abs(value - times) <= 32 * ULP * times))
      return { claim: "(λP)(v) is not λ·P(v)", numbers: { scaledValue: value, lambdaP: times } };
    const [left, right] = [scaled.prox(v, t), subject.prox(v, lambda * t)];
    const close = (x: number, i: number) =>
      Math.abs(x - right[i]) <= proxRounding(subject, v.subarray(i, i + 1), lambda * t);
    if (left.every(close)) return undefined;
    return {
      claim: "the prox of λP at t is not the prox of P at λt",
      numbers: { proxOfScaled: plain(left), proxAtScaledStep: plain(right) },
    };
  },
});
