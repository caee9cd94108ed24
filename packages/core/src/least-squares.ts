import { leastSquaresPass } from "@proxkit/kernels";
import { type DataLoss, dataLoss } from "./data-loss.ts";
import type { DataOptions } from "./data-options.ts";
import { gramBound } from "./gram-bound.ts";
import type { MatrixLike } from "./matrix-like.ts";
import { readVector } from "./read-vector.ts";
import { storedMatrix } from "./stored-matrix.ts";

export interface LeastSquaresOptions extends DataOptions {
  /** The inputs, m × d: a row is a sample. */
  readonly X: MatrixLike;
  /** The targets, length m. Copied. */
  readonly y: ArrayLike<number>;
}

/**
 * Half the mean squared error of a linear model.
 *
 *     f(w) = 1/(2m) ‖y − Xw‖²
 *
 * Smoothness is λmax(XᵀX)/m, enlarged by 1%.
 *
 * @param options X (m × d) and y (length m)
 * @returns a {@link DataLoss} of dimension d
 * @throws ArgumentError if X is empty or ragged, or y has another length than m
 * @throws DataValueError if X or y holds a NaN or an infinity
 * @example
 * ```ts
 * import { leastSquares } from "@proxkit/core";
 *
 * const loss = leastSquares({ X: [[1, 0], [0, 2]], y: [1, 2] });
 * console.log(loss.value(Float64Array.of(0, 0))); // 1.25
 * console.log(loss.gradient(Float64Array.of(0, 0))); // Float64Array(2) [ -0.5, -2 ]
 * ```
 */
export function leastSquares(options: LeastSquaresOptions): DataLoss {
  const name = "leastSquares";
  const { X, threads } = storedMatrix(name, options.X, options);
  const y = readVector(name, "y", options.y, X.rows);
  return dataLoss({
    name,
    X,
    pass: leastSquaresPass({ X, y, threads }),
    smoothness: () => gramBound(X),
  });
}
