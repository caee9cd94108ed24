import { ArgumentError } from "@proxkit/core";
import { type FitPathOptions, type FittedPoint, fitPath } from "./fit-path.ts";
import { flatOf } from "./flat-of.ts";
import { foldsOf } from "./folds.ts";
import { isBetterWhenLarger, MEASURES, type MeasureName, measureOf } from "./measures.ts";
import { predictMean } from "./predict.ts";
import { type RegressionOptions, regression } from "./regression.ts";
import { subsetRows } from "./subset-rows.ts";

export interface CrossValidateOptions extends FitPathOptions {
  /** Default: 10. */
  readonly folds?: number | undefined;
  /** Of the folds. Default: 0. */
  readonly seed?: number | undefined;
  /** How many times, with folds of other seeds. Default: 1. */
  readonly repeats?: number | undefined;
  /** Each fold has the classes in the shares of all. Default: true for logistic and multinomial. */
  readonly stratify?: boolean | undefined;
  /** Default: mse for squared and huber, else deviance. */
  readonly measure?: MeasureName | undefined;
  /**
   * Does the tasks, by calling `runFold` on each, elsewhere if it likes: a task and its result are structured-cloneable.
   * Default: one after the other, here.
   */
  readonly map?: ((tasks: readonly FoldTask[]) => Promise<readonly FoldResult[]>) | undefined;
}

/** One fold to be left out, as a message. */
export interface FoldTask {
  readonly repeat: number;
  readonly fold: number;
  /** The rows that are left out, ascending. */
  readonly test: Uint32Array;
  readonly lambdas: Float64Array;
  readonly measure: MeasureName;
  readonly tolerance: number | undefined;
  readonly maxIterations: number | undefined;
}

export interface FoldResult {
  readonly repeat: number;
  readonly fold: number;
  /** The measure on the rows that were left out, for each λ. */
  readonly errors: Float64Array;
  /** What those rows count together. */
  readonly weight: number;
  /** For how many λ the solver did not converge. */
  readonly unconverged: number;
}

export interface CrossValidation {
  readonly measure: MeasureName;
  readonly lambdas: Float64Array;
  /** The mean over the folds for each λ, weighted by what they count. */
  readonly mean: Float64Array;
  /** Of the mean, √(weighted variance over the folds/(folds − 1)), averaged over repeats. */
  readonly standardError: Float64Array;
  /** The index of the λ with the best mean, the largest of equals. */
  readonly best: number;
  /** The index of the largest λ whose mean is within one standard error of the best. */
  readonly oneStandardError: number;
  /** The path on all data, fitted at the same λ. */
  readonly path: readonly FittedPoint[];
  readonly folds: readonly FoldResult[];
}

/**
 * Cross-validation of a path: how well each λ predicts rows that were left out. Every fold is standardised anew on its own
 * rows, so that nothing of the rows left out is known to it.
 *
 * @param options the data, loss and penalty
 * @param course folds, seed, measure, and options of the path
 * @throws ArgumentError if there are fewer rows than folds, a class has fewer than 2 rows, or an option is out of range
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
  const { folds = 10, seed = 0, repeats = 1, map, tolerance, maxIterations } = course;
  const problem = regression(options);
  const { lossName, samples } = problem;
  const isClasses = lossName === "logistic" || lossName === "multinomial";
  const { stratify = isClasses, measure = MEASURES[lossName][0] } = course;
  checkCourse(course, lossName, measure);
  if (isClasses) checkClasses(options.y);
  const assigned = Array.from({ length: repeats }, (_, repeat) =>
    foldsOf({ samples, folds, seed: seed + repeat, classes: stratify ? options.y : undefined }),
  );
  if (measure === "auc") checkBothClasses(options.y, assigned, folds);
  const path = [...fitPath(problem, course)];
  problem.loss.free();
  const lambdas = Float64Array.from(path, ({ lambda }) => lambda);
  const tasks = assigned.flatMap((fold, repeat) =>
    Array.from({ length: folds }, (_, k): FoldTask => {
      const test = Uint32Array.from(fold.keys()).filter((row) => fold[row] === k);
      return { repeat, fold: k, test, lambdas, measure, tolerance, maxIterations };
    }),
  );
  const results = map ? await map(tasks) : tasks.map((task) => runFold(options, task));
  if (results.length !== tasks.length)
    throw new ArgumentError({
      caller: "crossValidate",
      argument: "map",
      expected: `give ${tasks.length} results`,
      received: results.length,
    });
  return {
    measure,
    lambdas,
    ...summary(results, repeats, lambdas.length, measure),
    path,
    folds: results,
  };
}

/**
 * Learns on all rows but a fold's, and measures on those, for each λ of a task of {@link crossValidate}. The same options
 * give the same bits wherever it runs.
 */
