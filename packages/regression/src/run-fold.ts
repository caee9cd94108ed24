import { fitPath } from "./fit-path.ts";
import { classesIn, leftOut } from "./left-out.ts";
import type { MeasureName } from "./measures.ts";
import { type RegressionOptions, regressionOf } from "./regression.ts";

/** Rows that are left out. */
export interface Fold {
  readonly repeat: number;
  readonly fold: number;
  /** The rows that are left out, ascending. */
  readonly test: Uint32Array;
  readonly measure: MeasureName;
}

/** One fold to be left out of a path, as a message. */
export interface FoldTask extends Fold {
  readonly lambdas: Float64Array;
  readonly tolerance: number | undefined;
  readonly maxIterations: number | undefined;
}

export interface FoldResult {
  readonly repeat: number;
  readonly fold: number;
  /** The measure on the rows that were left out, for each λ or size; NaN if their weights are 0. */
  readonly errors: Float64Array;
  /** What those rows count together. */
  readonly weight: number;
  /** For how many the solver did not converge. */
  readonly unconverged: number;
}

/**
 * Learns on all rows but a fold's, and measures on those, for each λ of a task of `crossValidate`. The same options give the
 * same bits wherever it runs.
 *
 * @param options those that `crossValidate` was called with
 * @throws ArgumentError if the rows that are left do not make a regression
 */
export function runFold(options: RegressionOptions, task: FoldTask): FoldResult {
  const { lambdas, tolerance, maxIterations } = task;
  return leftOut("runFold", options, task, (left) => {
    const classes = options.loss === "multinomial" ? classesIn(options) : undefined;
    const problem = regressionOf({ ...options, ...left, classes }, "allow");
    return { problem, points: fitPath(problem, { lambdas, tolerance, maxIterations }) };
  });
}
