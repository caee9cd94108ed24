import type { Loss } from "./loss.ts";

/**
 * f(w) and ∇f(w) together: by the loss's own method where it has one, else by two calls.
 *
 * @param loss the loss f
 * @param w where, length d; not changed
 * @param out receives ∇f(w), length d; it must not be w
 * @returns f(w)
 * @throws what the loss throws
 * @example
 * ```ts
 * import { leastSquares, valueAndGradient } from "@proxkit/core";
 *
 * const loss = leastSquares({ X: [[1, 0], [0, 2]], y: [1, 2] });
 * const gradient = new Float64Array(2);
 * console.log(valueAndGradient(loss, Float64Array.of(3, 0), gradient)); // 2
 * console.log(gradient); // Float64Array(2) [ 1, -2 ]
 * ```
 */
export function valueAndGradient(loss: Loss, w: Float64Array, out: Float64Array): number {
  if (loss.valueAndGradient) return loss.valueAndGradient(w, out);
  loss.gradient(w, out);
  return loss.value(w);
}
