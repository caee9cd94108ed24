import { checkLength } from "./check-arguments.ts";
import { dotAt } from "./loops/dot-at.ts";
import type { MatrixLike } from "./matrix-like.ts";
import { readMatrix } from "./read-matrix.ts";

export interface LinearPredictOptions {
  /** The weights, length d. */
  readonly w: Float64Array;
  /** The inputs, m × d: a row is a sample. */
  readonly X: MatrixLike;
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
  const { data, rows, columns } = readMatrix("linearPredict", X);
  checkLength("linearPredict", "w", w, columns);
  return new Float64Array(rows).map((_, j) => dotAt(data, j * columns, w));
}
