import { formatModel } from "../model/model-file.ts";
import { manifest } from "../version.ts";
import type { Fitted } from "./fitted.ts";
import { runOf } from "./run-of.ts";
import type { Summary } from "./summary.ts";

/** The model file of a fit. */
export function modelOf(fitted: Fitted, summary: Summary): string {
  const { options, problem } = fitted;
  const { support, dimension, penalty, solver } = summary;
  return formatModel({
    proxkit: manifest().version,
    loss: problem.lossName,
    patches: problem.patches,
    penalty: penalty && {
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
    seed: options.seed,
    target: options.target,
    classes: null,
    inputs: problem.features.map((column) => ({ column, levels: null })),
    features: [...problem.features],
    outputs: 1,
    intercept: [0],
    scaling: problem.scaling ?? null,
    weights: {
      dimension,
      indices: support.map(({ index }) => index),
      values: support.map(({ weight }) => weight),
    },
    result: { outcome: summary.outcome, iterations: summary.iterations, loss: summary.loss },
    run: runOf(fitted),
  });
}
