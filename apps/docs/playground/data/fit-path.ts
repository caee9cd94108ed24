import {
  ArgumentError,
  type FlatMatrix,
  leastSquares,
  logistic,
  seededRandom,
} from "@proxkit/core";
import { type Penalty, weighted } from "@proxkit/penalty";
import { lambdaMax, proximalGradient, solve } from "@proxkit/solvers";
import { makePenalty } from "../penalties/make-penalty.ts";
import type { CrossValidation, PathRequest, PathResult, Progress } from "./path-result.ts";
import { type Standard, standardized } from "./standardized.ts";

/** Enough for pictures, and quick. */
const TOLERANCE = 1e-7;
const MOST_ITERATIONS = 5_000;

/**
 * A path of models from the sparsest down, each begun at the one before, and its cross-validation.
 *
 *     min_w f(w) + λP(w)   on inputs of mean 0 and standard deviation 1, with an intercept that P leaves alone
 *
 * The folds share the λ of the whole data. Weights are told in the units of the file.
 *
 * @throws ArgumentError if the data cannot be fitted: the target is constant, or has not two values where it must
 */
export function fitPath(request: PathRequest, progress: Progress = () => {}): PathResult {
  const { X, y, folds } = request;
  const whole = problemOf(X, y, request);
  const first = whole.lambdaMax();
  const n = request.lambdas;
  const lambdas = Float64Array.from(
    { length: n },
    (_, i) => first * request.least ** (i / (n - 1)),
  );
  const steps = n * (folds + 1);

  const path = whole.path(lambdas, (i) => progress(i / steps));
  const fold = foldsOf(X.rows, folds, request.seed);
  const errors = Array.from({ length: folds }, (_, k) => {
    const [train, test] = [
      rowsWhere(X, y, (j) => fold[j] !== k),
      rowsWhere(X, y, (j) => fold[j] === k),
    ];
    const fitted = problemOf(train.X, train.y, request, whole.labels);
    const { models } = fitted.path(lambdas, (i) => progress((n * (k + 1) + i) / steps));
    return models.map((model) => errorOf(model, test, request.loss, whole.labels));
  });
  return {
    lambdas,
    weights: path.models.map(({ weights }) => weights),
    intercepts: Float64Array.from(path.models, ({ intercept }) => intercept),
    sizes: whole.sizes,
    classes: whole.labels ?? null,
    unfinished: path.unfinished,
    crossValidation: summary(errors, n),
  };
}

interface Model {
  readonly weights: Float64Array;
  readonly intercept: number;
}

/** Two numbers that stand for the classes 0 and 1. */
type Labels = readonly [number, number];

function problemOf(X: FlatMatrix, y: Float64Array, request: PathRequest, known?: Labels) {
  const d = X.columns;
  const standard = standardized(X);
  const isLogistic = request.loss === "logistic";
  const labels = isLogistic ? (known ?? labelsOf(y)) : undefined;
  const shift = isLogistic ? 0 : mean(y);
  if (!isLogistic && y.every((value) => value === y[0]))
    throw new ArgumentError({
      caller: "fitPath",
      argument: "the target",
      expected: "vary",
      received: `only ${y[0]}`,
    });
  const target = labels
    ? y.map((value) => (value === labels[1] ? 1 : 0))
    : y.map((value) => value - shift);
  // the last column of ones is the intercept
  const inputs = withOnes(standard.X);
  const loss = isLogistic
    ? logistic({ X: inputs, y: target })
    : leastSquares({ X: inputs, y: target });
  const shares = Float64Array.from({ length: d + 1 }, (_, j) => (j < d ? 1 : 0));
  const penalty: Penalty = weighted(makePenalty(request.penalty) as never, shares);

  function start(): Float64Array {
    const w = new Float64Array(d + 1);
    const share = mean(target);
    if (isLogistic) w[d] = Math.log(share / (1 - share));
    return w;
  }

  function path(lambdas: Float64Array, progress: (done: number) => void) {
    let w = start();
    let unfinished = 0;
    const models = Array.from(lambdas, (lambda, i): Model => {
      const result = solve(proximalGradient({ loss, penalty, lambda }), w, {
        tolerance: TOLERANCE,
        maxIterations: MOST_ITERATIONS,
      });
      if (result.outcome !== "converged") unfinished++;
      w = result.w;
      progress(i + 1);
      return inUnits(w, shift, standard);
    });
    loss.free();
    return { models, unfinished };
  }

  /** The least λ at which all weights but the intercept are 0, at the best intercept. */
  function largest(): number {
    const w = start();
    const gradientAtStart = loss.gradient(w);
    gradientAtStart[d] = 0;
    const frozen = {
      ...loss,
      dimension: d + 1,
      gradient: () => gradientAtStart.slice(),
      smoothness: loss.smoothness,
    };
    return lambdaMax({ loss: frozen as never, penalty });
  }

  return { path, lambdaMax: largest, labels, sizes: standard.sizes };
}

