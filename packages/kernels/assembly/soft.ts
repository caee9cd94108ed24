/**
 * out ← soft(v, t) = v − clamp(v, −t, t), which is +0 where |v| ≤ t, and NaN where v is. 0 < t < ∞.
 */
export function soft(v: usize, out: usize, n: i32, t: f64): void {
  const upper = f64x2.splat(t);
  const lower = f64x2.splat(-t);
  let left = n;
  for (; left >= 8; left -= 8) {
    v128.store(out, shrunk(v128.load(v), lower, upper));
    v128.store(out, shrunk(v128.load(v, 16), lower, upper), 16);
    v128.store(out, shrunk(v128.load(v, 32), lower, upper), 32);
    v128.store(out, shrunk(v128.load(v, 48), lower, upper), 48);
    v += 64;
    out += 64;
  }
  for (; left > 0; left--) {
    const x = load<f64>(v);
    store<f64>(out, abs(x) <= t ? 0 : x > 0 ? x - t : x + t);
    v += 8;
    out += 8;
  }
}

/** soft(x, t) from t and −t: pmin and pmax are one instruction each, and take their first operand where the other is NaN. */
// @ts-ignore: decorator
@inline
export function shrunk(x: v128, lower: v128, upper: v128): v128 {
  return f64x2.sub(x, f64x2.pmax(lower, f64x2.pmin(upper, x)));
}
