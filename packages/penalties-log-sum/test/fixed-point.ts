import type { Fraction } from "../../penalties-mcp/test/fraction.ts";

/** Fixed-point numbers: whole multiples of 2⁻³⁰⁰, about 90 digits after the point. */
const BITS = 300n;
export const UNIT: bigint = 1n << BITS;

export const toFixed = ({ n, d }: Fraction): bigint => (n << BITS) / d;
export const multiply = (a: bigint, b: bigint): bigint => (a * b) >> BITS;
const divide = (a: bigint, b: bigint): bigint => (a << BITS) / b;

/** The square root of a ≥ 0, by Newton's method on whole numbers, from above. */
export function squareRoot(a: bigint): bigint {
  const n = a << BITS;
  let x = 1n << BigInt((n.toString(2).length / 2 + 1) | 0);
  for (;;) {
    const next = (x + n / x) >> 1n;
    if (next >= x) return x;
    x = next;
  }
}

/** 2 atanh(z) = log((1 + z)/(1 − z)) for |z| ≤ 1/3, by its series. */
function twiceAtanh(z: bigint): bigint {
  const square = multiply(z, z);
  let sum = 0n;
  let power = z;
  for (let k = 1n; power !== 0n; k += 2n) {
    sum += power / k;
    power = multiply(power, square);
  }
  return 2n * sum;
}

const LOG2 = twiceAtanh(UNIT / 3n);

/** The natural logarithm of a ≥ 1. */
export function logarithm(a: bigint): bigint {
  const doublings = BigInt(a.toString(2).length) - BITS - 1n;
  const mantissa = a >> doublings; // 1 to 2
  return doublings * LOG2 + twiceAtanh(divide(mantissa - UNIT, mantissa + UNIT));
}
