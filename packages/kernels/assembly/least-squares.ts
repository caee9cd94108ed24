import { dotOf } from "./dot";
import { flush, push } from "./pending";

/**
 * Σⱼ (xⱼ·w − yⱼ)²/2 over m rows of length d; where g is not 0, also g ← 1/total Σⱼ (xⱼ·w − yⱼ) xⱼ.
 *
 * @param scratch 48 bytes
 */
// @ts-ignore: decorator
@inline
function leastSquaresOf<T>(
  X: usize, y: usize, w: usize, g: usize, scratch: usize, m: i32, d: i32, total: f64,
): f64 {
  const stride = <usize>d * sizeof<T>();
  let sum: f64 = 0;
  let count = 0;
  if (g != 0) memory.fill(g, 0, <usize>d * 8);
  for (let j = 0; j < m; j++) {
    const r = dotOf<T>(X, w, d) - load<f64>(y);
    sum += (r * r) / 2;
    if (g != 0) count = push<T>(scratch, count, r / total, X, g, d);
    X += stride;
    y += 8;
  }
  if (g != 0) flush<T>(scratch, count, g, d);
  return sum;
}

export function leastSquares(
  X: usize, y: usize, w: usize, g: usize, scratch: usize, m: i32, d: i32, total: f64,
): f64 {
  return leastSquaresOf<f64>(X, y, w, g, scratch, m, d, total);
}

export function leastSquares32(
  X: usize, y: usize, w: usize, g: usize, scratch: usize, m: i32, d: i32, total: f64,
): f64 {
  return leastSquaresOf<f32>(X, y, w, g, scratch, m, d, total);
}
