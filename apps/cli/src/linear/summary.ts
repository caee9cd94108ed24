import type { FittedPoint } from "@proxkit/regression";
import { finite } from "../output/finite.ts";
import { isSeparable } from "../penalty/is-separable.ts";
import type { LinearFit } from "./fit-linear.ts";

/** The result as plain JSON, what `--json` prints: the fields of any fit, and those of a linear model. */
export function summarizeLinear(fit: LinearFit, files: Readonly<Record<string, string>>) {
  const { data, options, dataset, penalty, solved, point, choice } = fit;
  const { penalty: made, module } = penalty.loaded;
  const { problem } = solved;
  const { features } = dataset;
  return {
    format: "proxkit-result",
    version: 1,
    data,
    samples: problem.samples,
    target: options.target,
    outcome: point.outcome,
    iterations: point.iterations,
    seconds: fit.milliseconds / 1000,
    lossName: options.loss,
    patches: 1,
    loss: finite(point.loss),
    objective: finite(point.objective),
    penaltyValue: finite(point.penalty),
    residual: finite(point.residual),
    gap: point.gap === undefined ? null : finite(point.gap),
    deviance: finite(point.deviance),
    metrics: fit.metrics,
    penalty: {
      module,
      name: made.name,
      parameters: made.parameters,
      threshold: isSeparable(made) ? made.scalar.threshold(point.lambda) : null,
    },
    solver: {
      name: "cd" as const,
      settings: {
        lambda: point.lambda,
        intercept: options.intercept,
        standardize: options.standardize,
        ...(problem.delta !== undefined && { delta: problem.delta }),
      },
      stepSize: null,
      tolerance: options.tolerance ?? 1e-8,
      maxIterations: options.maxIterations ?? 200,
      seed: options.seed,
    },
    scaling: null,
    choice,
    classes: dataset.classes,
    dropped: dataset.dropped,
    constant: problem.constant.map((j) => features[j]),
    groups: penalty.groups?.map((group) => group.map((j) => features[j])) ?? null,
    intercept: Array.from(point.intercept, finite),
    dimension: point.coefficients.length,
    features: features.length,
    supportSize: point.support.length,
    sparsity: 1 - point.support.length / features.length,
    support: supportOf(point, features),
    truth: null,
    files,
  };
}

export type LinearSummary = ReturnType<typeof summarizeLinear>;

function supportOf({ support, coefficients, intercept }: FittedPoint, features: readonly string[]) {
  const K = intercept.length;
  return support.map((index) => ({
    index,
    columns: [features[index]],
    weight: K === 1 ? finite(coefficients[index]) : null,
    weights: Array.from(coefficients.subarray(index * K, index * K + K), finite),
  }));
}
