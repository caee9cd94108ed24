import type { Coefficients } from "@proxkit/regression";
import { formatModel, type ModelContent } from "../model/model-file.ts";
import { manifest } from "../version.ts";
import type { Dataset } from "./dataset.ts";
import type { LinearFit } from "./fit-linear.ts";
import type { LinearSummary } from "./summary.ts";

/** The model file of a linear model. */
export function linearModelOf({ dataset, point }: LinearFit, summary: LinearSummary): string {
  const { penalty, solver, outcome, iterations, loss } = summary;
  return formatLinearModel(dataset, point, {
    loss: summary.lossName,
    penalty: {
      module: penalty.module,
      name: penalty.name,
      parameters: { ...penalty.parameters },
    },
    solver: {
      name: solver.name,
      settings: {
        ...solver.settings,
        tolerance: solver.tolerance,
        maxIterations: solver.maxIterations,
      },
    },
    seed: solver.seed,
    target: summary.target,
    result: { outcome, iterations, loss },
  });
}

/** The model file of coefficients in the units of a dataset. */
export function formatLinearModel(
  dataset: Dataset,
  { coefficients, intercept }: Coefficients,
  how: Pick<ModelContent, "loss" | "penalty" | "solver" | "seed" | "target" | "result">,
): string {
  const { loss, result, ...learned } = how;
  const indices = Array.from(coefficients.keys()).filter((i) => coefficients[i] !== 0);
  return formatModel({
    proxkit: manifest().version,
    loss,
    patches: 1,
    ...learned,
    classes: dataset.classes && [...dataset.classes],
    inputs: dataset.inputs.map(({ column, levels }) => ({
      column,
      levels: levels && [...levels],
    })),
    features: [...dataset.features],
    outputs: intercept.length,
    intercept: Array.from(intercept),
    scaling: null,
    weights: {
      dimension: coefficients.length,
      indices,
      values: indices.map((i) => coefficients[i]),
    },
    result,
  });
}
