import { checkFolds } from "../linear/check-folds.ts";
import { checkChoice } from "../linear/choose.ts";
import { advisingLambda, gridOf } from "../linear/course.ts";
import { type Dataset, readDataset } from "../linear/dataset.ts";
import type { ChoiceOptions, CourseOptions, ModelOptions } from "../linear/options.ts";
import type { LinearPenalty } from "../linear/penalty.ts";
import { prepare } from "../linear/prepare.ts";
import { type SolvedPath, solvePath } from "../linear/solve-path.ts";
import { interruptible } from "../threads/interruptible.ts";

export interface PathOptions
  extends ModelOptions,
    Omit<CourseOptions, "lambda">,
    Omit<ChoiceOptions, "criterion" | "rule"> {
  readonly penalty: string;
}

/** A path, and what is known of each λ. */
export interface PathResult {
  readonly data: string;
  readonly options: PathOptions;
  readonly dataset: Dataset;
  readonly penalty: LinearPenalty;
  readonly solved: SolvedPath;
  readonly milliseconds: number;
}

/** Reads the data and solves the path. Writes nothing. */
export async function solvePathOf(data: string, options: PathOptions): Promise<PathResult> {
  checkChoice(options);
  const course = gridOf(options);
  const dataset = await readDataset(data, options);
  checkFolds(dataset, options, options);
  const began = performance.now();
  const { penalty, ...prepared } = await prepare(options.penalty, dataset, options);
  const solved = await advisingLambda(
    interruptible((turns) => solvePath({ ...prepared, course, choice: options, turns })),
    `--penalty ${options.penalty}`,
  );
  const milliseconds = performance.now() - began;
  return { data, options, dataset, penalty, solved, milliseconds };
}
