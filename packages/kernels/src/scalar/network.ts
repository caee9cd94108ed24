import { axpyAt } from "./axpy.ts";
import { dotAt } from "./dot.ts";
import type { FloatArray, Views } from "./views.ts";

/** The twin of assembly/network.ts; X in entries, the others in bytes. */
export function networkAt(
  { f64, u8 }: Views,
  data: FloatArray,
  X: number,
  y: number,
  w: number,
  g: number,
  scratch: number,
  m: number,
  k: number,
  d: number,
  total: number,
): number {
  const active = scratch + 48;
  const divisor = total * k;
  const [targets, weights, gradient] = [y / 8, w / 8, g / 8];
  let squares = 0;
  if (g !== 0) f64.fill(0, gradient, gradient + d);
  for (let j = 0, row = X; j < m; j++, row += k * d) {
    let sum = 0;
    for (let i = 0; i < k; i++) {
      const z = dotAt(data, row + i * d, f64, weights, d);
      const on = !(z <= 0); // NaN is on, and stays NaN
      u8[active + i] = on ? 1 : 0;
      if (on) sum += z;
    }
    const r = sum / k - f64[targets + j];
    squares += r * r;
    if (g === 0) continue;
    const scale = (2 * r) / divisor;
    for (let i = 0; i < k; i++)
      if (u8[active + i] === 1) axpyAt(scale, data, row + i * d, f64, gradient, d);
  }
  return squares;
}
