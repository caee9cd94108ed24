import { formatModel } from "../model/model-file.ts";
import { manifest } from "../version.ts";
import type { LinearFit } from "./fit-linear.ts";
import type { LinearSummary } from "./summary.ts";

/** The model file of a linear model. */
export function linearModelOf({ dataset, point }: LinearFit, summary: LinearSummary): string {
  const { penalty, solver } = summary;
  const { coefficients } = point;
  const indices = Array.from(coefficients.keys()).filter((i) => coefficients[i] !== 0);
  return formatModel({
    proxkit: manifest().version,
    loss: summary.lossName,
    patches: 1,
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
    classes: dataset.classes && [...dataset.classes],
    inputs: dataset.inputs.map(({ column, levels }) => ({
      column,
      levels: levels && [...levels],
    })),
    features: [...dataset.features],
    outputs: point.intercept.length,
    intercept: Array.from(point.intercept),
    scaling: null,
    weights: {
      dimension: coefficients.length,
      indices,
      values: indices.map((i) => coefficients[i]),
    },
    result: { outcome: summary.outcome, iterations: summary.iterations, loss: summary.loss },
  });
}
