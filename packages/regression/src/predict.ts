import {
  ArgumentError,
  type FlatMatrix,
  type MatrixLike,
  readColumns,
  type SparseMatrix,
} from "@proxkit/core";
import { type LossName, meanOf } from "./family.ts";
import type { Coefficients } from "./linear-problem.ts";

export interface PredictMeanOptions extends Coefficients {
  readonly lossName: LossName;
  /** The inputs, m × d. */
  readonly X: MatrixLike | SparseMatrix;
}

/**
 * What a model expects: x·w + b for squared and huber, the probability of class 1 for logistic, the rate exp(x·w + b) for
 * poisson, and the K probabilities for multinomial.
 *
 * @returns length mK, the outputs of a row beside each other (K = 1 but for multinomial)
 * @throws ArgumentError if X has another number of columns than the model has features
 * @throws DataValueError at the first entry that is not finite
 * @example
 * ```ts
 * import { predictMean } from "@proxkit/regression";
 *
 * const model = { intercept: Float64Array.of(1), coefficients: Float64Array.of(2, 0) };
 * console.log(predictMean({ lossName: "squared", ...model, X: [[3, 5]] })); // Float64Array(1) [ 7 ]
 * ```
 */
export function predictMean(options: PredictMeanOptions): Float64Array {
  const caller = "predictMean";
  const { lossName, intercept, coefficients } = options;
  const X = readColumns(caller, options.X);
  if (X.columns * intercept.length !== coefficients.length)
    throw new ArgumentError({
      caller,
      argument: "X",
      expected: `have ${coefficients.length / intercept.length} columns`,
      received: X.columns,
    });
  return meanOf(lossName, productsOf({ intercept, coefficients }, X), intercept.length);
}

/** z = b + x·w, the K of a row beside each other. @param X by columns, of finite numbers */
export function productsOf(
  { intercept, coefficients }: Coefficients,
  X: FlatMatrix | SparseMatrix,
): Float64Array {
  const K = intercept.length;
  const z = new Float64Array(X.rows * K);
  for (let i = 0; i < z.length; i++) z[i] = intercept[i % K];
  for (let at = 0; at < coefficients.length; at++) {
    const w = coefficients[at];
    if (w !== 0) addColumn(X, Math.floor(at / K), w, z, at % K, K);
  }
  return z;
}

/** z at output k ← z + w · column j */
function addColumn(
  X: FlatMatrix | SparseMatrix,
  j: number,
  w: number,
  z: Float64Array,
  k: number,
  K: number,
): void {
  if ("starts" in X) {
    const { starts, rowIndices, values } = X;
    for (let at = starts[j]; at < starts[j + 1]; at++) z[rowIndices[at] * K + k] += w * values[at];
    return;
  }
  const { data, rows } = X;
  for (let i = 0; i < rows; i++) z[i * K + k] += w * data[j * rows + i];
}
