import { abs2, load1, sum2 } from "./lanes";
import { expOfNegative2 } from "./exp-lanes";
import { log1pOfUnit2, logOf2 } from "./log-lanes";

// The logistic loss as a function of the products z = Xw: sample j adds sⱼ log(1 + exp(−yⱼzⱼ)), yⱼ = ±1. A sample with
// sⱼ = 0 adds 0 whatever its zⱼ is. Sums are in two parts: sample j goes to sum j mod 2.

/** The two entries at p where there are two, else one and 0 beside it. */
// @ts-ignore: decorator
@inline
function upTo2(p: usize, left: i32): v128 {
  return left > 1 ? v128.load(p) : load1<f64>(p);
}

// @ts-ignore: decorator
@inline
function storeUpTo2(p: usize, x: v128, left: i32): void {
  if (left > 1) v128.store(p, x);
  else store<f64>(p, f64x2.extract_lane(x, 0));
}

/**
 * The entries of a block. A machine works on several pairs at a time, and on more if each takes fewer instructions:
 * exponentials come first, then what is made of them.
 */
// @ts-ignore: decorator
@inline
const BLOCK: i32 = 128;

/** e ← exp(−|zⱼ|) for n entries; e has room for an even number. */
// @ts-ignore: decorator
@inline
function exponentials(z: usize, e: usize, n: i32): void {
  for (let left = n; left > 0; left -= 2) {
    v128.store(e, expOfNegative2(f64x2.neg(abs2(upTo2(z, left)))));
    z += 16;
    e += 16;
  }
}

/** weight e/(1 + e)². */
// @ts-ignore: decorator
@inline
function bend2(weight: v128, e: v128, more: v128): v128 {
  return f64x2.mul(weight, f64x2.div(e, f64x2.mul(more, more)));
}

/**
 * Σⱼ sⱼ log(1 + exp(−yⱼzⱼ)); where q is not 0 also qⱼ ← −sⱼyⱼ/(1 + exp(yⱼzⱼ)), and where c is not 0 the second
 * derivatives too, cⱼ ← sⱼ e/(1 + e)², e = exp(−|zⱼ|).
 *
 * @param q it may be z
 * @param scratch room for 128 numbers
 */
export function logisticSlopes(
  z: usize, y: usize, s: usize, q: usize, c: usize, scratch: usize, n: i32,
): f64 {
  const one = f64x2.splat(1);
  let sums = f64x2.splat(0);
  for (let rest = n; rest > 0; rest -= BLOCK) {
    const count = min(rest, BLOCK);
    exponentials(z, scratch, count);
    let at = scratch;
    for (let left = count; left > 0; left -= 2) {
      const e = v128.load(at);
      const sign = upTo2(y, left);
      const weight = upTo2(s, left);
      const margin = f64x2.mul(sign, upTo2(z, left));
      const counts = f64x2.gt(weight, f64x2.splat(0));
      const wrong = f64x2.lt(margin, f64x2.splat(0));
      const more = f64x2.add(one, e);
      const value = f64x2.add(v128.and(wrong, f64x2.neg(margin)), log1pOfUnit2(e));
      sums = f64x2.add(sums, v128.and(counts, f64x2.mul(weight, value)));
      if (q != 0) {
        // 1/(1 + exp(margin))
        const share = f64x2.div(v128.bitselect(one, e, wrong), more);
        const slope = f64x2.mul(weight, f64x2.mul(f64x2.neg(sign), share));
        storeUpTo2(q, v128.and(counts, slope), left);
        q += 16;
      }
      if (c != 0) {
        storeUpTo2(c, v128.and(counts, bend2(weight, e, more)), left);
        c += 16;
      }
      at += 16;
      z += 16;
      y += 16;
      s += 16;
    }
  }
  return sum2(sums);
}

/** cⱼ ← sⱼ e/(1 + e)², e = exp(−|zⱼ|): the second derivatives. c may be z. */
export function logisticCurvatures(z: usize, s: usize, c: usize, n: i32): void {
  for (let left = n; left > 0; left -= 2) {
    const weight = upTo2(s, left);
    const counts = f64x2.gt(weight, f64x2.splat(0));
    const e = expOfNegative2(f64x2.neg(abs2(upTo2(z, left))));
    storeUpTo2(c, v128.and(counts, bend2(weight, e, f64x2.add(f64x2.splat(1), e))), left);
    z += 16;
    s += 16;
    c += 16;
  }
}

/** Σⱼ sⱼ (u log u + (1 − u) log(1 − u)) with u = −yⱼθⱼ/sⱼ: the conjugate at θ. What rounding brings below 0 is 0. */
export function logisticConjugate(theta: usize, y: usize, s: usize, n: i32): f64 {
  let sums = f64x2.splat(0);
  for (let left = n; left > 0; left -= 2) {
    const weight = upTo2(s, left);
    const counts = f64x2.gt(weight, f64x2.splat(0));
    const u = f64x2.mul(f64x2.neg(upTo2(y, left)), f64x2.div(upTo2(theta, left), weight));
    const both = f64x2.add(entropy2(u), entropy2(f64x2.sub(f64x2.splat(1), u)));
    sums = f64x2.add(sums, v128.and(counts, f64x2.mul(weight, both)));
    theta += 16;
    y += 16;
    s += 16;
  }
  return sum2(sums);
}

/** u log u, 0 at 0 and below. */
// @ts-ignore: decorator
@inline
function entropy2(u: v128): v128 {
  return v128.andnot(f64x2.mul(u, logOf2(u)), f64x2.le(u, f64x2.splat(0)));
}
