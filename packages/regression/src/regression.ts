import { ArgumentError } from "@proxkit/core";
import type { Penalty } from "@proxkit/penalty";
import {
  type Constants,
  type LinearProblem,
  type LinearProblemOptions,
  linearProblemOf,
  scaledProblem,
} from "./linear-problem.ts";
import { unscaleBy } from "./unscale.ts";
import { withFreeTail } from "./with-free-tail.ts";

export interface RegressionOptions extends LinearProblemOptions {
  /** Separable, `weighted` (a weight for each coefficient), or on groups of the coefficients. */
  readonly penalty: Penalty;
  /** What the penalty counts for each feature, length d, at least 0; 0 leaves one free. Default: all 1. */
  readonly featureWeights?: ArrayLike<number> | undefined;
}

/** A sparse regression that is ready for any solver: a loss and a penalty, and the way back to the units of X. */
export interface Regression extends LinearProblem {
  /** Of w, intercepts left free. */
  readonly penalty: Penalty;
}

/**
 * Makes a sparse regression of data: standardised columns, an intercept that is not penalised, weights.
 *
 *     min f(w, b) + λ P(w),   f of z = b + X̃w,   x̃ = (x − mean)/deviation
 *
 * With an intercept dense columns are centred, which changes b alone: least squares then needs no column for b. Sparse
 * columns are divided, never centred. The deviation is that of the population (1/m, or the shares of the weights) about the
 * mean, as in glmnet, without an intercept too. A column that does not vary has the scale 1. λ is in the units of f, and so is
 * the objective that is reported; what is reported of w is in the units of X. Without a penalty it is a problem for
 * {@link fitSubsets}.
 *
 * @throws ArgumentError if X, y, the weights or the penalty do not fit together; with an intercept also if no column
 * varies, or y does not
 * @throws DataValueError at the first value of X or y that is missing or not finite, with its row and column
 * @example
 * ```ts
 * import { l1 } from "@proxkit/penalties-l1";
 * import { fitPath, regression } from "@proxkit/regression";
 *
 * const X = [[1, 100], [2, 300], [3, 100], [4, 300]];
 * const problem = regression({ X, y: [11, 12, 13, 14], penalty: l1() });
 * const [point] = fitPath(problem, { lambdas: [0.01] });
 * console.log(point.support, point.coefficients[0].toFixed(2), point.intercept[0].toFixed(1)); // [ 0 ] 0.99 10.0
 * ```
 */
export function regression(options: RegressionOptions): Regression;
export function regression(options: LinearProblemOptions): LinearProblem;
export function regression(options: LinearProblemOptions | RegressionOptions): LinearProblem {
  return "penalty" in options
    ? regressionOf(options, "refuse")
    : linearProblemOf(options, "refuse");
}

/** A regression with its penalty. */
export function regressionOf(options: RegressionOptions, constants: Constants): Regression {
  const { problem, scaling } = scaledProblem(options, constants);
  const { features: d, outputs, loss } = problem;
  const featureWeights = options.featureWeights && readWeights(options.featureWeights, d);
  const weights = featureWeights && repeated(featureWeights, outputs);
  const penalty = withFreeTail(options.penalty, d * outputs, loss.dimension - d * outputs, weights);
  return Object.freeze({
    ...problem,
    penalty,
    unscale: unscaleBy({ ...scaling, featureWeights }),
  });
}

function refuse(argument: string, expected: string, received: unknown): never {
  throw new ArgumentError({ caller: "regression", argument, expected, received });
}

function readWeights(given: ArrayLike<number>, d: number): Float64Array {
  if (given.length !== d) refuse("featureWeights", `have length ${d}`, given.length);
  const weights = Float64Array.from(given);
  weights.forEach((weight, j) => {
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY))
      refuse(`featureWeights[${j}]`, "be a finite number at least 0", weight);
  });
  return weights;
}

/** Each weight for each of the K outputs. */
function repeated(weights: Float64Array, K: number): Float64Array {
  return K === 1
    ? weights
    : Float64Array.from({ length: weights.length * K }, (_, i) => weights[Math.floor(i / K)]);
}
