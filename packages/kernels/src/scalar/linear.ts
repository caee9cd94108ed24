import { axpyAt } from "./axpy.ts";
import { dotAt } from "./dot.ts";
import { expOfNegative } from "./exp.ts";
import { log1pOfUnit } from "./log1p.ts";
import type { FloatArray } from "./views.ts";

/** The twin of assembly/least-squares.ts; all in entries, g −1 for none. */
export function leastSquaresAt(
  f64: Float64Array,
  data: FloatArray,
  X: number,
  y: number,
  w: number,
  g: number,
  m: number,
  d: number,
  total: number,
): number {
  let sum = 0;
  if (g >= 0) f64.fill(0, g, g + d);
  for (let j = 0, row = X; j < m; j++, row += d) {
    const r = dotAt(data, row, f64, w, d) - f64[y + j];
    sum += (r * r) / 2;
    if (g >= 0) axpyAt(r / total, data, row, f64, g, d);
  }
  return sum;
}

/** The twin of assembly/logistic.ts; all in entries, g −1 for none. */
export function logisticAt(
  f64: Float64Array,
  data: FloatArray,
  X: number,
  s: number,
  w: number,
  g: number,
  m: number,
  d: number,
  total: number,
): number {
  let sum = 0;
  if (g >= 0) f64.fill(0, g, g + d);
  for (let j = 0, row = X; j < m; j++, row += d) {
    const sign = f64[s + j];
    const margin = sign * dotAt(data, row, f64, w, d);
    const e = expOfNegative(-Math.abs(margin));
    sum += (margin < 0 ? -margin : 0) + log1pOfUnit(e);
    if (g < 0) continue;
    const wrong = margin < 0 ? 1 / (1 + e) : e / (1 + e); // 1/(1 + exp(margin))
    axpyAt((-sign * wrong) / total, data, row, f64, g, d);
  }
  return sum;
}
