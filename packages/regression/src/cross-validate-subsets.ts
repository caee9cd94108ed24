import { readColumns } from "@proxkit/core";
import { type FitSubsetsOptions, type FittedSubset, fitSubsets } from "./fit-subsets.ts";
import { leftOut } from "./left-out.ts";
import {
  type LinearProblem,
  type LinearProblemOptions,
  linearProblemOf,
} from "./linear-problem.ts";
import type { MeasureName } from "./measures.ts";
import { type FoldsCourse, overFolds, setUpFolds } from "./over-folds.ts";
import type { Fold, FoldResult } from "./run-fold.ts";
import type { Summary } from "./summarize.ts";

/** One fold to be left out of the search for subsets, as a message. */
export interface SubsetFoldTask extends Fold {
  readonly sizes: Uint32Array;
  readonly keep: Uint32Array;
  readonly nodes: number | undefined;
}

/** Options of the search, and of the folds. */
export interface CrossValidateSubsetsOptions
  extends Omit<FitSubsetsOptions, "onNode" | "signal">,
    FoldsCourse {
  /** What `fitSubsets` found on all data, if that is known already. Default: it is searched for, here. */
  readonly path?: readonly FittedSubset[] | undefined;
  /**
   * Does the tasks, by calling `runSubsetFold` on each, elsewhere if it likes: a task and its result are structured-cloneable,
   * and results may come in any order. Default: one after the other, here.
   */
  readonly map?: ((tasks: readonly SubsetFoldTask[]) => Promise<readonly FoldResult[]>) | undefined;
}

/** As of a path, the size in place of λ: the smallest of equals is the best. */
export interface SubsetValidation extends Summary {
  readonly measure: MeasureName;
  readonly sizes: Uint32Array;
  /** What the subsets are of; its loss is freed. */
  readonly problem: LinearProblem;
  /** The best subsets of all data: the models to choose from. */
  readonly path: readonly FittedSubset[];
  /** Repeat after repeat, fold after fold. */
  readonly folds: readonly FoldResult[];
}

/**
 * Cross-validation of best subsets: how well each size predicts rows that were left out. Each fold searches anew on its own
 * rows, so that its features may be others than those of all data: what is judged is the size.
 *
 * @param options the data and the loss
 * @param course folds, seed, measure, and options of the search
 * @throws (rejects) ArgumentError if there are fewer rows than folds, a class has fewer than 2 rows, or an option is out of
 * range; an Error named "AbortError" if the signal is aborted
 * @example
 * ```ts
 * import { crossValidateSubsets } from "@proxkit/regression";
 *
 * const X = Array.from({ length: 40 }, (_, i) => [i % 7, (i * i) % 5, i % 3]);
 * const y = X.map(([a, b], i) => 2 * a - b + ((i * 7) % 10) / 10);
 * const { path, oneStandardError } = await crossValidateSubsets({ X, y }, { folds: 5 });
 * console.log(path[oneStandardError].support); // [ 0, 1 ]
 * ```
 * Source: Hastie, Tibshirani & Friedman, The Elements of Statistical Learning, 7.10.2: the search belongs inside the folds.
 */
export async function crossValidateSubsets(
  options: LinearProblemOptions,
  course: CrossValidateSubsetsOptions = {},
): Promise<SubsetValidation> {
  const caller = "crossValidateSubsets";
  const { map, signal, sizes: asked, keep = [], nodes } = course;
  const given = { ...options, X: readColumns(caller, options.X) };
  const problem = linearProblemOf(given, "refuse");
  let setup: ReturnType<typeof setUpFolds>;
  let path: readonly FittedSubset[];
  try {
    setup = setUpFolds(caller, problem, options, course);
    path = course.path ?? [...fitSubsets(problem, { sizes: asked, keep, nodes, signal })];
  } finally {
    problem.loss.free();
  }
  const sizes = Uint32Array.from(path, ({ size }) => size);
  const shared = { sizes, keep: Uint32Array.from(keep), nodes };
  const tasks = setup.folds.map((fold): SubsetFoldTask => ({ ...fold, ...shared }));
  const here = (task: SubsetFoldTask) => runSubsetFold(given, task);
  const work = { caller, here, map, signal };
  const judged = await overFolds(setup, tasks, sizes.length, work);
  return { measure: setup.measure, sizes, ...judged, problem, path };
}

/**
 * Searches on all rows but a fold's, and measures on those, for each size of a task of `crossValidateSubsets`. The same options
 * give the same bits wherever it runs.
 *
 * @param options those that `crossValidateSubsets` was called with
 * @throws ArgumentError if the rows that are left do not make a regression
 */
export function runSubsetFold(options: LinearProblemOptions, task: SubsetFoldTask): FoldResult {
  const { sizes, keep, nodes } = task;
  return leftOut("runSubsetFold", options, task, (left) => {
    const problem = linearProblemOf({ ...options, ...left }, "allow");
    return { problem, points: fitSubsets(problem, { sizes, keep, nodes }) };
  });
}
