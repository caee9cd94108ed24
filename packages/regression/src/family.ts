import {
  type FlatMatrix,
  huber,
  type LinearLoss,
  leastSquares,
  logistic,
  multinomial,
  poisson,
  type SparseMatrix,
} from "@proxkit/core";

/** The losses of a linear model, by name. */
export type LossName = "squared" | "logistic" | "huber" | "poisson" | "multinomial";

export const LOSS_NAMES: readonly LossName[] = [
  "squared",
  "logistic",
  "huber",
  "poisson",
  "multinomial",
];

/** What a loss is made of. */
export interface LossData {
  readonly X: FlatMatrix | SparseMatrix;
  /** Numbers; −1 and 1 or 0 and 1 for logistic; 0 to K − 1 for multinomial. */
  readonly y: Float64Array;
  readonly weights: Float64Array | undefined;
  /** K of multinomial. */
  readonly classes: number | undefined;
  /** Where Huber's loss becomes straight, in the units of y. */
  readonly delta: number | undefined;
}

/** The loss of that name, its data by columns. */
export function lossOf(name: LossName, data: LossData): LinearLoss {
  const { X, y, weights, classes, delta = Number.NaN } = data;
  switch (name) {
    case "squared":
      return leastSquares({ X, y, weights });
    case "logistic":
      return logistic({ X, y, weights });
    case "huber":
      return huber({ X, y, weights, delta });
    case "poisson":
      return poisson({ X, y, weights });
    case "multinomial":
      return multinomial({ X, y, weights, classes });
  }
}

/** The mean of y given the product z = x·w, one output after the other for each row: what a model predicts. */
export function meanOf(name: LossName, z: Float64Array, outputs: number): Float64Array {
  switch (name) {
    case "squared":
    case "huber":
      return z;
    case "logistic":
      return z.map((x) => 1 / (1 + Math.exp(-x)));
    case "poisson":
      return z.map(Math.exp);
    case "multinomial":
      return softmax(z, outputs);
  }
}

/** exp(zₖ)/Σ exp(zₖ) over the K products of each row. */
function softmax(z: Float64Array, K: number): Float64Array {
  const out = new Float64Array(z.length);
  for (let row = 0; row < z.length; row += K) {
    let most = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < K; k++) most = Math.max(most, z[row + k]);
    let sum = 0;
    for (let k = 0; k < K; k++) {
      out[row + k] = Math.exp(z[row + k] - most);
      sum += out[row + k];
    }
    for (let k = 0; k < K; k++) out[row + k] /= sum;
  }
  return out;
}
