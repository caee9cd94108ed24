import type { Pass, PassOptions } from "./pass.ts";
import { rowPass } from "./row-pass.ts";

/**
 * The mean logistic loss of a linear model for two classes, and its gradient in the same pass over X.
 *
 *     f(w) = 1/m Σⱼ log(1 + exp(−yⱼ xⱼ·w)),   ∇f(w) = 1/m Σⱼ −yⱼ/(1 + exp(yⱼ xⱼ·w)) xⱼ
 *
 * Nothing overflows. Exponential and logarithm are the kernels' own, with the same bits everywhere.
 *
 * @param options X (m × d), the signs y (length m, −1 or 1) and the threads
 * @returns the loss, ready to be evaluated on weights of length d
 * @throws RangeError if y or the threads do not fit; KernelMemoryError if X was freed, or there are several
 * threads and its memory is not shared
 * @example
 * ```ts
 * import { logisticPass, openMemory } from "@proxkit/kernels";
 *
 * const data = openMemory().float64(4);
 * data.view.set([1, 0, 0, 2]);
 * const pass = logisticPass({ X: { data, rows: 2, columns: 2 }, y: [-1, 1] });
 * console.log(pass.evaluate(Float64Array.of(0, 0)) === Math.LN2); // true
 * ```
 */
export function logisticPass(options: PassOptions): Pass {
  return rowPass({ caller: "logisticPass", kernel: "logistic", patches: 1 }, options);
}
