import { compare, type Fraction, fraction, minus, over, plus, times, ZERO } from "./fraction.ts";

/** An even penalty as c₀ + c₁u + c₂u² on each of some intervals that cover [0, ∞). */
export interface Piece {
  readonly from: Fraction;
  /** Default: the last piece has no end. */
  readonly to?: Fraction;
  readonly c: readonly [Fraction, Fraction, Fraction];
}

const ONE = fraction(1);
const TWO = fraction(2);

/** p(x), x ≥ 0. */
export function valueAt(x: number, pieces: readonly Piece[]): Fraction {
  const u = fraction(x);
  const { c } = pieces.findLast(({ from }) => compare(u, from) >= 0) ?? pieces[0];
  return plus(c[0], plus(times(c[1], u), times(c[2], u, u)));
}

/**
 * Every local minimiser u ≥ 0 of t·p(u) + ½ (u − x)² with twice its objective, the best first. The ends
 * of a piece on which the objective is concave are all taken: last digits decide if they are one.
 */
function localMinimisers(pieces: readonly Piece[], x: Fraction, t: Fraction) {
  const curvature = ({ c }: Piece) => plus(ONE, times(TWO, t, c[2]));
  const concave = (piece?: Piece) => piece && compare(curvature(piece), ZERO) <= 0;
  const derivative = ({ c }: Piece, u: Fraction) =>
    minus(plus(times(t, plus(c[1], times(TWO, c[2], u))), u), x);
  const found: { u: Fraction; objective: Fraction }[] = [];
  pieces.forEach((piece, i) => {
    const { from, to, c } = piece;
    const add = (u: Fraction) => {
      const p = plus(c[0], plus(times(c[1], u), times(c[2], u, u)));
      const distance = minus(u, x);
      found.push({ u, objective: plus(times(TWO, t, p), times(distance, distance)) });
    };
    const before = pieces[i - 1];
    const falls = !before || compare(derivative(before, from), ZERO) <= 0;
    const rises = compare(derivative(piece, from), ZERO) >= 0;
    if ((falls && rises) || concave(before) || concave(piece)) add(from);
    if (concave(piece)) return;
    const u = over(minus(x, times(t, c[1])), curvature(piece));
    if (compare(u, from) > 0 && (!to || compare(u, to) < 0)) add(u);
  });
  return found.sort((a, b) => compare(a.objective, b.objective) || compare(a.u, b.u));
}

/**
 * How far u is from a global minimiser, in units of 2⁻⁵²·x and rounded up; Infinity if it is near a
 * local one only. Minimisers whose objectives agree to 2⁻⁵⁰ of x² count as equal.
 */
export function unitsOff(u: number, x: number, t: number, pieces: readonly Piece[]): number {
  const minimisers = localMinimisers(pieces, fraction(x), fraction(t));
  const worst = plus(minimisers[0].objective, times(fraction(2 ** -50 * x), fraction(x)));
  let least = Number.POSITIVE_INFINITY;
  for (const m of minimisers) {
    if (compare(m.objective, worst) > 0) continue;
    const { n, d } = over(times(minus(fraction(u), m.u), fraction(2 ** 52)), fraction(x));
    const units = Number(((n < 0n ? -n : n) * 100n) / d + 1n) / 100;
    least = Math.min(least, units);
  }
  return least;
}
