/**
 * The prox of TL1, argmin_u t·ρ(u) + ½ (u − v)², for two entries, from what depends on t and a alone.
 *
 * With X = a + x, V = ∛(27c/4) and c = t·a·(a + 1), all multiplied by a power of two (`scale`),
 *
 *     h² = (x − (V − a))(X² + XV + V²)/X³,   u = x − (c/X²)·R(h),   R(h) = 1 + (1 − h) P(h)/Q(h)
 *
 * in the order of operations of @proxkit/penalties-tl1, where P, Q and the constants come from: the bits are the
 * same. In three parts, for tl1-block.ts.
 */

/**
 * Writes h and X², as exact as two additions make it, for two x ≥ 0; of no meaning where the prox is 0.
 *
 * @param pairs the constants as `spread` writes them
 */
// @ts-ignore: decorator
@inline
export function tl1Begin(x: v128, pairs: usize, height: usize, square: usize): void {
  const a = v128.load(pairs, 16);
  const V = v128.load(pairs, 32);
  const z = f64x2.mul(x, v128.load(pairs));
  const X = f64x2.add(a, z);
  const XX = f64x2.mul(X, X);
  // not f64x2.max, which minds NaN and the sign of 0; here it may be either
  const gap = f64x2.pmax(
    f64x2.sub(f64x2.sub(z, v128.load(pairs, 48)), v128.load(pairs, 64)),
    f64x2.splat(0),
  );
  const sum = f64x2.add(f64x2.add(XX, f64x2.mul(X, V)), f64x2.mul(V, V));
  v128.store(height, f64x2.sqrt(f64x2.div(f64x2.mul(gap, sum), f64x2.mul(XX, X))));
  const rounding = f64x2.sub(z, f64x2.sub(X, a));
  v128.store(square, f64x2.add(XX, f64x2.mul(f64x2.add(X, X), rounding)));
}

/** Puts the numerator and the denominator of x − u in the places of h and X². */
// @ts-ignore: decorator
@inline
export function tl1Middle(pairs: usize, height: usize, square: usize): void {
  const h = v128.load(height);
  const hh = f64x2.mul(h, h);
  const h4 = f64x2.mul(hh, hh);
  const one = v128.load(pairs, 192); // q0
  const P = f64x2.add(
    f64x2.add(linear(pairs + 96, h), f64x2.mul(linear(pairs + 128, h), hh)),
    f64x2.mul(linear(pairs + 160, h), h4),
  );
  const last = f64x2.add(linear(pairs + 256, h), f64x2.mul(v128.load(pairs, 288), hh));
  const Q = f64x2.add(
    f64x2.add(linear(pairs + 192, h), f64x2.mul(linear(pairs + 224, h), hh)),
    f64x2.mul(last, h4),
  );
  const top = f64x2.add(Q, f64x2.mul(f64x2.sub(one, h), P));
  v128.store(height, f64x2.mul(v128.load(pairs, 80), top));
  v128.store(square, f64x2.mul(Q, v128.load(square)));
}

/** u for two entries v. NaN and what is above `limit` stay; up to `threshold` it is +0. */
// @ts-ignore: decorator
@inline
export function tl1End(v: v128, top: v128, bottom: v128, threshold: v128, limit: v128): v128 {
  const x = f64x2.abs(v);
  const u = f64x2.sub(x, f64x2.div(top, bottom));
  const positive = f64x2.gt(u, f64x2.splat(0));
  const signed = v128.and(v128.or(u, v128.and(v, f64x2.splat(-0.0))), positive);
  // above the limit, and NaN: as it was
  const result = v128.bitselect(signed, v, f64x2.le(x, limit));
  return v128.andnot(result, f64x2.le(x, threshold));
}

/** p + q·h for the pairs p and q at `pair`. */
// @ts-ignore: decorator
@inline
function linear(pair: usize, h: v128): v128 {
  return f64x2.add(v128.load(pair), f64x2.mul(v128.load(pair, 16), h));
}

/**
 * Writes each constant twice, side by side: in a loop a pair in memory costs less than one made anew. First
 * scale, a, V, high, low, c; then P and Q of packages/penalties-tl1/src/squared-ratio.ts, whose bits a test holds
 * these to.
 *
 * @param at threshold, limit, scale, a, V, high, low, c
 * @param pairs room for 19 pairs
 */
export function spread(at: usize, pairs: usize): void {
  for (let i: usize = 0; i < 6; i++) pair(pairs + 16 * i, load<f64>(at + 16 + 8 * i));
  pair(pairs + 96, 1.25);
  pair(pairs + 112, 2.613695446344024);
  pair(pairs + 128, 1.9353709362974372);
  pair(pairs + 144, 0.6120702523541403);
  pair(pairs + 160, 0.07835125582090084);
  pair(pairs + 176, 0.002970468538073853);
  pair(pairs + 192, 1);
  pair(pairs + 208, 3.1694173261578746);
  pair(pairs + 224, 3.844850599115936);
  pair(pairs + 240, 2.2309242963344618);
  pair(pairs + 256, 0.6301888969548495);
  pair(pairs + 272, 0.0776828568009631);
  pair(pairs + 288, 0.002959506046751109);
}

// @ts-ignore: decorator
@inline
function pair(at: usize, x: f64): void {
  v128.store(at, f64x2.splat(x));
}
