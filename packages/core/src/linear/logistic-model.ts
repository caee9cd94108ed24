import { type Columns, logisticProducts } from "@proxkit/kernels";
import type { LinearModel } from "./linear-model.ts";

/** φ″ is at most this. */
export const STEEPEST_LOGISTIC = 0.25;

/** F(z) = Σⱼ sⱼ log(1 + exp(−yⱼzⱼ)), in kernels. @param s length m @param y ±1, length m */
export function logisticModel(columns: Columns, s: Float64Array, y: Float64Array): LinearModel {
  const { memory } = columns;
  const [signs, weights] = [memory.float64(y.length), memory.float64(s.length)];
  signs.view.set(y);
  weights.view.set(s);

  function bounds(out: Float64Array): void {
    for (let j = 0; j < s.length; j++) out[j] = s[j] * STEEPEST_LOGISTIC;
  }

  return Object.freeze({
    columns,
    outputs: 1,
    ...logisticProducts(signs, weights),
    bounds,
    quadratic: false,
    least: 0,
  });
}
