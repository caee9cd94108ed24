import { readColumns } from "@proxkit/core";
import { meanOf } from "./family.ts";
import { fitPath } from "./fit-path.ts";
import { type MeasureName, measureOf } from "./measures.ts";
import { productsOf } from "./predict.ts";
import { type RegressionOptions, regressionOf } from "./regression.ts";
import { pick, subsetRows } from "./subset-rows.ts";

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
  /** The measure on the rows that were left out, for each λ; NaN if their weights are 0. */
  readonly errors: Float64Array;
  /** What those rows count together. */
  readonly weight: number;
  /** For how many λ the solver did not converge. */
  readonly unconverged: number;
}

/**
 * Learns on all rows but a fold's, and measures on those, for each λ of a task of `crossValidate`. The same options give the
 * same bits wherever it runs.
 *
 * @param options those that `crossValidate` was called with
 * @throws ArgumentError if the rows that are left do not make a regression
 */
export function runFold(options: RegressionOptions, task: FoldTask): FoldResult {
  const { repeat, fold, test, lambdas, measure, tolerance, maxIterations } = task;
  const X = readColumns("crossValidate", options.X);
  const train = others(test, X.rows);
  const left = {
    ...options,
    X: subsetRows(X, train),
    y: pick(options.y, train),
    weights: options.weights && pick(options.weights, train),
    classes: options.loss === "multinomial" ? classesIn(options) : undefined,
  };
  const problem = regressionOf(left, "allow");
  const { lossName, outputs } = problem;
  const held = subsetRows(X, test);
  const y = pick(options.y, test);
  const weights = options.weights
    ? pick(options.weights, test)
    : new Float64Array(test.length).fill(1);
  const errors = new Float64Array(lambdas.length);
  let unconverged = 0;
  let k = 0;
  try {
    for (const point of fitPath(problem, { lambdas, tolerance, maxIterations })) {
      const mean = meanOf(lossName, productsOf(point, held), outputs);
      errors[k++] = measureOf(measure, { lossName, y, mean, weights });
      if (point.outcome !== "converged") unconverged++;
    }
  } finally {
    problem.loss.free();
  }
  return { repeat, fold, errors, weight: weights.reduce((a, b) => a + b, 0), unconverged };
}

/** The rows that are not among these. */
function others(test: Uint32Array, rows: number): Uint32Array {
  const isTest = new Uint8Array(rows);
  for (const row of test) isTest[row] = 1;
  return Uint32Array.from(isTest.keys()).filter((row) => isTest[row] === 0);
}

/** K as all rows that count have it: a fold may lack the largest label. */
function classesIn({ y, weights, classes }: RegressionOptions): number {
  if (classes !== undefined) return classes;
  let most = 0;
  for (let i = 0; i < y.length; i++) if (!(weights?.[i] === 0)) most = Math.max(most, y[i]);
  return most + 1;
}
