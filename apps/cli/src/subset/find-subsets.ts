import {
  crossValidateSubsets,
  type FittedSubset,
  predictMean,
  runSubsetFold,
  type SubsetFoldTask,
  type SubsetValidation,
} from "@proxkit/regression";
import { checkFolds } from "../linear/check-folds.ts";
import { checkChoice } from "../linear/choose.ts";
import { type Dataset, readDataset } from "../linear/dataset.ts";
import { foldsOnThreads } from "../linear/folds-on-threads.ts";
import { problemTask } from "../linear/prepare.ts";
import type { ProblemTask } from "../linear/task.ts";
import { type Metrics, measure } from "../model/metrics.ts";
import { interruptible, type Turns } from "../threads/interruptible.ts";
import { chooseSubset, type SubsetChoice } from "./choose.ts";
import { type Course, courseOf } from "./course.ts";
import type { SubsetOptions } from "./options.ts";
import type { Found } from "./search.ts";
import { searchOnThread } from "./search-on-thread.ts";

/** All that is known once the subsets are found. */
export interface SubsetResult {
  readonly data: string;
  readonly options: SubsetOptions;
  readonly dataset: Dataset;
  readonly course: Course;
  readonly found: Found;
  readonly validation: SubsetValidation | undefined;
  /** The model of the size that was given or chosen, where it is among the others, and why it was. */
  readonly point: FittedSubset;
  readonly index: number;
  readonly choice: SubsetChoice;
  /** Of that model. */
  readonly metrics: Metrics;
  readonly milliseconds: number;
}

/** Reads the data, searches, and chooses a size. Writes nothing. */
export async function findSubsets(data: string, options: SubsetOptions): Promise<SubsetResult> {
  checkChoice(options, "the size");
  const dataset = await readDataset(data, options);
  const { features, y, X, weights } = dataset;
  const course = courseOf(dataset, options);
  checkFolds(dataset, options, options);
  const task = problemTask(dataset, options);
  const began = performance.now();
  const { found, validation } = await interruptible(async (turns) => {
    const sizes = course.sizes?.length ?? features.length - course.keep.length + 1;
    const { workers } = options;
    const found = await searchOnThread({ task, course, sizes, workers, turns });
    return { found, validation: await validated(task, course, found, options, turns) };
  });
  const { index, choice } = chooseSubset(found, validation, options);
  const point = found.path[index];
  const { intercept, coefficients } = point;
  const outputs = predictMean({ lossName: options.loss, X, intercept, coefficients });
  const metrics = measure(options.loss, y, outputs, weights);
  const milliseconds = performance.now() - began;
  const result = { data, options, dataset, course, found, validation };
  return { ...result, point, index, choice, metrics, milliseconds };
}

/** How well each size predicts rows that were left out, if that was asked for. */
async function validated(
  task: ProblemTask,
  { keep, nodes }: Course,
  { path }: Found,
  { cv: folds, repeats, seed, measure, workers }: SubsetOptions,
  turns: Turns,
): Promise<SubsetValidation | undefined> {
  if (folds === undefined) return undefined;
  const map = (tasks: readonly SubsetFoldTask[]) =>
    foldsOnThreads(tasks, {
      file: new URL("run-fold.js", import.meta.url),
      here: (fold) => runSubsetFold(task, fold),
      task,
      workers,
      turns,
    });
  return await crossValidateSubsets(task, {
    ...{ path, keep, nodes, folds, repeats, seed, measure, map },
  });
}
