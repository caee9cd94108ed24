import { type FittedPoint, predictMean } from "@proxkit/regression";
import { type Metrics, measure } from "../model/metrics.ts";
import { interruptible } from "../threads/interruptible.ts";
import { checkFolds } from "./check-folds.ts";
import { type Choice, checkChoice, choose } from "./choose.ts";
import { advisingLambda, DEFAULT_RATIO, gridOf, singleOf } from "./course.ts";
import { type Dataset, readDataset } from "./dataset.ts";
import type { ChoiceOptions, CourseOptions, ModelOptions } from "./options.ts";
import type { LinearPenalty } from "./penalty.ts";
import { prepare } from "./prepare.ts";
import { type SolvedPath, solvePath } from "./solve-path.ts";

export interface LinearFitOptions extends ModelOptions, CourseOptions, ChoiceOptions {
  readonly penalty: string;
}

/** All that is known once a linear model is learned. */
export interface LinearFit {
  readonly data: string;
  readonly options: LinearFitOptions;
  readonly dataset: Dataset;
  readonly penalty: LinearPenalty;
  readonly solved: SolvedPath;
  /** The model of the λ that was given or chosen, and why it was. */
  readonly point: FittedPoint;
  readonly choice: Choice;
  readonly metrics: Metrics;
  readonly milliseconds: number;
}

/** Reads the data, chooses λ and learns. Writes nothing. */
export async function fitLinear(data: string, options: LinearFitOptions): Promise<LinearFit> {
  checkChoice(options);
  const chooses = options.cv !== undefined || options.criterion !== undefined;
  const course = chooses ? gridOf(options) : singleOf(options);
  const dataset = await readDataset(data, options);
  checkFolds(dataset, options, options);
  const began = performance.now();
  const { penalty, ...prepared } = await prepare(options.penalty, dataset, options);
  const solved = await advisingLambda(
    interruptible((turns) => solvePath({ ...prepared, course, choice: options, turns })),
  );
  const { index, choice } = chooses
    ? choose(solved, options)
    : { index: solved.path.length - 1, choice: given(options) };
  const point = solved.path[index];
  const { intercept, coefficients } = point;
  const { X } = dataset;
  const outputs = predictMean({ lossName: options.loss, X, intercept, coefficients });
  const metrics = measure(options.loss, dataset.y, outputs, dataset.weights);
  const milliseconds = performance.now() - began;
  return { data, options, dataset, penalty, solved, point, choice, metrics, milliseconds };
}

function given({ lambda, lambdaRatio = DEFAULT_RATIO }: LinearFitOptions): Choice {
  return lambda === undefined ? { by: "ratio", ratio: lambdaRatio } : { by: "lambda" };
}
