import { vectorPairs } from "../cases/cases.ts";
import { type CheckableLaw, type Contradiction, defineLaw } from "../define-law.ts";
import { plain } from "../numbers/plain-data.ts";
import { proxRounding, ULP } from "../numbers/rounding.ts";

/**
 * Coordinates do not know of each other: if v and w swap every other entry, prox(v, t) and prox(w, t) swap
 * theirs, and P(v) + P(w) stays. With scalar functions, which are the same for all coordinates, this holds for v
 * and w written one after the other, too.
 *
 * Scope: penalties that are declared separable. Catches a norm of the whole vector (a group) so declared.
 */
export const separable: CheckableLaw = defineLaw({
  name: "separable means coordinate by coordinate",
  outside: ({ penalty }) => (penalty.traits.separable ? undefined : "it is not declared separable"),
  cases: vectorPairs,
  contradiction(subject, { v, w, t }): Contradiction | undefined {
    const [p, q] = [subject.prox(v, t), subject.prox(w, t)];
    const together = subject.value(v) + subject.value(w);
    const mixes = [
      { x: v.map((vi, i) => (i % 2 ? w[i] : vi)), expected: p.map((pi, i) => (i % 2 ? q[i] : pi)) },
      { x: w.map((wi, i) => (i % 2 ? v[i] : wi)), expected: q.map((qi, i) => (i % 2 ? p[i] : qi)) },
    ];
    const sums = [subject.value(mixes[0].x) + subject.value(mixes[1].x)];
    if (subject.scalar) {
      mixes.push({ x: Float64Array.of(...v, ...w), expected: Float64Array.of(...p, ...q) });
      sums.push(subject.value(mixes[2].x));
    }
    for (const sum of sums)
      if (!(sum === together || Math.abs(sum - together) <= 32 * ULP * together))
        return { claim: "values do not add up over coordinates", numbers: { together, sum } };
    for (const { x, expected } of mixes) {
      const found = subject.prox(x, t);
      const close = (xi: number, i: number) =>
        Math.abs(xi - expected[i]) <= proxRounding(subject, x.subarray(i, i + 1), t);
      if (!found.every(close))
        return {
          claim: "an entry of the prox depends on other entries of v",
          numbers: { mixed: plain(x), prox: plain(found), entryByEntry: plain(expected) },
        };
    }
    return undefined;
  },
});
