import {
  type Criteria,
  criteriaOf,
  type FittedSubset,
  fitSubsets,
  type LinearProblemOptions,
  regression,
} from "@proxkit/regression";
import type { Course } from "./course.ts";

/** γ of EBIC: all subsets are searched, and with half of it too many columns are taken where there are many (Chen & Chen, 2008). */
const GAMMA = 1;

/** What a search has found, as a message. */
export interface Found {
  readonly samples: number;
  /** Features that do not vary. */
  readonly constant: readonly number[];
  /** Of Huber's loss. */
  readonly delta: number | undefined;
  readonly path: readonly FittedSubset[];
  /** Of each point. */
  readonly criteria: readonly Criteria[];
}

/** How far a search is. */
export interface Progress {
  /** How many sizes are done. */
  readonly sizes: number;
  /** How many sets of columns the proof has looked at, of at most so many. */
  readonly looked: number;
  readonly most: number;
}

/** Searches for the best subsets of each size. */
export function search(
  options: LinearProblemOptions,
  course: Course,
  watch: (progress: Progress) => void,
): Found {
  const problem = regression(options);
  const path: FittedSubset[] = [];
  const criteria: Criteria[] = [];
  const onNode = (looked: number, most: number) => watch({ sizes: path.length, looked, most });
  try {
    for (const point of fitSubsets(problem, { ...course, onNode })) {
      path.push(point);
      criteria.push(criteriaOf(problem, point, GAMMA));
      watch({ sizes: path.length, looked: 0, most: 0 });
    }
  } finally {
    problem.loss.free();
  }
  const { samples, constant, delta } = problem;
  return { samples, constant, delta, path, criteria };
}
