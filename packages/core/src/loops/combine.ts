/** out ← p·w + q·(w − v). */
export function combine(
  p: number,
  w: Float64Array,
  q: number,
  v: Float64Array,
  out: Float64Array,
): void {
  const d = w.length;
  for (let i = 0; i < d; i++) out[i] = p * w[i] + q * (w[i] - v[i]);
}
