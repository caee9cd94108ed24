import { ArgumentError } from "@proxkit/core";
import { crossValidate, type RegressionOptions, runFold } from "@proxkit/regression";
import { makePenalty } from "../penalties/make-penalty.ts";
import { deviations } from "./deviations.ts";
import type { PathRequest, PathResult, Progress } from "./path-result.ts";

/**
 * A path of models from the sparsest down, and its cross-validation: `crossValidate` of `@proxkit/regression`, on
 * standardised inputs and with an intercept.
 *
 * @throws (rejects) ArgumentError if the data cannot be fitted: the target is constant, or not of the loss's kind
 */
export async function fitPath(
  request: PathRequest,
  progress: Progress = () => {},
): Promise<PathResult> {
  const { X, loss, lambdas: count, least: ratio, folds, seed } = request;
  const classes = loss === "logistic" ? classesOf(request.y) : null;
  const y = classes ? request.y.map((label) => (label === classes[1] ? 1 : 0)) : request.y;
  if (y.every((value) => value === y[0])) refuse("the target", "vary", `only ${y[0]}`);
  const options: RegressionOptions = { X, y, loss, penalty: makePenalty(request.penalty) };
  const {
    measure,
    lambdas,
    mean,
    standardError,
    best,
    oneStandardError,
    path,
    folds: results,
  } = await crossValidate(options, {
    ...{ count, ratio, folds, seed },
    stop: false,
    measure: request.measure === "default" ? undefined : request.measure,
    map: async (tasks) =>
      tasks.map((task, k) => {
        progress((k + 1) / (folds + 1)); // the path on all rows was the first of the parts
        return runFold(options, task);
      }),
  });
  progress(1);
  const unfinished = [
    ...results.map(({ unconverged }) => unconverged),
    path.filter(({ outcome }) => outcome !== "converged").length,
  ];
  return {
    lambdas,
    weights: path.map(({ coefficients }) => coefficients),
    intercepts: Float64Array.from(path, ({ intercept }) => intercept[0]),
    sizes: deviations(X),
    classes,
    unfinished: unfinished.reduce((sum, n) => sum + n),
    crossValidation: { measure, mean, standardError, best, sparsest: oneStandardError },
  };
}

function classesOf(y: Float64Array): readonly [number, number] {
  const values = [...new Set(y)].sort((a, b) => a - b);
  if (values.length !== 2)
    refuse("the target", "hold two different numbers for the logistic loss", values.length);
  return [values[0], values[1]];
}

function refuse(argument: string, expected: string, received: unknown): never {
  throw new ArgumentError({ caller: "fitPath", argument, expected, received });
}
