/** out ← v where |v| > cut, else +0; NaN stays NaN. */
export function hard(v: usize, out: usize, n: i32, cut: f64): void {
  const limit = f64x2.splat(cut);
  let left = n;
  for (; left >= 2; left -= 2) {
    const x = v128.load(v);
    v128.store(out, v128.andnot(x, f64x2.le(f64x2.abs(x), limit)));
    v += 16;
    out += 16;
  }
  if (left) {
    const x = load<f64>(v);
    store<f64>(out, abs(x) <= cut ? 0 : x);
  }
}
