import { readColumns } from "@proxkit/core";
import { type FitPathOptions, type FittedPoint, fitPath } from "./fit-path.ts";
import type { MeasureName } from "./measures.ts";
import { type FoldsCourse, overFolds, setUpFolds } from "./over-folds.ts";
import { type Regression, type RegressionOptions, regressionOf } from "./regression.ts";
import { type FoldResult, type FoldTask, runFold } from "./run-fold.ts";
import type { Summary } from "./summarize.ts";

/** Options of the path on all data, but a `solver`, which would be of those data; and of the folds. */
export interface CrossValidateOptions extends Omit<FitPathOptions, "solver">, FoldsCourse {
  /**
   * Does the tasks, by calling `runFold` on each, elsewhere if it likes: a task and its result are structured-cloneable, and
   * results may come in any order. Default: one after the other, here.
   */
  readonly map?: ((tasks: readonly FoldTask[]) => Promise<readonly FoldResult[]>) | undefined;
  /**
   * Told of each point of the path on all data while its loss is in use, as `criteriaOf` needs it, and waited for, so that it
   * may let others run; what it throws ends the work.
   */
  readonly onPoint?:
    | ((point: FittedPoint, problem: Regression) => void | Promise<void>)
    | undefined;
}

export interface CrossValidation extends Summary {
  readonly measure: MeasureName;
  readonly lambdas: Float64Array;
  /** What the path is of; its loss is freed. */
  readonly problem: Regression;
  /** The path on all data, fitted at the same λ: the models to choose from. */
  readonly path: readonly FittedPoint[];
  /** Repeat after repeat, fold after fold. */
  readonly folds: readonly FoldResult[];
}

/**
 * Cross-validation of a path: how well each λ predicts rows that were left out. Every fold is standardised anew on its own
 * rows, so that nothing of the rows left out is known to it.
 *
 * @param options the data, loss and penalty
 * @param course folds, seed, measure, and options of the path
 * @throws (rejects) ArgumentError if there are fewer rows than folds, a class has fewer than 2 rows, or an option is out of
 * range; an Error named "AbortError" if the signal is aborted
 * @example
 * ```ts
 * import { l1 } from "@proxkit/penalties-l1";
 * import { crossValidate } from "@proxkit/regression";
 *
 * const X = Array.from({ length: 40 }, (_, i) => [i % 7, (i * i) % 5, i % 3]);
 * const y = X.map(([a, b]) => 2 * a - b);
 * const { path, best } = await crossValidate({ X, y, penalty: l1() }, { folds: 5 });
 * console.log(path[best].support); // [ 0, 1 ]
 * ```
 */
export async function crossValidate(
  options: RegressionOptions,
  course: CrossValidateOptions = {},
): Promise<CrossValidation> {
  const caller = "crossValidate";
  const { map, onPoint, signal, lambdas: grid, count, ratio, stop } = course;
  const { tolerance, maxIterations } = course;
  const given = { ...options, X: readColumns(caller, options.X) };
  const problem = regressionOf(given, "refuse");
  const path: FittedPoint[] = [];
  let setup: ReturnType<typeof setUpFolds>;
  try {
    setup = setUpFolds(caller, problem, options, course);
    const ofPath = { lambdas: grid, count, ratio, stop, tolerance, maxIterations, signal };
    for (const point of fitPath(problem, ofPath)) {
      path.push(point);
      await onPoint?.(point, problem);
    }
  } finally {
    problem.loss.free();
  }
  const lambdas = Float64Array.from(path, ({ lambda }) => lambda);
  const tasks = setup.folds.map(
    (fold): FoldTask => ({ ...fold, lambdas, tolerance, maxIterations }),
  );
  const here = (task: FoldTask) => runFold(given, task);
  const work = { caller, here, map, signal };
  const judged = await overFolds(setup, tasks, lambdas.length, work);
  return { measure: setup.measure, lambdas, ...judged, problem, path };
}
