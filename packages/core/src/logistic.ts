import { defineLoss } from "./define-loss.ts";
import { gramBound } from "./gram-bound.ts";
import { linearPass, type PointLoss } from "./loops/linear-pass.ts";
import type { Loss } from "./loss.ts";
import type { MatrixLike } from "./matrix-like.ts";
import { readMatrix } from "./read-matrix.ts";
import { readSigns } from "./read-signs.ts";

export interface LogisticOptions {
  /** The inputs, m × d: a row is a sample. */
  readonly X: MatrixLike;
  /** The labels, length m: 0 and 1, or −1 and 1. Copied. */
  readonly y: ArrayLike<number>;
}

const logLoss: PointLoss = {
  value: (z, s) => Math.max(0, -s * z) + Math.log1p(Math.exp(-Math.abs(z))),
  slope: (z, s) => -s / (1 + Math.exp(s * z)),
};

/**
 * The mean logistic loss of a linear model for two classes.
 *
 *     f(w) = 1/m Σⱼ log(1 + exp(−sⱼ xⱼ·w)),   sⱼ = 1 where yⱼ = 1, else −1
 *
 * No xⱼ·w overflows exp: the value grows like |xⱼ·w|. Smoothness is λmax(XᵀX)/(4m), enlarged by 1%.
 *
 * @param options X (m × d) and labels y (length m)
 * @returns a {@link Loss} of dimension d
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
export function logistic({ X: given, y: labels }: LogisticOptions): Loss {
  const name = "logistic";
  const X = readMatrix(name, given);
  const signs = readSigns(name, labels, X.rows);
  return defineLoss({
    name,
    dimension: X.columns,
    evaluate: (w, out) => linearPass(X, signs, logLoss, w, out),
    smoothness: () => gramBound(X) / 4,
  });
}
