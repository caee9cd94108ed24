import { type FlatMatrix, readColumns, type SparseMatrix } from "@proxkit/core";
import type { Outcome } from "@proxkit/solvers";
import { meanOf } from "./family.ts";
import type { Coefficients, LinearProblem, LinearProblemOptions } from "./linear-problem.ts";
import { measureOf } from "./measures.ts";
import { productsOf } from "./predict.ts";
import type { Fold, FoldResult } from "./run-fold.ts";
import { pick, subsetRows } from "./subset-rows.ts";

/** The rows that are learned from. */
interface Left {
  readonly X: FlatMatrix | SparseMatrix;
  readonly y: Float64Array;
  readonly weights: Float64Array | undefined;
}

/** A problem and models of it, one after the other. */
interface Learned {
  readonly problem: LinearProblem;
  readonly points: Iterable<Coefficients & { readonly outcome: Outcome }>;
}

/**
 * Learns models on all rows but a fold's, and measures each on those.
 *
 * @param caller who is named in errors
 * @param learn makes the problem of the rows that are left, whose loss is freed in the end
 */
export function leftOut(
  caller: string,
  options: LinearProblemOptions,
  { repeat, fold, test, measure }: Fold,
  learn: (left: Left) => Learned,
): FoldResult {
  const X = readColumns(caller, options.X);
  const train = others(test, X.rows);
  const { problem, points } = learn({
    X: subsetRows(X, train),
    y: pick(options.y, train),
    weights: options.weights && pick(options.weights, train),
  });
  const { lossName, outputs } = problem;
  const held = subsetRows(X, test);
  const y = pick(options.y, test);
  const weights = options.weights
    ? pick(options.weights, test)
    : new Float64Array(test.length).fill(1);
  const errors: number[] = [];
  let unconverged = 0;
  try {
    for (const point of points) {
      const mean = meanOf(lossName, productsOf(point, held), outputs);
      errors.push(measureOf(measure, { lossName, y, mean, weights }));
      if (point.outcome !== "converged") unconverged++;
    }
  } finally {
    problem.loss.free();
  }
  const weight = weights.reduce((a, b) => a + b, 0);
  return { repeat, fold, errors: Float64Array.from(errors), weight, unconverged };
}

/** The rows that are not among these. */
function others(test: Uint32Array, rows: number): Uint32Array {
  const isTest = new Uint8Array(rows);
  for (const row of test) isTest[row] = 1;
  return Uint32Array.from(isTest.keys()).filter((row) => isTest[row] === 0);
}

/** K as all rows that count have it: a fold may lack the largest label. */
export function classesIn({ y, weights, classes }: LinearProblemOptions): number {
  if (classes !== undefined) return classes;
  let most = 0;
  for (let i = 0; i < y.length; i++) if (!(weights?.[i] === 0)) most = Math.max(most, y[i]);
  return most + 1;
}
