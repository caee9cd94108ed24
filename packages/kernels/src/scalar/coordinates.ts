import { axpyAt } from "./axpy.ts";
import { dotAt } from "./dot.ts";
import type { FloatArray, Views } from "./views.ts";

/** The twin of assembly/coordinates.ts; X in entries, the others in bytes. */
export function coordinatesAt(
  { f64, u32 }: Views,
  data: FloatArray,
  X: number,
  r: number,
  w: number,
  c: number,
  list: number,
  count: number,
  m: number,
  l1: number,
  l2: number,
): number {
  const [residual, weights, curvatures, first] = [r / 8, w / 8, c / 8, list / 4];
  let most = 0;
  for (let i = 0; i < count; i++) {
    const j = u32[first + i];
    const curvature = f64[curvatures + j];
    if (curvature === 0) continue;
    const before = f64[weights + j];
    const z = dotAt(data, X + j * m, f64, residual, m) / m + curvature * before;
    const moved = Math.abs(z) <= l1 ? 0 : z > 0 ? z - l1 : z + l1;
    const after = moved / (curvature + l2);
    const delta = after - before;
    if (delta === 0) continue;
    f64[weights + j] = after;
    axpyAt(-delta, data, X + j * m, f64, residual, m);
    most = Math.max(most, curvature * delta * delta);
  }
  return most;
}
