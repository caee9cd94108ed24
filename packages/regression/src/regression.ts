import {
  ArgumentError,
  DataValueError,
  type LinearLoss,
  type MatrixLike,
  type SparseMatrix,
} from "@proxkit/core";
import type { Penalty } from "@proxkit/penalty";
import { LOSS_NAMES, type LossName, lossOf } from "./family.ts";
import { flatOf } from "./flat-of.ts";
import { sampleShares } from "./sample-shares.ts";
import { scaledColumns, withOnes } from "./scaling.ts";
import { withFreeTail } from "./with-free-tail.ts";

export interface RegressionOptions {
  /** The inputs, m × d: a row is a sample; dense or sparse. */
  readonly X: MatrixLike | SparseMatrix;
  /** The targets, length m; 0 and 1, or −1 and 1, for logistic; 0 to K − 1 for multinomial. */
  readonly y: ArrayLike<number>;
  /** Separable, or on groups of the coefficients. */
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
 * With an intercept dense columns are centred, which changes b alone: least squares then needs no column for b, and its y
 * is centred, too. Sparse columns are divided, never centred. The deviation is that of the population (1/m, or the shares
 * of the weights), with an intercept or without, as in glmnet.
 *
 * @throws ArgumentError if X, y, the weights or the penalty do not fit together
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
  const caller = "regression";
  const { loss: lossName = "squared", intercept = true, standardize = true } = options;
  if (!LOSS_NAMES.includes(lossName))
    throw new ArgumentError({
      caller,
      argument: "loss",
      expected: `be one of ${LOSS_NAMES.join(", ")}`,
      received: lossName,
    });
  const raw = flatOf(caller, options.X);
  const { rows: m, columns: d } = raw;
  checkLength("y", options.y, m);
  if (options.weights) checkLength("weights", options.weights, m);
  if (options.featureWeights) checkLength("featureWeights", options.featureWeights, d);
  const y = Float64Array.from(options.y);
  const weights = options.weights && Float64Array.from(options.weights);
  const s = sampleShares(weights, m);
  const isSparse = "starts" in raw;
  const { X, centre, scale, constant } = scaledColumns(raw, s, { centre: intercept, standardize });
  const outputs = lossName === "multinomial" ? classesOf(y, options.classes) : 1;
  const inTarget = intercept && !isSparse && lossName === "squared"; // b is y's mean, and needs no column
  if (inTarget) checkFinite(y); // before its mean makes all of it NaN
  const target = inTarget ? meanOf(y, s) : 0;
  const ones = intercept && !inTarget;
  const delta = lossName === "huber" ? (options.delta ?? 1.345 * robustDeviation(y)) : undefined;
  const loss = lossOf(lossName, {
    X: ones ? withOnes(X) : X,
    y: inTarget ? y.map((value) => value - target) : y,
    weights,
    outputs,
    delta: delta ?? Number.NaN,
  });
  const perOutput =
    options.featureWeights && outputs > 1
      ? Float64Array.from({ length: d * outputs }, (_, i) =>
          Number(options.featureWeights?.[Math.floor(i / outputs)]),
        )
      : options.featureWeights;
  const penalty = withFreeTail(options.penalty, d * outputs, ones ? outputs : 0, perOutput);

  function unscale(w: Float64Array): Coefficients {
    const coefficients = new Float64Array(d * outputs);
    const b = new Float64Array(outputs).fill(target);
    for (let k = 0; k < outputs; k++) {
      if (ones) b[k] = w[d * outputs + k];
      for (let j = 0; j < d; j++) {
        const slope = w[j * outputs + k] / scale[j];
        coefficients[j * outputs + k] = slope;
        b[k] -= slope * centre[j];
      }
    }
    // a number that is added to the products of all classes changes no probability
    const common = intercept && outputs > 1 ? b.reduce((sum, bk) => sum + bk, 0) / outputs : 0;
    return { intercept: b.map((bk) => bk - common), coefficients };
  }

  return Object.freeze({
    lossName,
    loss,
    penalty,
    samples: m,
    features: d,
    outputs,
    intercept,
    constant,
    delta,
    unscale,
  });
}

function checkLength(argument: string, values: ArrayLike<number>, length: number): void {
  if (values?.length !== length)
    throw new ArgumentError({
      caller: "regression",
      argument,
      expected: `have length ${length}`,
      received: values?.length ?? values,
    });
}

function checkFinite(y: Float64Array): void {
  y.forEach((received, row) => {
    if (!Number.isFinite(received))
      throw new DataValueError({
        caller: "regression",
        argument: "y",
        hold: "a finite number",
        row,
        received,
      });
  });
}

function meanOf(y: Float64Array, s: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < y.length; i++) sum += s[i] * y[i];
  return sum;
}

function classesOf(y: Float64Array, given: number | undefined): number {
  return given ?? y.reduce((most, label) => Math.max(most, label), 0) + 1;
}

/** The median distance from the median over 0.6745, which is the deviation of Gaussian values; 1 where that is 0. */
function robustDeviation(y: Float64Array): number {
  const middle = median(y);
  return median(y.map((value) => Math.abs(value - middle))) / 0.6745 || 1;
}

function median(values: Float64Array): number {
  const sorted = values.slice().sort();
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}
