import { saveModel } from "@proxkit/regression";
import type { DataSettings } from "../state/panes.ts";
import type { PathResult } from "./path-result.ts";

/** What a model file tells. */
export interface ModelContent {
  readonly settings: DataSettings;
  readonly target: string;
  /** The names of the inputs, length d. */
  readonly names: readonly string[];
  readonly result: PathResult;
  /** Which λ of the path. */
  readonly index: number;
}

/** One model of a path as JSON: what `loadModel` of `@proxkit/regression` reads, and where it comes from. */
export function modelFile({ settings, target, names, result, index }: ModelContent): string {
  const { lambdas, weights, intercepts, classes, crossValidation } = result;
  const model = saveModel({
    lossName: settings.loss,
    names,
    intercept: Float64Array.of(intercepts[index]),
    coefficients: weights[index],
  });
  const { name, parameters } = settings.penalty;
  const { measure, mean, standardError } = crossValidation;
  const origin = {
    target,
    ...(classes && { classes }),
    penalty: { name, parameters },
    lambda: lambdas[index],
    crossValidation: {
      ...{ measure, folds: settings.folds, seed: settings.seed },
      ...{ mean: mean[index], standardError: standardError[index] },
    },
  };
  return `${JSON.stringify({ ...JSON.parse(model), ...origin }, null, 2)}\n`;
}
