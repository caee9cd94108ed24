import type { FloatArray } from "./views.ts";

/** y[from + i] ← y[from + i] + a·x[at + i], four at a time to save on checks. */
export function axpyAt(
  a: number,
  x: FloatArray,
  at: number,
  y: Float64Array,
  from: number,
  n: number,
): void {
  const whole = n - (n % 4);
  for (let i = 0; i < whole; i += 4) {
    const p = at + i;
    const q = from + i;
    y[q] += a * x[p];
    y[q + 1] += a * x[p + 1];
    y[q + 2] += a * x[p + 2];
    y[q + 3] += a * x[p + 3];
  }
  for (let i = whole; i < n; i++) y[from + i] += a * x[at + i];
}
