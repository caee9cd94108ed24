import { support } from "@proxkit/solvers";
import { finite } from "../output/finite.ts";
import { isSeparable } from "../penalty/is-separable.ts";
import { columnsOf, type Fitted } from "./fitted.ts";

/** The result as plain JSON, what `--json` prints. Its fields are described in the README. */
export function summarize(fitted: Fitted, files: Readonly<Record<string, string>>) {
  const { problem, result, weights, penalty, method, options } = fitted;
  const t = method.proxStep?.(result.state.stepSize);
  const found = support(weights);
  return {
    format: "proxkit-result",
    version: 1,
    data: fitted.data,
    samples: problem.X.rows,
    target: options.target,
    outcome: result.outcome,
    iterations: result.iteration,
    seconds: fitted.milliseconds / 1000,
    lossName: problem.lossName,
    patches: problem.patches,
    loss: finite(result.loss),
    objective: finite(result.objective),
    penaltyValue: finite(result.penalty),
    residual: finite(result.residual),
    metrics: fitted.metrics,
    penalty: penalty
      ? {
          module: penalty.module,
          name: penalty.penalty.name,
          parameters: penalty.penalty.parameters,
          threshold:
            t !== undefined && isSeparable(penalty.penalty)
              ? penalty.penalty.scalar.threshold(t)
              : null,
        }
      : null,
    solver: {
      name: options.solver,
      settings: method.solver.settings,
      stepSize: result.state.stepSize,
      tolerance: options.tolerance,
      maxIterations: options.maxIterations,
      seed: options.seed,
    },
    scaling: problem.scaling ?? null,
    dimension: weights.length,
    supportSize: found.length,
    sparsity: 1 - found.length / weights.length,
    support: found.map((index) => ({
      index,
      columns: columnsOf(problem, index),
      weight: finite(weights[index]),
    })),
    truth: fitted.truth?.comparison ?? null,
    files,
  };
}

export type Summary = ReturnType<typeof summarize>;