export function runFold(options: RegressionOptions, task: FoldTask): FoldResult {
  const { repeat, fold, test, lambdas, measure, tolerance, maxIterations } = task;
  const X = flatOf("crossValidate", options.X);
  const left = new Uint8Array(X.rows);
  for (const row of test) left[row] = 1;
  const train = Uint32Array.from(left.keys()).filter((row) => left[row] === 0);
  const pick = (values: ArrayLike<number>, rows: Uint32Array) =>
    Float64Array.from(rows, (row) => values[row]);
  const ones = new Float64Array(X.rows).fill(1);
  const weights = pick(options.weights ?? ones, test);
  const problem = regression({
    ...options,
    X: subsetRows(X, train),
    y: pick(options.y, train),
    weights: options.weights && pick(options.weights, train),
    classes: options.loss === "multinomial" ? classesIn(options) : undefined,
  });
  const held = { X: subsetRows(X, test), y: pick(options.y, test) };
  const errors = new Float64Array(lambdas.length);
  let unconverged = 0;
  let k = 0;
  for (const point of fitPath(problem, { lambdas, tolerance, maxIterations })) {
    const { lossName } = problem;
    const mean = predictMean({ ...point, lossName, X: held.X });
    errors[k++] = measureOf(measure, { lossName, y: held.y, mean, weights });
    if (point.outcome !== "converged") unconverged++;
  }
  problem.loss.free();
  return { repeat, fold, errors, weight: weights.reduce((a, b) => a + b, 0), unconverged };
}

function classesIn({ y, classes }: RegressionOptions): number {
  return classes ?? Array.from(y).reduce((most, label) => Math.max(most, label), 0) + 1;
}

function summary(
  results: readonly FoldResult[],
  repeats: number,
  count: number,
  measure: MeasureName,
) {
  const mean = new Float64Array(count);
  const standardError = new Float64Array(count);
  for (let repeat = 0; repeat < repeats; repeat++) {
    // rows that count nothing measure nothing
    const folds = results.filter((result) => result.repeat === repeat && result.weight > 0);
    const total = folds.reduce((sum, { weight }) => sum + weight, 0);
    for (let k = 0; k < count; k++) {
      const average =
        folds.reduce((sum, { errors, weight }) => sum + weight * errors[k], 0) / total;
      const variance =
        folds.reduce((sum, { errors, weight }) => sum + weight * (errors[k] - average) ** 2, 0) /
        total;
      mean[k] += average / repeats;
      standardError[k] += Math.sqrt(variance / (folds.length - 1)) / repeats;
    }
  }
  const sign = isBetterWhenLarger(measure) ? -1 : 1;
  let best = 0;
  for (let k = 1; k < count; k++)
    if (sign * mean[k] < sign * mean[best] || Number.isNaN(mean[best])) best = k;
  const limit = sign * mean[best] + standardError[best];
  const oneStandardError = mean.findIndex((value) => sign * value <= limit);
  return {
    mean,
    standardError,
    best,
    oneStandardError: oneStandardError < 0 ? best : oneStandardError,
  };
}

/** Pairs of the two classes are what AUC counts, so each fold needs both. */
function checkBothClasses(
  y: ArrayLike<number>,
  assigned: readonly Uint32Array[],
  folds: number,
): void {
  for (const fold of assigned) {
    const both = Array.from({ length: folds }, () => [false, false]);
    fold.forEach((k, row) => {
      both[k][y[row] > 0 ? 1 : 0] = true;
    });
    const lacking = both.findIndex(([negative, positive]) => !(negative && positive));
    if (lacking >= 0)
      throw new ArgumentError({
        caller: "crossValidate",
        argument: "folds",
        expected: "leave out rows of both classes in each fold for auc",
        received: `${folds} folds, one with a single class`,
      });
  }
}

function checkCourse(
  { repeats }: CrossValidateOptions,
  lossName: keyof typeof MEASURES,
  measure: MeasureName,
) {
  if (repeats !== undefined && !(Number.isSafeInteger(repeats) && repeats >= 1))
    throw new ArgumentError({
      caller: "crossValidate",
      argument: "repeats",
      expected: "be a positive whole number",
      received: repeats,
    });
  if (!MEASURES[lossName].includes(measure))
    throw new ArgumentError({
      caller: "crossValidate",
      argument: "measure",
      expected: `be one of ${MEASURES[lossName].join(", ")} for ${lossName}`,
      received: measure,
    });
}

/** A class of one row would be missing where that row is left out. */
function checkClasses(y: ArrayLike<number>): void {
  const counts = new Map<number, number>();
  for (let i = 0; i < y.length; i++) counts.set(y[i], (counts.get(y[i]) ?? 0) + 1);
  for (const [label, count] of counts)
    if (count < 2)
      throw new ArgumentError({
        caller: "crossValidate",
        argument: "y",
        expected: "hold at least 2 rows of each class",
        received: `${count} of class ${label}`,
      });
}
