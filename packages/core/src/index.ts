export { angle } from "./angle.ts";
export { ArgumentError, type ArgumentErrorOptions } from "./argument-error.ts";
export { classify } from "./classify.ts";
export type { DataLoss } from "./data-loss.ts";
export type { DataOptions } from "./data-options.ts";
export { DataValueError, type DataValueErrorOptions } from "./data-value-error.ts";
export { dot } from "./dot.ts";
export { expectedCount } from "./expected-count.ts";
export { type HuberOptions, huber } from "./huber.ts";
export { type LeastSquaresOptions, leastSquares } from "./least-squares.ts";
export { type LinearLossOptions, linearLoss } from "./linear/linear-loss.ts";
export type { LinearLoss, LinearModel } from "./linear/linear-model.ts";
export type { Pointwise } from "./linear/pointwise.ts";
export { sampleWeights } from "./linear/sample-weights.ts";
export { type LinearPredictOptions, linearPredict } from "./linear-predict.ts";
export { type LogisticOptions, logistic } from "./logistic.ts";
export type { Loss } from "./loss.ts";
export type { FlatMatrix, MatrixLike } from "./matrix-like.ts";
export { type MultinomialOptions, multinomial } from "./multinomial.ts";
export { type NetworkLossOptions, networkLoss } from "./network-loss.ts";
export { norm } from "./norm.ts";
export type { PlanarLoss, PlanarLossKernel } from "./planar-loss.ts";
export {
  type PlantedNetwork,
  type PlantedNetworkOptions,
  plantedNetwork,
} from "./planted-network.ts";
export { type PoissonOptions, poisson } from "./poisson.ts";
export { type PopulationLossOptions, populationLoss } from "./population-loss.ts";
export { type PredictOptions, predict } from "./predict.ts";
export { type ProbabilitiesOptions, probabilities } from "./probabilities.ts";
export { probability } from "./probability.ts";
export { randomUnitVector } from "./random-unit-vector.ts";
export { readColumns } from "./read-columns.ts";
export { readVector } from "./read-vector.ts";
export { type Random, seededRandom } from "./seeded-random.ts";
export type { SparseMatrix } from "./sparse-matrix.ts";
export { valueAndGradient } from "./value-and-gradient.ts";
