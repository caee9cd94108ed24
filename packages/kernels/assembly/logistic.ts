import { dotOf } from "./dot";
import { expOfNegative } from "./exp";
import { log1pOfUnit } from "./log1p";
import { flush, push } from "./pending";

/**
 * Σⱼ log(1 + exp(−sⱼ xⱼ·w)) over m rows of length d with signs sⱼ = ±1; where g is not 0, also
 * g ← 1/total Σⱼ −sⱼ/(1 + exp(sⱼ xⱼ·w)) xⱼ. One exponential a row, and none overflows.
 *
 * @param scratch 48 bytes
 */
// @ts-ignore: decorator
@inline
function logisticOf<T>(
  X: usize, s: usize, w: usize, g: usize, scratch: usize, m: i32, d: i32, total: f64,
): f64 {
  const stride = <usize>d * sizeof<T>();
  let sum: f64 = 0;
  let count = 0;
  if (g != 0) memory.fill(g, 0, <usize>d * 8);
  for (let j = 0; j < m; j++) {
    const sign = load<f64>(s);
    const margin = sign * dotOf<T>(X, w, d);
    const e = expOfNegative(-abs(margin));
    sum += (margin < 0 ? -margin : 0) + log1pOfUnit(e);
    if (g != 0) {
      const wrong = margin < 0 ? 1 / (1 + e) : e / (1 + e); // 1/(1 + exp(margin))
      count = push<T>(scratch, count, (-sign * wrong) / total, X, g, d);
    }
    X += stride;
    s += 8;
  }
  if (g != 0) flush<T>(scratch, count, g, d);
  return sum;
}

export function logistic(
  X: usize, s: usize, w: usize, g: usize, scratch: usize, m: i32, d: i32, total: f64,
): f64 {
  return logisticOf<f64>(X, s, w, g, scratch, m, d, total);
}

export function logistic32(
  X: usize, s: usize, w: usize, g: usize, scratch: usize, m: i32, d: i32, total: f64,
): f64 {
  return logisticOf<f32>(X, s, w, g, scratch, m, d, total);
}
