import { products } from "./linear/products.ts";
import type { MatrixLike } from "./matrix-like.ts";
import type { SparseMatrix } from "./sparse-matrix.ts";

export interface LinearPredictOptions {
  /** The weights, length d. */
  readonly w: Float64Array;
  /** The inputs, m × d: a row is a sample; dense or sparse. */
  readonly X: MatrixLike | SparseMatrix;
}

/**
 * The output Xw of a linear model.
 *
 * @param options w (length d) and X (m × d)
 * @returns length m
 * @throws ArgumentError if X is empty or ragged, or w has another length than d
 * @throws DataValueError if X holds a NaN or an infinity
 * @example
 * ```ts
 * import { linearPredict } from "@proxkit/core";
 *
 * console.log(linearPredict({ w: Float64Array.of(1, -1), X: [[5, 3], [0, 1]] })); // Float64Array(2) [ 2, -1 ]
 * ```
 */
export function linearPredict({ w, X }: LinearPredictOptions): Float64Array {
  return products("linearPredict", w, X);
}
