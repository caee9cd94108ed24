/** out ← soft(v, t); in entries. */
export function softAt(f64: Float64Array, v: number, out: number, n: number, t: number): void {
  for (let i = 0; i < n; i++) {
    const x = f64[v + i];
    f64[out + i] = Math.abs(x) <= t ? 0 : x > 0 ? x - t : x + t;
  }
}

/** out ← v where |v| > cut, else 0; in entries. */
export function hardAt(f64: Float64Array, v: number, out: number, n: number, cut: number): void {
  for (let i = 0; i < n; i++) {
    const x = f64[v + i];
    f64[out + i] = Math.abs(x) <= cut ? 0 : x;
  }
}
