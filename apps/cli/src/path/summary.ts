import { marksOf } from "../linear/marks.ts";
import { finite } from "../output/finite.ts";
import type { PathResult } from "./solve.ts";

/** The path as plain JSON, what `--json` prints. Its fields are described in the README. */
export function summarizePath(result: PathResult, files: Readonly<Record<string, string>>) {
  const { data, options, dataset, penalty, solved, milliseconds } = result;
  const { problem, path, criteria, validation } = solved;
  const { module, penalty: made } = penalty.loaded;
  const { features, classes } = dataset;
  const K = problem.outputs;
  return {
    format: "proxkit-path",
    version: 1,
    data,
    samples: problem.samples,
    target: options.target,
    lossName: options.loss,
    delta: problem.delta ?? null,
    classes,
    dropped: dataset.dropped,
    features,
    constant: problem.constant.map((j) => features[j]),
    penalty: { module, name: made.name, parameters: made.parameters },
    groups: penalty.groups?.map((group) => group.map((j) => features[j])) ?? null,
    settings: {
      intercept: options.intercept,
      standardize: options.standardize,
      seed: options.seed,
      folds: options.cv ?? null,
      repeats: options.cv === undefined ? null : (options.repeats ?? 1),
      measure: validation?.measure ?? null,
    },
    seconds: milliseconds / 1000,
    chosen: marksOf(solved),
    path: path.map((point, k) => ({
      lambda: point.lambda,
      outcome: point.outcome,
      iterations: point.iterations,
      loss: finite(point.loss),
      objective: finite(point.objective),
      gap: point.gap === undefined ? null : finite(point.gap),
      residual: finite(point.residual),
      deviance: finite(point.deviance),
      nonzeros: point.support.length,
      degreesOfFreedom: point.degreesOfFreedom,
      mean: validation ? finite(validation.mean[k]) : null,
      standardError: validation ? finite(validation.standardError[k]) : null,
      aic: finite(criteria[k].aic),
      bic: finite(criteria[k].bic),
      ebic: finite(criteria[k].ebic),
      intercept: Array.from(point.intercept, finite),
      support: point.support.map((index) => ({
        index,
        column: features[index],
        weights: Array.from(point.coefficients.subarray(index * K, index * K + K), finite),
      })),
    })),
    files,
  };
}

export type PathSummary = ReturnType<typeof summarizePath>;
