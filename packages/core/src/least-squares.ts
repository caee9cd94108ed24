import { leastSquaresPass } from "@proxkit/kernels";
import { type DataLoss, dataLoss } from "./data-loss.ts";
import type { DataOptions } from "./data-options.ts";
import { gramBound } from "./gram-bound.ts";
import { columnLoss } from "./linear/column-loss.ts";
import { leastSquaresModel } from "./linear/least-squares-model.ts";
import type { LinearLoss } from "./linear/linear-model.ts";
import { sampleWeights } from "./linear/sample-weights.ts";
import { columnsOfRows, liesByColumns, storedColumns } from "./linear/stored-columns.ts";
import type { MatrixLike } from "./matrix-like.ts";
import { readVector } from "./read-vector.ts";
import type { SparseMatrix } from "./sparse-matrix.ts";
import { storedMatrix } from "./stored-matrix.ts";

export interface LeastSquaresOptions extends DataOptions {
  /** The inputs, m × d: a row is a sample; dense or sparse. */
  readonly X: MatrixLike | SparseMatrix;
  /** The targets, length m. Copied. */
  readonly y: ArrayLike<number>;
  /** What each sample counts, length m, at least 0. Default: all the same. */
  readonly weights?: ArrayLike<number> | undefined;
}

/**
 * Half the mean squared error of a linear model.
 *
 *     f(w) = 1/(2m) ‖y − Xw‖²,   with weights:  ½ Σⱼ sⱼ (yⱼ − xⱼ·w)²,  sⱼ = weightⱼ/Σ weights
 *
 * Smoothness is λmax(XᵀX)/m, with weights λmax(Xᵀ diag(s) X), enlarged by 1%.
 *
 * @param options X (m × d) and y (length m)
 * @returns a {@link DataLoss} of dimension d that is a {@link LinearLoss} too
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
export function leastSquares(options: LeastSquaresOptions): DataLoss & LinearLoss {
  const name = "leastSquares";
  const { weights } = options;
  if (weights || liesByColumns(options.X)) {
    const columns = storedColumns(name, options.X, options);
    const y = readVector(name, "y", options.y, columns.rows);
    const s = sampleWeights(name, weights, columns.rows);
    return columnLoss({ name, model: leastSquaresModel(columns, s, y), s, steepest: 1 });
  }
  const { X, threads } = storedMatrix(name, options.X, options);
  const y = readVector(name, "y", options.y, X.rows);
  return dataLoss({
    name,
    X,
    pass: leastSquaresPass({ X, y, threads }),
    smoothness: () => gramBound(X),
    linear: () => leastSquaresModel(columnsOfRows(X), sampleWeights(name, undefined, X.rows), y),
  });
}
