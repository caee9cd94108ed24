import type { FloatArray } from "./views.ts";

/**
 * Σᵢ x[at + i]·y[from + i] in eight sums: entry i goes to sum i mod 8, and the sums are added as
 * ((s₀ + s₄) + (s₂ + s₆)) + ((s₁ + s₅) + (s₃ + s₇)), as SIMD adds them.
 */
export function dotAt(x: FloatArray, at: number, y: Float64Array, from: number, n: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let s4 = 0;
  let s5 = 0;
  let s6 = 0;
  let s7 = 0;
  const whole = n - (n % 8);
  for (let i = 0; i < whole; i += 8) {
    const p = at + i;
    const q = from + i;
    s0 += x[p] * y[q];
    s1 += x[p + 1] * y[q + 1];
    s2 += x[p + 2] * y[q + 2];
    s3 += x[p + 3] * y[q + 3];
    s4 += x[p + 4] * y[q + 4];
    s5 += x[p + 5] * y[q + 5];
    s6 += x[p + 6] * y[q + 6];
    s7 += x[p + 7] * y[q + 7];
  }
  const p = at + whole;
  const q = from + whole;
  const left = n - whole;
  if (left > 0) s0 += x[p] * y[q];
  if (left > 1) s1 += x[p + 1] * y[q + 1];
  if (left > 2) s2 += x[p + 2] * y[q + 2];
  if (left > 3) s3 += x[p + 3] * y[q + 3];
  if (left > 4) s4 += x[p + 4] * y[q + 4];
  if (left > 5) s5 += x[p + 5] * y[q + 5];
  if (left > 6) s6 += x[p + 6] * y[q + 6];
  return s0 + s4 + (s2 + s6) + (s1 + s5 + (s3 + s7));
}
