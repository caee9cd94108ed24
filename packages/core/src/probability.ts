import { products } from "./linear/products.ts";
import type { LinearPredictOptions } from "./linear-predict.ts";

/**
 * The probability of class 1 in a logistic model.
 *
 *     1/(1 + exp(−x·w))   for each row x of X
 *
 * @param options w (length d) and X (m × d)
 * @returns length m, each in [0, 1]
 * @throws ArgumentError if X is empty or ragged, or w has another length than d
 * @throws DataValueError if X holds a NaN or an infinity
 * @example
 * ```ts
 * import { probability } from "@proxkit/core";
 *
 * console.log(probability({ w: Float64Array.of(1), X: [[0], [-1e300]] })); // Float64Array(2) [ 0.5, 0 ]
 * ```
 */
export function probability({ w, X }: LinearPredictOptions): Float64Array {
  return products("probability", w, X).map((z) => 1 / (1 + Math.exp(-z)));
}
