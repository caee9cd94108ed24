/** out ← v where |v| > cut, else +0; NaN stays NaN. */
export function hard(v: usize, out: usize, n: i32, cut: f64): void {
  const limit = f64x2.splat(cut);
  let left = n;
  for (; left >= 8; left -= 8) {
    v128.store(out, kept(v128.load(v), limit));
    v128.store(out, kept(v128.load(v, 16), limit), 16);
    v128.store(out, kept(v128.load(v, 32), limit), 32);
    v128.store(out, kept(v128.load(v, 48), limit), 48);
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

/** x where |x| > limit, else +0. */
// @ts-ignore: decorator
@inline
export function kept(x: v128, limit: v128): v128 {
  return v128.andnot(x, f64x2.le(f64x2.abs(x), limit));
}
