/** A rational number n/d, exactly, d > 0: the arithmetic of the slow twins. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

/** The value of a finite double, without rounding. */
export function fraction(x: number): Fraction {
  if (!Number.isFinite(x)) throw new RangeError(`fraction: x must be finite, received ${x}`);
  let n = x;
  let shift = 0n;
  while (!Number.isInteger(n)) {
    n *= 2; // exact: a power of two
    shift++;
  }
  return { n: BigInt(n), d: 1n << shift };
}

export const ZERO: Fraction = fraction(0);
export const plus = (a: Fraction, b: Fraction): Fraction =>
  a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { n: -b.n, d: b.d });
export const times = (...factors: readonly Fraction[]): Fraction =>
  factors.reduce((a, b) => ({ n: a.n * b.n, d: a.d * b.d }));

export function over(a: Fraction, b: Fraction): Fraction {
  const sign = b.n < 0n ? -1n : 1n;
  return { n: sign * a.n * b.d, d: sign * a.d * b.n };
}

/** The sign of a − b. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}
