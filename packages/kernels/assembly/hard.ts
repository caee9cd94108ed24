/** out ← v where |v| > cut, else +0; NaN stays NaN. */
export function hard(v: usize, out: usize, n: i32, cut: f64): void {
  const limit = f64x2.splat(cut);
  const sizes = sizeMask(limit);
  let left = n;
  for (; left >= 8; left -= 8) {
    // all loads first: where memory is far, more of them are on their way
    const a = v128.load(v);
    const b = v128.load(v, 16);
    const c = v128.load(v, 32);
    const d = v128.load(v, 48);
    v128.store(out, kept(a, sizes, limit));
    v128.store(out, kept(b, sizes, limit), 16);
    v128.store(out, kept(c, sizes, limit), 32);
    v128.store(out, kept(d, sizes, limit), 48);
    v += 64;
    out += 64;
  }
  for (; left > 0; left--) {
    const x = load<f64>(v);
    store<f64>(out, abs(x) <= cut ? 0 : x);
    v += 8;
    out += 8;
  }
}

/** x where |x| > limit, else +0. @param sizes what `sizeMask` gives */
// @ts-ignore: decorator
@inline
export function kept(x: v128, sizes: v128, limit: v128): v128 {
  return v128.andnot(x, f64x2.le(v128.and(x, sizes), limit));
}

/**
 * All bits but the sign's, made from a number that is not NaN: f64x2.abs and a constant mask are read from memory
 * every time, this stays in a register.
 */
// @ts-ignore: decorator
@inline
export function sizeMask(number: v128): v128 {
  return i64x2.shr_u(f64x2.eq(number, number), 1);
}
