import type { Pass, PassOptions } from "./pass.ts";
import { rowPass } from "./row-pass.ts";

/**
 * Half the mean squared error of a linear model, and its gradient in the same pass over X.
 *
 *     f(w) = 1/(2m) ‖y − Xw‖²,   ∇f(w) = 1/m Xᵀ(Xw − y)
 *
 * @param options X (m × d), y (length m) and the threads
 * @returns the loss, ready to be evaluated on weights of length d
 * @throws RangeError if y or the threads do not fit; KernelMemoryError if X was freed, or there are several
 * threads and its memory is not shared
 * @example
 * ```ts
 * import { leastSquaresPass, openMemory } from "@proxkit/kernels";
 *
 * const data = openMemory().float64(4);
 * data.view.set([1, 0, 0, 2]);
 * const pass = leastSquaresPass({ X: { data, rows: 2, columns: 2 }, y: [1, 2] });
 * console.log(pass.evaluate(Float64Array.of(0, 0))); // 1.25
 * ```
 */
export function leastSquaresPass(options: PassOptions): Pass {
  return rowPass({ caller: "leastSquaresPass", kernel: "leastSquares", patches: 1 }, options);
}