/** The weights of the file's own columns. */
function inUnits(w: Float64Array, shift: number, { means, sizes }: Standard): Model {
  const weights = Float64Array.from(sizes, (size, j) => (size === 0 ? 0 : w[j] / size));
  const moved = weights.reduce((sum, weight, j) => sum + weight * means[j], 0);
  return { weights, intercept: shift + w[sizes.length] - moved };
}

function labelsOf(y: Float64Array): Labels {
  const values = [...new Set(y)].sort((a, b) => a - b);
  if (values.length !== 2)
    throw new ArgumentError({
      caller: "fitPath",
      argument: "the target",
      expected: "hold two different numbers for the logistic loss",
      received: values.length === 1 ? `only ${values[0]}` : `${values.length}`,
    });
  return [values[0], values[1]];
}

function errorOf(
  { weights, intercept }: Model,
  { X, y }: Rows,
  loss: PathRequest["loss"],
  labels?: Labels,
): number {
  let sum = 0;
  for (let j = 0; j < X.rows; j++) {
    let z = intercept;
    for (let i = 0; i < X.columns; i++) z += weights[i] * X.data[j * X.columns + i];
    if (loss === "least-squares") sum += (y[j] - z) ** 2;
    else {
      const margin = y[j] === labels?.[1] ? z : -z;
      sum += Math.log1p(Math.exp(-Math.abs(margin))) + Math.max(0, -margin);
    }
  }
  return sum / X.rows;
}

function summary(errors: readonly (readonly number[])[], n: number): CrossValidation {
  const folds = errors.length;
  const average = Float64Array.from({ length: n }, (_, i) => mean(errors.map((of) => of[i])));
  const standardError = average.map((center, i) => {
    const squares = errors.reduce((sum, of) => sum + (of[i] - center) ** 2, 0);
    return Math.sqrt(squares / (folds - 1) / folds);
  });
  const best = average.indexOf(average.reduce((a, b) => Math.min(a, b)));
  const enough = average[best] + standardError[best];
  return {
    mean: average,
    standardError,
    best,
    sparsest: average.findIndex((error) => error <= enough),
  };
}

/** The fold of each row: as many rows in each as can be, which ones by chance. */
function foldsOf(rows: number, folds: number, seed: number): Uint32Array {
  if (rows < 2 * folds)
    throw new ArgumentError({
      caller: "fitPath",
      argument: "folds",
      expected: `be at most half of the ${rows} rows`,
      received: folds,
    });
  const random = seededRandom(seed);
  const fold = Uint32Array.from({ length: rows }, (_, j) => j % folds);
  for (let j = rows - 1; j > 0; j--) {
    const other = random.integer(j + 1);
    [fold[j], fold[other]] = [fold[other], fold[j]];
  }
  return fold;
}

interface Rows {
  readonly X: FlatMatrix;
  readonly y: Float64Array;
}

function rowsWhere(X: FlatMatrix, y: Float64Array, wanted: (row: number) => boolean): Rows {
  const rows = Array.from(y.keys()).filter(wanted);
  const data = new Float64Array(rows.length * X.columns);
  rows.forEach((row, j) => {
    data.set(X.data.subarray(row * X.columns, (row + 1) * X.columns), j * X.columns);
  });
  return {
    X: { data, rows: rows.length, columns: X.columns },
    y: Float64Array.from(rows, (row) => y[row]),
  };
}

function withOnes(X: FlatMatrix): FlatMatrix {
  const columns = X.columns + 1;
  const data = new Float64Array(X.rows * columns).fill(1);
  for (let j = 0; j < X.rows; j++)
    data.set(X.data.subarray(j * X.columns, (j + 1) * X.columns), j * columns);
  return { data, rows: X.rows, columns };
}

function mean(values: ArrayLike<number>): number {
  return Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
}
