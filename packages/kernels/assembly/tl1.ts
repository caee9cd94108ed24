/**
 * The prox of TL1, out ← argmin_u t·ρ(u) + ½ (u − v)² entry by entry, from what depends on t and a alone.
 *
 * With X = a + x, V = ∛(27c/4) and c = t·a·(a + 1), all multiplied by a power of two (`scale`),
 *
 *     u = x − (c/X²)·R(h),   h² = (x − (V − a))(X² + XV + V²)/X³,   R(h) = 1 + (1 − h) P(h)/Q(h)
 *
 * in the order of operations of @proxkit/penalties-tl1, where P, Q and the constants come from: the bits are the
 * same. NaN and what is above `limit` stay; up to `threshold` it is +0.
 *
 * @param at threshold, limit, scale, a, V, high, low, c: eight float64
 */
export function tl1(v: usize, out: usize, n: i32, at: usize): void {
  const threshold = f64x2.splat(load<f64>(at));
  const limit = f64x2.splat(load<f64>(at, 8));
  const scale = f64x2.splat(load<f64>(at, 16));
  const a = f64x2.splat(load<f64>(at, 24));
  const V = f64x2.splat(load<f64>(at, 32));
  const high = f64x2.splat(load<f64>(at, 40));
  const low = f64x2.splat(load<f64>(at, 48));
  const c = f64x2.splat(load<f64>(at, 56));
  const VV = f64x2.mul(V, V);
  const signs = f64x2.splat(-0.0);
  const zero = f64x2.splat(0);
  const one = f64x2.splat(1);
  const two = f64x2.splat(2);
  for (let left = n; left > 0; left -= 2) {
    const entries = left > 1 ? v128.load(v) : v128.load64_zero(v);
    const x = f64x2.abs(entries);
    const small = f64x2.le(x, threshold);
    const within = f64x2.le(x, limit);
    let result = zero;
    if (!i64x2.all_true(small)) {
      const z = f64x2.mul(x, scale);
      const X = f64x2.add(a, z);
      const XX = f64x2.mul(X, X);
      const rounding = f64x2.sub(z, f64x2.sub(X, a));
      const gap = f64x2.max(zero, f64x2.sub(f64x2.sub(z, high), low));
      const sum = f64x2.add(f64x2.add(XX, f64x2.mul(X, V)), VV);
      const h = f64x2.sqrt(f64x2.div(f64x2.mul(gap, sum), f64x2.mul(XX, X)));
      const Q = denominator(h);
      const top = f64x2.add(Q, f64x2.mul(f64x2.sub(one, h), numerator(h)));
      const bottom = f64x2.mul(Q, f64x2.add(XX, f64x2.mul(f64x2.mul(two, X), rounding)));
      const u = f64x2.sub(x, f64x2.div(f64x2.mul(c, top), bottom));
      const signed = v128.or(u, v128.and(entries, signs));
      const positive = f64x2.gt(u, zero);
      // above the limit, and NaN: as it was
      result = v128.bitselect(v128.and(signed, positive), entries, within);
      result = v128.andnot(result, small);
    }
    if (left > 1) v128.store(out, result);
    else v128.store64_lane(out, result, 0);
    v += 16;
    out += 16;
  }
}

// The coefficients of packages/penalties-tl1/src/squared-ratio.ts; a test holds the two to the same bits.

// @ts-ignore: decorator
@inline
function numerator(h: v128): v128 {
  const hh = f64x2.mul(h, h);
  const low = linear(1.25, 2.613695446344024, h);
  const middle = f64x2.mul(linear(1.9353709362974372, 0.6120702523541403, h), hh);
  const upper = f64x2.mul(linear(0.07835125582090084, 0.002970468538073853, h), f64x2.mul(hh, hh));
  return f64x2.add(f64x2.add(low, middle), upper);
}

// @ts-ignore: decorator
@inline
function denominator(h: v128): v128 {
  const hh = f64x2.mul(h, h);
  const low = linear(1, 3.1694173261578746, h);
  const middle = f64x2.mul(linear(3.844850599115936, 2.2309242963344618, h), hh);
  const last = f64x2.mul(f64x2.splat(0.002959506046751109), hh);
  const upper = f64x2.add(linear(0.6301888969548495, 0.0776828568009631, h), last);
  return f64x2.add(f64x2.add(low, middle), f64x2.mul(upper, f64x2.mul(hh, hh)));
}

/** p + q·h. */
// @ts-ignore: decorator
@inline
function linear(p: f64, q: f64, h: v128): v128 {
  return f64x2.add(f64x2.splat(p), f64x2.mul(f64x2.splat(q), h));
}
