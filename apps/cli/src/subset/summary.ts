import { marksOf } from "../linear/marks.ts";
import { finite } from "../output/finite.ts";
import type { SubsetResult } from "./find-subsets.ts";

/** The subsets as plain JSON, what `--json` prints. Its fields are described in the README. */
export function summarizeSubsets(result: SubsetResult, files: Readonly<Record<string, string>>) {
  const { data, options, dataset, course, found, validation } = result;
  const { path, criteria } = found;
  const { features, classes } = dataset;
  const names = (indices: readonly number[]) => indices.map((j) => features[j]);
  return {
    format: "proxkit-subsets",
    version: 1,
    data,
    samples: found.samples,
    target: options.target,
    lossName: options.loss,
    delta: found.delta ?? null,
    classes,
    dropped: dataset.dropped,
    features,
    constant: names(found.constant),
    keep: names(course.keep),
    settings: {
      intercept: options.intercept,
      standardize: options.standardize,
      seed: options.seed,
      folds: options.cv ?? null,
      repeats: options.cv === undefined ? null : (options.repeats ?? 1),
      measure: validation?.measure ?? null,
    },
    seconds: result.milliseconds / 1000,
    chosen: marksOf({ criteria, validation }),
    index: result.index,
    choice: result.choice,
    metrics: result.metrics,
    subsets: path.map((point, k) => ({
      size: point.size,
      outcome: point.outcome,
      optimal: point.optimal,
      loss: finite(point.loss),
      deviance: finite(point.deviance),
      mean: validation ? finite(validation.mean[k]) : null,
      standardError: validation ? finite(validation.standardError[k]) : null,
      aic: finite(criteria[k].aic),
      bic: finite(criteria[k].bic),
      ebic: finite(criteria[k].ebic),
      intercept: Array.from(point.intercept, finite),
      support: point.support.map((index) => ({
        index,
        column: features[index],
        weight: finite(point.coefficients[index]),
        kept: course.keep.includes(index),
      })),
    })),
    files,
  };
}

export type SubsetSummary = ReturnType<typeof summarizeSubsets>;
