import fc from "fast-check";
import { type Case, vectorCases } from "../cases/cases.ts";
import { type CheckableLaw, defineLaw } from "../define-law.ts";
import { plain } from "../numbers/plain-data.ts";
import { replaced } from "../numbers/vectors.ts";

interface Tiny extends Case {
  readonly size: number;
}

const sizes = [0, 5e-324, 1e-320, 1e-310, 2.3e-308];

/**
 * The prox of ±0 and of subnormal entries is a number; at or below a positive threshold it is +0, and so is
 * every zero that thresholding makes of a sizeable entry.
 *
 * Thresholding it is if a slightly smaller entry becomes -0 too: above a threshold -0 may come of rounding.
 * Scope: every penalty; thresholds where it has scalar functions. Catches division by an underflow, and the
 * -0 that Math.sign(v)·max(|v| − t, 0) makes of a negative v: it prints as -0, and 1/-0 is −Infinity.
 */
export const zerosAndSubnormals: CheckableLaw = defineLaw<Tiny>({
  name: "zeros and subnormals are defined, and zeros made are +0",
  cases: (subject) =>
    fc
      .tuple(vectorCases(subject), fc.constantFrom(...sizes))
      .map(([one, size]) => ({ ...one, size })),
  contradiction(subject, { v, t, size }) {
    const threshold = subject.scalar?.threshold(t) ?? 0;
    const cut = (x: Float64Array, i: number) =>
      (threshold > 0 && Math.abs(x[i]) <= threshold) ||
      (Math.abs(x[i]) > 1e-290 &&
        Object.is(subject.prox(replaced(x, i, (1 - 1e-6) * x[i]), t)[i], -0));
    for (const x of [v, v.map((_, i) => (i % 2 ? size : -size))]) {
      const p = subject.prox(x, t);
      const numbers = { proxOf: plain(x), prox: plain(p) };
      if (p.some(Number.isNaN)) return { claim: "the prox is NaN", numbers };
      if (p.some((pi, i) => Object.is(pi, -0) && cut(x, i)))
        return { claim: "the prox makes a zero that is -0", numbers };
    }
    return undefined;
  },
});
