import { ArgumentError } from "@proxkit/core";
import { checkClasses, checkFolds, checkMeasure, checkRepeats } from "./check-course.ts";
import { drawFolds } from "./folds.ts";
import type { LinearProblem } from "./linear-problem.ts";
import { MEASURES, type MeasureName } from "./measures.ts";
import type { Fold, FoldResult } from "./run-fold.ts";
import { type Summary, summarize } from "./summarize.ts";

/** How rows are left out, and how the models that do not know them are judged. */
export interface FoldsCourse {
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
  /** Stops after the current fold, or the current step of the models on all data. */
  readonly signal?: { readonly aborted: boolean } | undefined;
}

/** What is the same for all folds. */
export interface FoldsSetup {
  readonly measure: MeasureName;
  readonly repeats: number;
  /** Repeat after repeat, fold after fold. */
  readonly folds: readonly Fold[];
}

/**
 * The folds of a problem.
 *
 * @param caller who is named in errors
 * @throws ArgumentError if the rows do not suffice, or an option is out of range
 */
export function setUpFolds(
  caller: string,
  { lossName, samples }: Pick<LinearProblem, "lossName" | "samples">,
  {
    y,
    weights,
  }: { readonly y: ArrayLike<number>; readonly weights?: ArrayLike<number> | undefined },
  course: FoldsCourse,
): FoldsSetup {
  const { folds = 10, seed = 0, repeats = 1 } = course;
  const classes = lossName === "logistic" || lossName === "multinomial";
  const { stratify = classes, measure = MEASURES[lossName][0] } = course;
  checkRepeats(caller, repeats);
  checkMeasure(caller, lossName, measure);
  if (classes) checkClasses(caller, y);
  const assigned = Array.from({ length: repeats }, (_, repeat) =>
    drawFolds(caller, {
      ...{ samples, folds, seed: seed + repeat },
      classes: stratify ? y : undefined,
    }),
  );
  for (const fold of assigned) checkFolds(caller, { y, weights, fold, folds, classes, measure });
  const all = assigned.flatMap((fold, repeat) =>
    Array.from({ length: folds }, (_, k): Fold => {
      const test = Uint32Array.from(fold.keys()).filter((row) => fold[row] === k);
      return { repeat, fold: k, test, measure };
    }),
  );
  return { measure, repeats, folds: all };
}

/** How the tasks of folds are done. */
export interface Work<Task> {
  readonly caller: string;
  /** Does one task here. */
  readonly here: (task: Task) => FoldResult;
  /** Does them elsewhere. Default: one after the other, here. */
  readonly map: ((tasks: readonly Task[]) => Promise<readonly FoldResult[]>) | undefined;
  readonly signal: FoldsCourse["signal"];
}

/** What the folds say of each of `count` models. */
export async function overFolds<Task extends Fold>(
  { measure, repeats }: FoldsSetup,
  tasks: readonly Task[],
  count: number,
  { caller, here, map, signal }: Work<Task>,
): Promise<Summary & { readonly folds: readonly FoldResult[] }> {
  const folds = inOrder(caller, tasks, count, await (map ?? oneByOne)(tasks));
  refuseAborted();
  return { ...summarize(folds, repeats, count, measure), folds };

  async function oneByOne(): Promise<FoldResult[]> {
    const results: FoldResult[] = [];
    for (const task of tasks) {
      refuseAborted();
      results.push(here(task));
      await new Promise<void>((resolve) => setTimeout(resolve)); // a page stays alive
    }
    return results;
  }

  function refuseAborted(): void {
    if (!signal?.aborted) return;
    const error = new Error(`${caller}: the signal was aborted`);
    error.name = "AbortError";
    throw error;
  }
}

/** What every JavaScript host has, whichever types it brings. */
declare const setTimeout: (task: () => void) => unknown;

/** The results in the order of their tasks, so that sums have the same bits. */
function inOrder(
  caller: string,
  tasks: readonly Fold[],
  count: number,
  results: readonly FoldResult[],
): FoldResult[] {
  const keyOf = ({ repeat, fold }: Fold | FoldResult) => `repeat ${repeat}, fold ${fold}`;
  const byKey = new Map(results.map((result) => [keyOf(result), result]));
  return tasks.map((task) => {
    const result = byKey.get(keyOf(task));
    if (result?.errors.length !== count)
      throw new ArgumentError({
        caller,
        argument: "map",
        expected: `give a result for ${keyOf(task)}`,
        received: result && `${result.errors.length} errors for ${count} models`,
      });
    return result;
  });
}
