/**
 * eˣ for x ≤ 0, with the same bits as the scalar twin, which Math.exp does not promise.
 *
 *     x = n ln 2 + r,  |r| ≤ ½ ln 2,   eˣ = 2ⁿ Σᵢ rⁱ/i!
 */
export function expOfNegative(x: f64): f64 {
  if (x < -746) return 0;
  const n = Math.floor(x * 1.4426950408889634 + 0.5);
  // ln 2 in two parts: n times the first is exact
  const r = x - n * 0.6931471803691238 - n * 1.9082149292705877e-10;
  let p: f64 = 1 / 6227020800.0; // 1/13!
  p = p * r + 1 / 479001600.0;
  p = p * r + 1 / 39916800.0;
  p = p * r + 1 / 3628800.0;
  p = p * r + 1 / 362880.0;
  p = p * r + 1 / 40320.0;
  p = p * r + 1 / 5040.0;
  p = p * r + 1 / 720.0;
  p = p * r + 1 / 120.0;
  p = p * r + 1 / 24.0;
  p = p * r + 1 / 6.0;
  p = p * r + 0.5;
  p = p * r + 1;
  p = p * r + 1;
  // 2ⁿ in two factors, as it may be subnormal
  const half = <i64>Math.floor(n / 2);
  return p * power(half) * power(<i64>n - half);
}

/** 2ⁿ for a normal number. */
// @ts-ignore: decorator
@inline
function power(n: i64): f64 {
  return reinterpret<f64>((n + 1023) << 52);
}
