import type { RegressionOptions } from "@proxkit/regression";
import { UsageError } from "../usage-error.ts";
import { type Dataset, isClassification } from "./dataset.ts";
import { featureWeightsOf } from "./feature-weights.ts";
import type { ModelOptions, ProblemOptions } from "./options.ts";
import { type LinearPenalty, linearPenalty } from "./penalty.ts";
import type { ProblemTask, RegressionTask } from "./task.ts";

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
  const { featureWeights: text } = model;
  const problem = problemTask(dataset, model);
  const penalty = await linearPenalty(name, dataset, model, from);
  const featureWeights = text === undefined ? undefined : featureWeightsOf(text, dataset.inputs);
  const task: RegressionTask = { ...problem, featureWeights, penalty: penalty.spec };
  return { penalty, task, options: { ...task, penalty: penalty.loaded.penalty } };
}

/** What is to be learned, but for a penalty. */
export function problemTask(
  { X, y, weights, classes }: Dataset,
  { loss, delta, intercept, standardize }: ProblemOptions,
): ProblemTask {
  if (delta !== undefined && loss !== "huber")
    throw new UsageError(`--delta needs --loss huber; it is ${loss}`);
  return {
    X,
    y,
    weights,
    loss,
    delta,
    classes: isClassification(loss) && loss !== "logistic" ? classes?.length : undefined,
    intercept,
    standardize,
  };
}
