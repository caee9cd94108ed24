import { defineLoss } from "./define-loss.ts";
import { gramBound } from "./gram-bound.ts";
import { linearPass, type PointLoss } from "./loops/linear-pass.ts";
import type { Loss } from "./loss.ts";
import type { MatrixLike } from "./matrix-like.ts";
import { readMatrix } from "./read-matrix.ts";
import { readVector } from "./read-vector.ts";

export interface LeastSquaresOptions {
  /** The inputs, m × d: a row is a sample. */
  readonly X: MatrixLike;
  /** The targets, length m. Copied. */
  readonly y: ArrayLike<number>;
}

const halfSquare: PointLoss = {
  value: (z, y) => ((z - y) * (z - y)) / 2,
  slope: (z, y) => z - y,
};

/**
 * Half the mean squared error of a linear model.
 *
 *     f(w) = 1/(2m) ‖y − Xw‖²
 *
 * Smoothness is λmax(XᵀX)/m, enlarged by 1%.
 *
 * @param options X (m × d) and y (length m)
 * @returns a {@link Loss} of dimension d
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
export function leastSquares({ X: given, y: targets }: LeastSquaresOptions): Loss {
  const name = "leastSquares";
  const X = readMatrix(name, given);
  const y = readVector(name, "y", targets, X.rows);
  return defineLoss({
    name,
    dimension: X.columns,
    evaluate: (w, out) => linearPass(X, y, halfSquare, w, out),
    smoothness: () => gramBound(X),
  });
}
