/**
 * out ← soft(v, t), 0 < t < ∞; in entries. (x − st)·|s| with s = 1 above t, −1 below −t and 0 between: without
 * branches, which random data mislead.
 */
export function softAt(f64: Float64Array, v: number, out: number, n: number, t: number): void {
  for (let i = 0; i < n; i++) {
    const x = f64[v + i];
    const s = +(x > t) - +(x < -t);
    f64[out + i] = (x - s * t) * +(s !== 0) + 0; // no −0; NaN stays NaN
  }
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
