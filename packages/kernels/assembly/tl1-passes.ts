// The prox of TL1, argmin_u t·ρ(u) + ½ (u − v)², for two entries at a time, from what depends on t and a alone. With
// X = a + x, V = ∛(27c/4) and c = t·a·(a + 1), all multiplied by a power of two (`scale`),
//
//     h² = (x − (V − a))(X² + XV + V²)/X³,   u = x − (c/X²)·R(h),   R(h) = 1 + (1 − h) P(h)/Q(h)
//
// in the order of operations of @proxkit/penalties-tl1, where P, Q and the constants come from: the bits are the same.
//
// In three passes over a block that stays in the cache: a machine works on several pairs at a time, and on more if each
// takes fewer instructions. One divider does divisions and roots: the first and the last pass have a division each; the
// second has the roots, of pairs that come later, while the multipliers are busy with those that are there. `pairs` are
// the constants as `spread` writes them; those that a pass needs most stay in registers, of which there are sixteen.
// With a list that is not 0, the passes take only the pairs whose numbers are in it, a byte each.

import { sizeMask } from "./hard";

/** The offset of the i-th pair. */
// @ts-ignore: decorator
@inline
function pairAt(i: i32, list: usize): usize {
  return (list != 0 ? <usize>load<u8>(list + i) : <usize>i) << 4;
}

/**
 * Writes h² and X², as exact as two additions make it, for x = |v|; of no meaning where the prox is 0.
 *
 * @returns how many x are above the threshold
 */
// @ts-ignore: decorator
@inline
export function begin(
  v: usize, count: i32, list: usize, h: usize, square: usize, threshold: v128, pairs: usize,
): i32 {
  const scale = v128.load(pairs);
  const a = v128.load(pairs, 16);
  const V = v128.load(pairs, 32);
  const high = v128.load(pairs, 48);
  const low = v128.load(pairs, 64);
  const VV = f64x2.mul(V, V);
  const sizes = sizeMask(threshold);
  let above = i64x2.splat(0);
  for (let i = 0; i < count; i++) {
    const p = pairAt(i, list);
    const x = v128.and(v128.load(v + p), sizes);
    above = i64x2.sub(above, f64x2.gt(x, threshold));
    const z = f64x2.mul(x, scale);
    const X = f64x2.add(a, z);
    const XX = f64x2.mul(X, X);
    // not f64x2.max, which minds NaN and the sign of 0; here it may be either
    const gap = f64x2.pmax(f64x2.sub(f64x2.sub(z, high), low), f64x2.splat(0));
    const sum = f64x2.add(f64x2.add(XX, f64x2.mul(X, V)), VV);
    v128.store(h + p, f64x2.div(f64x2.mul(gap, sum), f64x2.mul(XX, X)));
    const rounding = f64x2.sub(z, f64x2.sub(X, a));
    v128.store(square + p, f64x2.add(XX, f64x2.mul(f64x2.add(X, X), rounding)));
  }
  return <i32>(i64x2.extract_lane(above, 0) + i64x2.extract_lane(above, 1));
}

/** By how many pairs the roots are ahead. */
// @ts-ignore: decorator
@inline
const AHEAD: i32 = 4;

/** Puts the numerator and the denominator of x − u in the places of h² and X². */
// @ts-ignore: decorator
@inline
export function middle(count: i32, list: usize, heights: usize, squares: usize, pairs: usize): void {
  const p0 = v128.load(pairs, 96);
  const p1 = v128.load(pairs, 112);
  const p2 = v128.load(pairs, 128);
  const p3 = v128.load(pairs, 144);
  const p4 = v128.load(pairs, 160);
  const p5 = v128.load(pairs, 176);
  const q0 = v128.load(pairs, 192); // 1
  const q1 = v128.load(pairs, 208);
  const rooted = min(AHEAD, count);
  const rest = count - rooted;
  for (let i = 0; i < rooted; i++) takeRoot(heights + pairAt(i, list));
  // two loops, for the last pairs have none to take the root of
  for (let i = 0; i < rest; i++) {
    const p = pairAt(i, list);
    takeRoot(heights + (list != 0 ? pairAt(i + AHEAD, list) : p + (<usize>AHEAD << 4)));
    fraction(heights + p, squares + p, pairs, p0, p1, p2, p3, p4, p5, q0, q1);
  }
  for (let i = rest; i < count; i++) {
    const p = pairAt(i, list);
    fraction(heights + p, squares + p, pairs, p0, p1, p2, p3, p4, p5, q0, q1);
  }
}

// @ts-ignore: decorator
@inline
function takeRoot(at: usize): void {
  v128.store(at, f64x2.sqrt(v128.load(at)));
}

/** Puts the numerator in the place of h, and the denominator in that of X². */
// @ts-ignore: decorator
@inline
function fraction(
  height: usize, square: usize, pairs: usize,
  p0: v128, p1: v128, p2: v128, p3: v128, p4: v128, p5: v128, q0: v128, q1: v128,
): void {
  const h = v128.load(height);
  const hh = f64x2.mul(h, h);
  const h4 = f64x2.mul(hh, hh);
  const P = f64x2.add(
    f64x2.add(linear(p0, p1, h), f64x2.mul(linear(p2, p3, h), hh)),
    f64x2.mul(linear(p4, p5, h), h4),
  );
  const q2q3 = linear(v128.load(pairs, 224), v128.load(pairs, 240), h);
  const q4q5 = linear(v128.load(pairs, 256), v128.load(pairs, 272), h);
  const Q = f64x2.add(
    f64x2.add(linear(q0, q1, h), f64x2.mul(q2q3, hh)),
    f64x2.mul(linear(q4q5, v128.load(pairs, 288), hh), h4),
  );
  const top = f64x2.add(Q, f64x2.mul(f64x2.sub(q0, h), P));
  v128.store(height, f64x2.mul(v128.load(pairs, 80), top));
  v128.store(square, f64x2.mul(Q, v128.load(square)));
}

/** p + q·h */
// @ts-ignore: decorator
@inline
function linear(p: v128, q: v128, h: v128): v128 {
  return f64x2.add(p, f64x2.mul(q, h));
}

/** out ← u. NaN and what is above `limit` stay; up to `threshold` it is +0. */
// @ts-ignore: decorator
@inline
export function end(
  v: usize, out: usize, count: i32, list: usize, top: usize, bottom: usize, threshold: v128, limit: v128,
): void {
  const sizes = sizeMask(threshold);
  for (let i = 0; i < count; i++) {
    const p = pairAt(i, list);
    const entries = v128.load(v + p);
    const x = v128.and(entries, sizes);
    const u = f64x2.sub(x, f64x2.div(v128.load(top + p), v128.load(bottom + p)));
    const positive = f64x2.gt(u, f64x2.splat(0));
    const signed = v128.and(v128.or(u, v128.andnot(entries, sizes)), positive);
    // above the limit, and NaN: as it was
    const result = v128.bitselect(signed, entries, f64x2.le(x, limit));
    v128.store(out + p, v128.andnot(result, f64x2.le(x, threshold)));
  }
}
