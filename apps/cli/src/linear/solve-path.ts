import {
  type Criteria,
  type CrossValidation,
  criteriaOf,
  crossValidate,
  type FitPathOptions,
  type FittedPoint,
  type FoldTask,
  fitPath,
  type Regression,
  type RegressionOptions,
  regression,
  runFold,
} from "@proxkit/regression";
import { makeBar } from "../output/bar.ts";
import type { Turns } from "../threads/interruptible.ts";
import { foldsOnThreads } from "./folds-on-threads.ts";
import type { ChoiceOptions } from "./options.ts";
import type { RegressionTask } from "./task.ts";

/** A path on all data, and how well it predicts rows that were left out, if that was asked for. */
export interface SolvedPath {
  readonly problem: Regression;
  readonly path: readonly FittedPoint[];
  /** Of each point. */
  readonly criteria: readonly Criteria[];
  readonly validation: CrossValidation | undefined;
}

export interface SolveRequest {
  readonly task: RegressionTask;
  readonly options: RegressionOptions;
  readonly course: FitPathOptions;
  readonly choice: ChoiceOptions;
  /** Where others have their turn. */
  readonly turns: Turns;
}

/** Solves a path, and cross-validates it on threads if folds are asked for. */
export async function solvePath(request: SolveRequest): Promise<SolvedPath> {
  const { task, options, course, choice, turns } = request;
  const count = course.lambdas?.length ?? course.count ?? 100;
  const bar = makeBar("solving {bar} {value}/{total} λ", { hideCursor: true });
  const criteria: Criteria[] = [];
  const onPoint = async (point: FittedPoint, problem: Regression) => {
    criteria.push(criteriaOf(problem, point));
    bar.show(criteria.length, count);
    await turns.rest();
  };
  try {
    if (choice.cv === undefined) {
      const problem = regression(options);
      const path: FittedPoint[] = [];
      for (const point of fitPath(problem, course)) {
        path.push(point);
        await onPoint(point, problem);
      }
      problem.loss.free();
      return { problem, path, criteria, validation: undefined };
    }
    const { cv: folds, repeats, seed, measure } = choice;
    const map = (tasks: readonly FoldTask[]) => {
      bar.end();
      return foldsOnThreads(tasks, {
        file: new URL("run-fold.js", import.meta.url),
        here: (fold) => runFold(options, fold),
        task,
        workers: choice.workers,
        turns,
      });
    };
    const given = { ...course, folds, repeats, seed, measure, onPoint, map };
    const validation = await crossValidate(options, given);
    return { problem: validation.problem, path: validation.path, criteria, validation };
  } finally {
    bar.end();
  }
}
