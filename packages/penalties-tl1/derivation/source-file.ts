import { type Fixed, toDouble } from "./fixed-point.ts";
import type { Rational } from "./remez.ts";

/** The text of src/squared-ratio.ts. */
export function sourceFile({ best, error }: { best: Rational; error: Fixed }): string {
  const lines = (letter: string, coefficients: readonly Fixed[]) =>
    coefficients.map((c, k) => `const ${letter}${k} = ${toDouble(c)};`);
  return `// Written by derivation/derive.ts, which says why: change that.

${lines("p", best.P).join("\n")}

${lines("q", best.Q).join("\n")}

/**
 * P(h) of R(h) = 1 + (1 − h)·P(h)/Q(h), the square of (a + x)/(a + u) for h from 0 to 1, whose relative
 * error is at most ${toDouble(error).toPrecision(2)} before rounding. Estrin's scheme: short chains of operations.
 */
export function numerator(h: number): number {
  const hh = h * h;
  return p0 + p1 * h + (p2 + p3 * h) * hh + (p4 + p5 * h) * (hh * hh);
}

/** Q(h) of the same. */
export function denominator(h: number): number {
  const hh = h * h;
  return q0 + q1 * h + (q2 + q3 * h) * hh + (q4 + q5 * h + q6 * hh) * (hh * hh);
}
`;
}
