import type { DataSettings } from "../state/panes.ts";
import type { PathResult } from "./path-result.ts";

/** What a model file tells. */
export interface ModelContent {
  readonly settings: DataSettings;
  readonly target: string;
  /** The names of the inputs, length d. */
  readonly features: readonly string[];
  readonly result: PathResult;
  /** Which λ of the path. */
  readonly index: number;
}

/**
 * One model of a path as JSON: w·x plus the intercept is the target, or, for the logistic loss, the log of the odds of
 * the second class.
 */
export function modelFile({ settings, target, features, result, index }: ModelContent): string {
  const { lambdas, weights, intercepts, classes, crossValidation } = result;
  const w = weights[index];
  const indices = Array.from(w.keys()).filter((i) => w[i] !== 0);
  const { name, parameters } = settings.penalty;
  const model = {
    format: "proxkit-path-model",
    version: 1,
    loss: settings.loss,
    penalty: { name, parameters },
    lambda: lambdas[index],
    target,
    ...(classes && { classes }),
    features,
    intercept: intercepts[index],
    weights: { dimension: w.length, indices, values: indices.map((i) => w[i]) },
    crossValidation: {
      folds: settings.folds,
      seed: settings.seed,
      error: crossValidation.mean[index],
      standardError: crossValidation.standardError[index],
    },
  };
  return `${JSON.stringify(model, null, 2)}\n`;
}
