import { ArgumentError, type LinearLoss, type MatrixLike, type SparseMatrix } from "@proxkit/core";
import { countedRows } from "./counted.ts";
import { LOSS_NAMES, type LossName, lossOf } from "./family.ts";
import { scaledColumns } from "./scaling.ts";
import { meanOf, robustDeviation } from "./targets.ts";
import { type ScalingOfModel, unscaleBy } from "./unscale.ts";

export interface LinearProblemOptions {
  /** The inputs, m × d: a row is a sample; dense or sparse. */
  readonly X: MatrixLike | SparseMatrix;
  /** The targets, length m; 0 and 1, or −1 and 1, for logistic; 0 to K − 1 for multinomial. */
  readonly y: ArrayLike<number>;
  /** Default: "squared". */
  readonly loss?: LossName | undefined;
  /** An intercept that is not penalised. Default: true. */
  readonly intercept?: boolean | undefined;
  /** Learn on columns divided by their standard deviation; what is reported is in the units of X. Default: true. */
  readonly standardize?: boolean | undefined;
  /** What each sample counts, length m, at least 0. Default: all the same. */
  readonly weights?: ArrayLike<number> | undefined;
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

/** Data ready for any solver: a loss of scaled columns, and the way back to the units of X. */
export interface LinearProblem {
  readonly lossName: LossName;
  /** Its w has the weights of the features, then an intercept for each output where it has a column of ones for it. */
  readonly loss: LinearLoss;
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

/** A problem, and what its `unscale` goes by. */
export interface ScaledProblem {
  readonly problem: Omit<LinearProblem, "unscale">;
  readonly scaling: ScalingOfModel;
}

/** Whether data may be constant, as those without a fold may be, which have lost what varies. */
export type Constants = "refuse" | "allow";

/** A regression without a penalty. */
export function linearProblemOf(
  options: LinearProblemOptions,
  constants: Constants,
): LinearProblem {
  const { problem, scaling } = scaledProblem(options, constants);
  return Object.freeze({ ...problem, unscale: unscaleBy(scaling) });
}

/** Reads data, scales the columns, and makes the loss. */
export function scaledProblem(options: LinearProblemOptions, constants: Constants): ScaledProblem {
  const { loss: lossName = "squared", intercept = true, standardize = true } = options;
  if (!LOSS_NAMES.includes(lossName))
    refuse("loss", `be one of ${LOSS_NAMES.join(", ")}`, lossName);
  const { X: raw, y, s } = countedRows("regression", options.X, options.y, options.weights);
  const d = raw.columns;
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
  return {
    problem: {
      lossName,
      loss,
      samples: options.y.length,
      counted: raw.rows,
      features: d,
      outputs,
      intercept,
      constant,
      delta,
    },
    scaling: { centre, scale, outputs, intercept, ones, target },
  };
}

function refuse(argument: string, expected: string, received: unknown): never {
  throw new ArgumentError({ caller: "regression", argument, expected, received });
}
