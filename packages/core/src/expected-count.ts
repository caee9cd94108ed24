import { products } from "./linear/products.ts";
import type { LinearPredictOptions } from "./linear-predict.ts";

/**
 * The mean count of a Poisson model.
 *
 *     exp(x·w)   for each row x of X
 *
 * @param options w (length d) and X (m × d)
 * @returns length m, each at least 0; Infinity where exp overflows
 * @throws ArgumentError if X is empty or ragged, or w has another length than d
 * @throws DataValueError if X holds a NaN or an infinity
 * @example
 * ```ts
 * import { expectedCount } from "@proxkit/core";
 *
 * console.log(expectedCount({ w: Float64Array.of(1), X: [[0], [-1e300]] })); // Float64Array(2) [ 1, 0 ]
 * ```
 */
export function expectedCount({ w, X }: LinearPredictOptions): Float64Array {
  return products("expectedCount", w, X).map(Math.exp);
}
