/** 1/12!, 1/10!, … 1: the coefficients of the even powers in eʳ from the highest down. */
const EVEN = [479001600, 3628800, 40320, 720, 24, 2, 1].map((factorial) => 1 / factorial);
/** 1/13!, 1/11!, … 1: those of the odd powers. */
const ODD = [6227020800, 39916800, 362880, 5040, 120, 6, 1].map((factorial) => 1 / factorial);

const number = new Float64Array(1);
const words = new Uint32Array(number.buffer);
const HIGH = new Uint32Array(Float64Array.of(1).buffer)[1] === 0 ? 0 : 1;

/**
 * eˣ for x ≤ 0, with the same bits everywhere, which Math.exp does not promise.
 *
 *     x = n ln 2 + r,  |r| ≤ ½ ln 2,   eˣ = 2ⁿ Σᵢ rⁱ/i!
 */
export function expOfNegative(x: number): number {
  if (x < -746) return 0;
  const n = Math.floor(x * Math.LOG2E + 0.5);
  // ln 2 in two parts: n times the first is exact
  const r = x - n * 0.6931471803691238 - n * 1.9082149292705877e-10;
  const rr = r * r;
  let [even, odd] = [EVEN[0], ODD[0]];
  for (let i = 1; i < EVEN.length; i++) {
    even = even * rr + EVEN[i];
    odd = odd * rr + ODD[i];
  }
  const p = even + r * odd;
  // 2ⁿ in two factors, as it may be subnormal
  const half = Math.floor(n / 2);
  return p * power(half) * power(n - half);
}

/** 2ⁿ for a normal number; NaN where n is. */
function power(n: number): number {
  if (Number.isNaN(n)) return n;
  words[HIGH] = (n + 1023) << 20;
  return number[0];
}
