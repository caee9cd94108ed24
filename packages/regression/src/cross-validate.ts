import { ArgumentError, readColumns } from "@proxkit/core";
import { checkClasses, checkFolds, checkMeasure, checkRepeats } from "./check-course.ts";
import { type FitPathOptions, type FittedPoint, fitPath } from "./fit-path.ts";
import { foldsOf } from "./folds.ts";
import { MEASURES, type MeasureName } from "./measures.ts";
import { type Regression, type RegressionOptions, regression } from "./regression.ts";
import { type FoldResult, type FoldTask, runFold } from "./run-fold.ts";
import { type Summary, summarize } from "./summarize.ts";

/** Options of the path on all data, but a `solver`, which would be of those data; and of the folds. */
export interface CrossValidateOptions extends Omit<FitPathOptions, "solver"> {
  /** Default: 10. */
  readonly folds?: number | undefined;
  /** Of the folds; a repeat has the seed after it. Default: 0. */
  readonly seed?: number | undefined;
  /** How many times, with folds of other seeds. Default: 1. */
  readonly repeats?: number | undefined;
  /**
   * Each fold has the classes in the shares of all; of other targets, the large and the small ones alike. Default: true for
   * logistic and multinomial.
   */
  readonly stratify?: boolean | undefined;
  /** Default: mse for squared and huber, else deviance. */
  readonly measure?: MeasureName | undefined;
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
  const { folds = 10, seed = 0, repeats = 1, map, onPoint } = course;
  const { signal, lambdas: grid, count, ratio, stop, tolerance, maxIterations } = course;
  const { weights, y } = options;
  const given = { ...options, X: readColumns("crossValidate", options.X) };
  checkRepeats(repeats);
  const problem = regression(given);
  const { lossName, samples } = problem;
  const classes = lossName === "logistic" || lossName === "multinomial";
  const { stratify = classes, measure = MEASURES[lossName][0] } = course;
  const path: FittedPoint[] = [];
  let assigned: Uint32Array[];
  try {
    checkMeasure(lossName, measure);
    if (classes) checkClasses(y);
    assigned = Array.from({ length: repeats }, (_, repeat) =>
      foldsOf({ samples, folds, seed: seed + repeat, classes: stratify ? y : undefined }),
    );
    for (const fold of assigned) checkFolds({ y, weights, fold, folds, classes, measure });
    const ofPath = { lambdas: grid, count, ratio, stop, tolerance, maxIterations, signal };
    for (const point of fitPath(problem, ofPath)) {
      path.push(point);
      await onPoint?.(point, problem);
    }
  } finally {
    problem.loss.free();
  }
  const lambdas = Float64Array.from(path, ({ lambda }) => lambda);
  const tasks = assigned.flatMap((fold, repeat) =>
    Array.from({ length: folds }, (_, k): FoldTask => {
      const test = Uint32Array.from(fold.keys()).filter((row) => fold[row] === k);
      return { repeat, fold: k, test, lambdas, measure, tolerance, maxIterations };
    }),
  );
  const results = inOrder(tasks, await (map ?? here)(tasks));
  refuseAborted();
  const summary = summarize(results, repeats, lambdas.length, measure);
  return { measure, lambdas, ...summary, problem, path, folds: results };

  async function here(tasks: readonly FoldTask[]): Promise<FoldResult[]> {
    const results: FoldResult[] = [];
    for (const task of tasks) {
      refuseAborted();
      results.push(runFold(given, task));
      await new Promise<void>((resolve) => setTimeout(resolve)); // a page stays alive
    }
    return results;
  }

  function refuseAborted(): void {
    if (!signal?.aborted) return;
    const error = new Error("crossValidate: the signal was aborted");
    error.name = "AbortError";
    throw error;
  }
}

/** What every JavaScript host has, whichever types it brings. */
declare const setTimeout: (task: () => void) => unknown;

/** The results in the order of their tasks, so that sums have the same bits. */
function inOrder(tasks: readonly FoldTask[], results: readonly FoldResult[]): FoldResult[] {
  const keyOf = ({ repeat, fold }: FoldTask | FoldResult) => `repeat ${repeat}, fold ${fold}`;
  const byKey = new Map(results.map((result) => [keyOf(result), result]));
  return tasks.map((task) => {
    const result = byKey.get(keyOf(task));
    if (result?.errors.length !== task.lambdas.length)
      throw new ArgumentError({
        caller: "crossValidate",
        argument: "map",
        expected: `give a result for ${keyOf(task)}`,
        received: result && `${result.errors.length} errors for ${task.lambdas.length} λ`,
      });
    return result;
  });
}
