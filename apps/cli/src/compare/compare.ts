import type { FittedPoint } from "@proxkit/regression";
import { checkFolds } from "../linear/check-folds.ts";
import { type Choice, checkChoice, choose } from "../linear/choose.ts";
import { advisingLambda, gridOf } from "../linear/course.ts";
import { type Dataset, readDataset } from "../linear/dataset.ts";
import type { ChoiceOptions, CourseOptions, ModelOptions } from "../linear/options.ts";
import type { LinearPenalty } from "../linear/penalty.ts";
import { type Prepared, prepare } from "../linear/prepare.ts";
import { type SolvedPath, solvePath } from "../linear/solve-path.ts";
import { interruptible } from "../threads/interruptible.ts";
import { penaltiesIn } from "./penalties-in.ts";

export interface CompareOptions extends ModelOptions, Omit<CourseOptions, "lambda">, ChoiceOptions {
  /** Separated by commas. */
  readonly penalties: string;
}

/** What one penalty came to. */
export interface Contender {
  /** As the user named it. */
  readonly spec: string;
  readonly penalty: LinearPenalty;
  readonly solved: SolvedPath;
  readonly index: number;
  readonly point: FittedPoint;
  readonly choice: Choice;
  readonly milliseconds: number;
}

export interface Comparison {
  readonly data: string;
  readonly options: CompareOptions;
  readonly dataset: Dataset;
  readonly contenders: readonly Contender[];
}

/** How many folds there are unless a criterion is to choose. */
const FOLDS = 10;

/** Reads the data, and chooses λ for each penalty in the same way, on the same folds. Writes nothing. */
export async function comparePenalties(data: string, given: CompareOptions): Promise<Comparison> {
  const options = given.criterion === undefined ? { ...given, cv: given.cv ?? FOLDS } : given;
  checkChoice(options);
  const specs = penaltiesIn(options.penalties);
  const course = gridOf(options);
  const dataset = await readDataset(data, options);
  checkFolds(dataset, options, options);
  const ready: [spec: string, prepared: Prepared][] = [];
  for (const spec of specs) // all that can be refused is refused before the work
    ready.push([spec, await prepare(spec, dataset, options, "--penalties")]);
  const contenders = await interruptible(async (turns) => {
    const list: Contender[] = [];
    for (const [spec, { penalty, ...prepared }] of ready) {
      const began = performance.now();
      const request = { ...prepared, course, choice: options, turns };
      const solved = await advisingLambda(solvePath(request), `--penalties ${spec}`);
      const milliseconds = performance.now() - began;
      const { index, choice } = choose(solved, options);
      const point = solved.path[index];
      list.push({ spec, penalty, solved, index, point, choice, milliseconds });
    }
    return list;
  });
  return { data, options, dataset, contenders };
}
