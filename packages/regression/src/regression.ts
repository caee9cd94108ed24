import { ArgumentError, type LinearLoss, type MatrixLike, type SparseMatrix } from "@proxkit/core";
import type { Penalty } from "@proxkit/penalty";
import { countedRows } from "./counted.ts";
import { LOSS_NAMES, type LossName, lossOf } from "./family.ts";
import { scaledColumns } from "./scaling.ts";
import { meanOf, robustDeviation } from "./targets.ts";
import { unscaleBy } from "./unscale.ts";
import { withFreeTail } from "./with-free-tail.ts";

export interface RegressionOptions {
  /** The inputs, m × d: a row is a sample; dense or sparse. */
  readonly X: MatrixLike | SparseMatrix;
  /** The targets, length m; 0 and 1, or −1 and 1, for logistic; 0 to K − 1 for multinomial. */
  readonly y: ArrayLike<number>;
  /** Separable, `weighted` (a weight for each coefficient), or on groups of the coefficients. */
  readonly penalty: Penalty;
  /** Default: "squared". */
  readonly loss?: LossName | undefined;
  /** An intercept that is not penalised. Default: true. */
  readonly intercept?: boolean | undefined;
  /** Learn on columns divided by their standard deviation; what is reported is in the units of X. Default: true. */
  readonly standardize?: boolean | undefined;
  /** What each sample counts, length m, at least 0. Default: all the same. */
  readonly weights?: ArrayLike<number> | undefined;
  /** What the penalty counts for each feature, length d, at least 0; 0 leaves one free. Default: all 1. */
  readonly featureWeights?: ArrayLike<number> | undefined;
  /** Where Huber's loss becomes straight, in the units of y. Default: 1.345 times a robust estimate of y's deviation. */
  readonly delta?: number | undefined;
  /** K, of multinomial. Default: the largest label and 1. */
  readonly classes?: number | undefined;
}

/** A model in the units of X: z = intercept + x·coefficients. */
export interface Coefficients {
  /** One for each output, 0 without intercept; those of a multinomial add up to 0. */
  readonly intercept: Float64Array;
  /** Length dK: of feature j and output k at jK + k. */
  readonly coefficients: Float64Array;
}

/** A sparse regression that is ready for any solver: a loss and a penalty, and the way back to the units of X. */
export interface Regression {
  readonly lossName: LossName;
  readonly loss: LinearLoss;
  readonly penalty: Penalty;
  /** m, and d as X has it. */
  readonly samples: number;
  readonly features: number;
  /** K for multinomial, else 1. */
  readonly outputs: number;
  readonly intercept: boolean;
  /** How many samples count, their weight being above 0. */
  readonly counted: number;
  /** Features that do not vary, whose coefficients stay 0 if there is an intercept. */
  readonly constant: readonly number[];
  /** Of Huber's loss. */
  readonly delta: number | undefined;
  /** What w, length `loss.dimension`, is in the units of X. */
  unscale(w: Float64Array): Coefficients;
}

/**
 * Makes a sparse regression of data: standardised columns, an intercept that is not penalised, weights.
 *
 *     min f(w, b) + λ P(w),   f of z = b + X̃w,   x̃ = (x − mean)/deviation
 *
 * With an intercept dense columns are centred, which changes b alone: least squares then needs no column for b. Sparse
 * columns are divided, never centred. The deviation is that of the population (1/m, or the shares of the weights) about the
 * mean, as in glmnet, without an intercept too. A column that does not vary has the scale 1. λ is in the units of f, and so is
 * the objective that is reported; what is reported of w is in the units of X.
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
export function regression(options: RegressionOptions): Regression {
  return regressionOf(options, "refuse");
}

/** @param constants whether data may be constant, as those without a fold may be, which have lost what varies */
export function regressionOf(
  options: RegressionOptions,
  constants: "refuse" | "allow",
): Regression {
  const { loss: lossName = "squared", intercept = true, standardize = true } = options;
  if (!LOSS_NAMES.includes(lossName))
    refuse("loss", `be one of ${LOSS_NAMES.join(", ")}`, lossName);
  const { X: raw, y, s } = countedRows("regression", options.X, options.y, options.weights);
  const d = raw.columns;
  const featureWeights = options.featureWeights && readWeights(options.featureWeights, d);
  const isGaussian = lossName === "squared" || lossName === "huber";
  const target = intercept && isGaussian ? meanOf(y, s) : 0;
  const ones = intercept && !(lossName === "squared" && !("starts" in raw)); // else b is y's mean
  const { X, centre, scale, constant } = scaledColumns(raw, s, { intercept, standardize, ones });
  const delta = lossName === "huber" ? (options.delta ?? 1.345 * robustDeviation(y)) : undefined;
  const loss = lossOf(lossName, {
    X,
    y: target === 0 ? y : y.map((value) => value - target),
    weights: options.weights && s,
    classes: options.classes,
    delta,
  });
  if (intercept && constants === "refuse") {
    if (constant.length === d)
      refuse("X", "have a column that varies", `${d} that ${d === 1 ? "does" : "do"} not`);
    if (y.every((value) => value === y[0])) refuse("y", "vary", `only ${y[0]}`);
  }
  const { outputs } = loss.linear;
  const weights = featureWeights && repeated(featureWeights, outputs);
  const penalty = withFreeTail(options.penalty, d * outputs, ones ? outputs : 0, weights);
  const unscale = unscaleBy({ centre, scale, outputs, intercept, ones, target, featureWeights });
  return Object.freeze({
    lossName,
    loss,
    penalty,
    samples: options.y.length,
    counted: raw.rows,
    features: d,
    outputs,
    intercept,
    constant,
    delta,
    unscale,
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
