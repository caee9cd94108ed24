/** out ← soft(v, t): v − t, v + t, or +0 where |v| ≤ t; NaN stays NaN. t > 0. */
export function soft(v: usize, out: usize, n: i32, t: f64): void {
  const cut = f64x2.splat(t);
  const signs = f64x2.splat(-0.0);
  let left = n;
  for (; left >= 2; left -= 2) {
    const x = v128.load(v);
    const keep = v128.not(f64x2.le(f64x2.abs(x), cut));
    // x − sign(x)·t
    const moved = f64x2.sub(x, v128.or(cut, v128.and(x, signs)));
    v128.store(out, v128.and(moved, keep));
    v += 16;
    out += 16;
  }
  if (left) {
    const x = load<f64>(v);
    store<f64>(out, abs(x) <= t ? 0 : x > 0 ? x - t : x + t);
  }
}
