import { ArgumentError, linearPredict, type MatrixLike, type SparseMatrix } from "@proxkit/core";
import { type LossName, meanOf } from "./family.ts";
import { flatOf } from "./flat-of.ts";
import type { Coefficients } from "./regression.ts";

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
  const { lossName, intercept, coefficients } = options;
  return meanOf(lossName, productsOf({ intercept, coefficients }, options.X), intercept.length);
}

/** z = b + x·w, the K of a row beside each other. */
export function productsOf(
  { intercept, coefficients }: Coefficients,
  given: MatrixLike | SparseMatrix,
): Float64Array {
  const X = flatOf("predictMean", given);
  const K = intercept.length;
  const d = coefficients.length / K;
  if (X.columns !== d)
    throw new ArgumentError({
      caller: "predictMean",
      argument: "X",
      expected: `have ${d} columns`,
      received: X.columns,
    });
  const z = new Float64Array(X.rows * K);
  for (let k = 0; k < K; k++) {
    const w = new Float64Array(d);
    for (let j = 0; j < d; j++) w[j] = coefficients[j * K + k];
    const product = linearPredict({ w, X });
    for (let i = 0; i < X.rows; i++) z[i * K + k] = product[i] + intercept[k];
  }
  return z;
}
