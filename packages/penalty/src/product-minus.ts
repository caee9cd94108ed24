/**
 * a·b − c as if the product were not rounded: right to its last digits where a·b and c nearly agree.
 *
 * For thresholds and minimisers that must not lose digits near a tie. Within 2²⁷ of the largest number the
 * product is rounded after all.
 *
 * @example
 * ```ts
 * import { productMinus } from "@proxkit/penalty";
 *
 * console.log(0.1 * 10 - 1, productMinus(0.1, 10, 1)); // 0 5.551115123125783e-17
 * ```
 * Source: Dekker, A floating-point technique for extending the available precision (1971).
 */
export function productMinus(a: number, b: number, c: number): number {
  const product = a * b;
  const aHigh = upperHalf(a);
  const bHigh = upperHalf(b);
  const aLow = a - aHigh;
  const bLow = b - bHigh;
  const error = aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
  return product - c + (error || 0);
}

/** The leading 26 bits, so that products of halves are exact. */
function upperHalf(a: number): number {
  const c = 134217729 * a; // 2²⁷ + 1
  return c - (c - a);
}
