import { checkLength } from "./check-arguments.ts";
import { checkSparse } from "./linear/read-sparse.ts";
import { isSparse } from "./linear/stored-columns.ts";
import { dotAt } from "./loops/dot-at.ts";
import type { MatrixLike } from "./matrix-like.ts";
import { readMatrix } from "./read-matrix.ts";
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
  if (isSparse(X)) return timesSparse(w, X);
  const { data, rows, columns } = readMatrix("linearPredict", X);
  checkLength("linearPredict", "w", w, columns);
  return new Float64Array(rows).map((_, j) => dotAt(data, j * columns, w));
}

function timesSparse(w: Float64Array, X: SparseMatrix): Float64Array {
  checkSparse("linearPredict", X);
  checkLength("linearPredict", "w", w, X.columns);
  const out = new Float64Array(X.rows);
  for (let j = 0; j < X.columns; j++)
    for (let at = X.starts[j]; at < X.starts[j + 1]; at++)
      out[X.rowIndices[at]] += w[j] * X.values[at];
  return out;
}
