import { logisticPass } from "@proxkit/kernels";
import { type DataLoss, dataLoss } from "./data-loss.ts";
import type { DataOptions } from "./data-options.ts";
import { gramBound } from "./gram-bound.ts";
import type { MatrixLike } from "./matrix-like.ts";
import { readSigns } from "./read-signs.ts";
import { storedMatrix } from "./stored-matrix.ts";

export interface LogisticOptions extends DataOptions {
  /** The inputs, m × d: a row is a sample. */
  readonly X: MatrixLike;
  /** The labels, length m: 0 and 1, or −1 and 1. Copied. */
  readonly y: ArrayLike<number>;
}

/**
 * The mean logistic loss of a linear model for two classes.
 *
 *     f(w) = 1/m Σⱼ log(1 + exp(−sⱼ xⱼ·w)),   sⱼ = 1 where yⱼ = 1, else −1
 *
 * No xⱼ·w overflows exp: the value grows like |xⱼ·w|. Smoothness is λmax(XᵀX)/(4m), enlarged by 1%.
 *
 * @param options X (m × d) and labels y (length m)
 * @returns a {@link DataLoss} of dimension d
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
export function logistic(options: LogisticOptions): DataLoss {
  const name = "logistic";
  const { X, threads } = storedMatrix(name, options.X, options);
  const y = readSigns(name, options.y, X.rows);
  return dataLoss({
    name,
    X,
    pass: logisticPass({ X, y, threads }),
    smoothness: () => gramBound(X) / 4,
  });
}
