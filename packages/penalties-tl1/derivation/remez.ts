import { abs, type Fixed, max, ONE, over, ratio, times } from "./fixed-point.ts";
import { solve } from "./solve.ts";

/** P/Q, with coefficients from the constant one up; the constant one of Q is 1. */
export interface Rational {
  readonly P: readonly Fixed[];
  readonly Q: readonly Fixed[];
}

/** What is approximated on [0, 1], by which degrees, and how much an error counts. */
interface Target {
  f(h: Fixed): Fixed;
  /** Above 0 between 0 and 1. */
  weight(h: Fixed): Fixed;
  readonly degrees: readonly [P: number, Q: number];
}

/**
 * The P/Q whose largest weight·|P/Q − f| on [0, 1] is least, and that error, to a thousandth of it.
 *
 * The error of the best one is as large as it gets, with alternating signs, in m + n + 2 points. Each
 * round makes it alternate in given points, and then takes those where it is largest instead. Whole
 * numbers only, so that every machine finds the same digits.
 *
 * Source: Remez (1934); Cody, Fraser & Hart, Rational Chebyshev approximation using linear equations (1968).
 */
export function remez({ f, weight, degrees }: Target): { best: Rational; error: Fixed } {
  const [m, n] = degrees;
  const count = m + n + 2;
  const grid = pointsBetween0And1(40 * count).map((h) => ({ h, f: f(h), weight: weight(h) }));
  let chosen = Array.from({ length: count }, (_, i) =>
    Math.round((i * (grid.length - 1)) / (count - 1)),
  );
  let best: Rational = { P: [], Q: [ONE] };
  for (let round = 0; round < 50; round++) {
    const { alternating, level } = alternatingAt(chosen.map((j) => grid[j]));
    best = alternating;
    const errors = grid.map((point) => times(point.weight, quotient(best, point.h) - point.f));
    const error = errors.reduce((a, e) => max(a, abs(e)), 0n);
    if (error * 1000n <= level * 1001n) return { best, error };
    chosen = peaks(errors, count);
  }
  throw new Error("remez: no best approximation after 50 rounds");

  /** P/Q with weight·(P/Q − f) = ±level, + in the first point, by P − fQ ∓ (Q/weight)·level = 0. */
  function alternatingAt(points: readonly (typeof grid)[number][]) {
    let alternating = best;
    let level = 0n;
    for (let pass = 0; pass < 8; pass++) {
      // linear, with the Q of the pass before beside the level
      const rows = points.map(({ h, f, weight }, i) => {
        const e = over(polynomial(alternating.Q, h), weight);
        const p = powers(h, m);
        const q = powers(h, n).slice(1);
        return [...p, ...q.map((power) => -times(f, power)), i % 2 ? e : -e, f];
      });
      const x = solve(rows);
      alternating = { P: x.slice(0, m + 1), Q: [ONE, ...x.slice(m + 1, count - 1)] };
      level = abs(x[count - 1]);
    }
    return { alternating, level };
  }
}

/** Where the errors are largest, between two changes of sign. What is too many is left out at the ends. */
function peaks(errors: readonly Fixed[], count: number): number[] {
  const found: number[] = [];
  errors.forEach((e, j) => {
    const last = found.at(-1);
    if (last === undefined || e > 0n !== errors[last] > 0n) found.push(j);
    else if (abs(e) > abs(errors[last])) found[found.length - 1] = j;
  });
  if (found.length < count) throw new Error(`remez: the error has ${found.length} peaks only`);
  while (found.length > count)
    if (abs(errors[found[0]]) < abs(errors[found[found.length - 1]])) found.shift();
    else found.pop();
  return found;
}

/** They crowd at the ends, as the peaks do: 3s² − 2s³ for s in equal steps. */
function pointsBetween0And1(n: number): Fixed[] {
  return Array.from({ length: n }, (_, i) => {
    const s = ratio(BigInt(2 * i + 1), BigInt(2 * n));
    return times(times(s, s), 3n * ONE - 2n * s);
  });
}

/** The value of P/Q. */
function quotient({ P, Q }: Rational, h: Fixed): Fixed {
  return over(polynomial(P, h), polynomial(Q, h));
}

function polynomial(coefficients: readonly Fixed[], h: Fixed): Fixed {
  return coefficients.reduceRight((sum, c) => times(sum, h) + c, 0n);
}

function powers(h: Fixed, degree: number): Fixed[] {
  const all = [ONE];
  for (let k = 1; k <= degree; k++) all.push(times(all[k - 1], h));
  return all;
}
