import type { RegressionOptions } from "@proxkit/regression";
import { UsageError } from "../usage-error.ts";
import { type Dataset, isClassification } from "./dataset.ts";
import { featureWeightsOf } from "./feature-weights.ts";
import type { ModelOptions } from "./options.ts";
import { type LinearPenalty, linearPenalty } from "./penalty.ts";
import type { RegressionTask } from "./task.ts";

/** A problem that is ready to be solved here, and on other threads. */
export interface Prepared {
  readonly penalty: LinearPenalty;
  readonly options: RegressionOptions;
  readonly task: RegressionTask;
}

/** @param from what the user gave the penalty as, for errors */
export async function prepare(
  name: string,
  dataset: Dataset,
  model: ModelOptions,
  from = "--penalty",
): Promise<Prepared> {
  const { loss, delta, intercept, standardize, featureWeights: text } = model;
  const { X, y, weights, classes, inputs } = dataset;
  if (delta !== undefined && loss !== "huber")
    throw new UsageError(`--delta needs --loss huber; it is ${loss}`);
  const penalty = await linearPenalty(name, dataset, model, from);
  const featureWeights = text === undefined ? undefined : featureWeightsOf(text, inputs);
  const task: RegressionTask = {
    X,
    y,
    weights,
    featureWeights,
    loss,
    delta,
    classes: isClassification(loss) && loss !== "logistic" ? classes?.length : undefined,
    intercept,
    standardize,
    penalty: penalty.spec,
  };
  return { penalty, task, options: { ...task, penalty: penalty.loaded.penalty } };
}
