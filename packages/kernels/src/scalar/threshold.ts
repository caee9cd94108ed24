/**
 * out ← soft(v, t), 0 < t < ∞; in entries. Four at a time: a shorter loop, engines put into whoever calls it, where it
 * may stay code of a lesser tier for a second.
 */
export function softAt(f64: Float64Array, v: number, out: number, n: number, t: number): void {
  const whole = n - (n % 4);
  for (let i = 0; i < whole; i += 4) {
    f64[out + i] = shrunk(f64[v + i], t);
    f64[out + i + 1] = shrunk(f64[v + i + 1], t);
    f64[out + i + 2] = shrunk(f64[v + i + 2], t);
    f64[out + i + 3] = shrunk(f64[v + i + 3], t);
  }
  for (let i = whole; i < n; i++) f64[out + i] = shrunk(f64[v + i], t);
}

/**
 * (|x| − t)·s with s = 1 above t, −1 below −t and 0 between: without branches, which random data mislead. No −0;
 * NaN stays NaN.
 */
function shrunk(x: number, t: number): number {
  return (Math.abs(x) - t) * (+(x > t) - +(x < -t)) + 0;
}

/** out ← v where |v| > cut, else 0; in entries. */
export function hardAt(f64: Float64Array, v: number, out: number, n: number, cut: number): void {
  if (cut < Number.POSITIVE_INFINITY)
    for (let i = 0; i < n; i++) {
      const x = f64[v + i];
      f64[out + i] = x * +(Math.abs(x) > cut) + 0; // no −0; NaN stays NaN
    }
  else for (let i = 0; i < n; i++) f64[out + i] = Number.isNaN(f64[v + i]) ? f64[v + i] : 0;
}
