/** Real numbers as whole multiples of 2⁻³²⁰: about 96 decimal places, for numbers of everyday size. */
export type Fixed = bigint;

const BITS = 320n;
export const ONE: Fixed = 1n << BITS;

export const ratio = (a: bigint, b: bigint): Fixed => (a << BITS) / b;
export const times = (a: Fixed, b: Fixed): Fixed => (a * b) >> BITS;
export const over = (a: Fixed, b: Fixed): Fixed => (a << BITS) / b;
export const max = (a: Fixed, b: Fixed): Fixed => (a > b ? a : b);
export const abs = (a: Fixed): Fixed => max(a, -a);

/** √a, rounded down. Newton's method from above. */
export function root(a: Fixed): Fixed {
  const square = a << BITS;
  let x = 1n << BigInt(Math.ceil(square.toString(2).length / 2));
  for (;;) {
    const next = (x + square / x) >> 1n;
    if (next >= x) return x;
    x = next;
  }
}

/** The nearest double; of two the even one. */
export function toDouble(a: Fixed): number {
  const size = abs(a);
  const excess = BigInt(Math.max(0, size.toString(2).length - 53));
  const half = excess > 0n ? 1n << (excess - 1n) : 0n;
  const rest = size - ((size >> excess) << excess);
  let m = size >> excess;
  if (excess > 0n && (rest > half || (rest === half && m & 1n))) m++;
  const x = Number(m) * 2 ** (Number(excess) - Number(BITS));
  return a < 0n ? -x : x;
}
