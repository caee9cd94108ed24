import { logisticPass } from "@proxkit/kernels";
import { type DataLoss, dataLoss } from "./data-loss.ts";
import type { DataOptions } from "./data-options.ts";
import { gramBound } from "./gram-bound.ts";
import { columnLoss } from "./linear/column-loss.ts";
import type { LinearLoss } from "./linear/linear-model.ts";
import { logisticModel, STEEPEST_LOGISTIC } from "./linear/logistic-model.ts";
import { sampleWeights } from "./linear/sample-weights.ts";
import { columnsOfRows, liesByColumns, storedColumns } from "./linear/stored-columns.ts";
import type { MatrixLike } from "./matrix-like.ts";
import { readSigns } from "./read-signs.ts";
import type { SparseMatrix } from "./sparse-matrix.ts";
import { storedMatrix } from "./stored-matrix.ts";

export interface LogisticOptions extends DataOptions {
  /** The inputs, m × d: a row is a sample; dense or sparse. */
  readonly X: MatrixLike | SparseMatrix;
  /** The labels, length m: 0 and 1, or −1 and 1. Copied. */
  readonly y: ArrayLike<number>;
  /** What each sample counts, length m, at least 0. Default: all the same. */
  readonly weights?: ArrayLike<number> | undefined;
}

/**
 * The mean logistic loss of a linear model for two classes.
 *
 *     f(w) = 1/m Σⱼ log(1 + exp(−yⱼ xⱼ·w)),   yⱼ = 1 or −1 (given as 0 or −1)
 *
 * With weights it is their mean, Σⱼ weightⱼ log(…)/Σ weights. No xⱼ·w overflows exp: the value grows like |xⱼ·w|.
 * Smoothness is λmax(XᵀX)/(4m), with weights λmax(Xᵀ diag(s) X)/4, enlarged by 1%.
 *
 * @param options X (m × d) and labels y (length m)
 * @returns a {@link DataLoss} of dimension d that is a {@link LinearLoss} too
 * @throws ArgumentError if X is empty or ragged, y has another length than m, or holds only one class
 * @throws DataValueError if X holds a NaN or an infinity, or y another label
 * @example
 * ```ts
 * import { logistic } from "@proxkit/core";
 *
 * const loss = logistic({ X: [[1, 0], [0, 2]], y: [0, 1] });
 * console.log(loss.value(Float64Array.of(0, 0)) === Math.LN2); // true
 * console.log(loss.gradient(Float64Array.of(0, 0))); // Float64Array(2) [ 0.25, -0.5 ]
 * ```
 */
export function logistic(options: LogisticOptions): DataLoss & LinearLoss {
  const name = "logistic";
  const { weights } = options;
  if (weights || liesByColumns(options.X)) {
    const columns = storedColumns(name, options.X, options);
    const y = readSigns(name, options.y, columns.rows);
    const s = sampleWeights(name, weights, columns.rows);
    return columnLoss({
      name,
      model: logisticModel(columns, s, y),
      s,
      steepest: STEEPEST_LOGISTIC,
    });
  }
  const { X, threads } = storedMatrix(name, options.X, options);
  const y = readSigns(name, options.y, X.rows);
  return dataLoss({
    name,
    X,
    pass: logisticPass({ X, y, threads }),
    smoothness: () => gramBound(X) * STEEPEST_LOGISTIC,
    linear: () => logisticModel(columnsOfRows(X), sampleWeights(name, undefined, X.rows), y),
  });
}
