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
  // even and odd powers apart: half as long a chain
  const rr = r * r;
  let even: f64 = 1 / 479001600.0; // 1/12!
  even = even * rr + 1 / 3628800.0;
  even = even * rr + 1 / 40320.0;
  even = even * rr + 1 / 720.0;
  even = even * rr + 1 / 24.0;
  even = even * rr + 0.5;
  even = even * rr + 1;
  let odd: f64 = 1 / 6227020800.0; // 1/13!
  odd = odd * rr + 1 / 39916800.0;
  odd = odd * rr + 1 / 362880.0;
  odd = odd * rr + 1 / 5040.0;
  odd = odd * rr + 1 / 120.0;
  odd = odd * rr + 1 / 6.0;
  odd = odd * rr + 1;
  const p = even + r * odd;
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
