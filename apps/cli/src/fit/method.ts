import { ArgumentError } from "@proxkit/core";
import type { Penalty } from "@proxkit/penalty";
import {
  type AdaptiveIhtSteps,
  gradientDescent,
  lambdaMax,
  proximalGradient,
  type RvsmSteps,
  type Solver,
  watchAdaptiveIht,
  watchRvsm,
} from "@proxkit/solvers";
import { UsageError } from "../usage-error.ts";
import type { SettledOptions, SolverName } from "./options.ts";
import type { Problem } from "./problem.ts";
import type { Watch, Watching } from "./watch.ts";

/** λ and β for a network in the paper's scale. */
const NETWORK = { lambda: 1e-5, beta: 4e-3 };

/** A solver, and how it uses the penalty, if it does. */
export interface Method {
  readonly solver: Solver;
  /** The t that the prox is called with, for a step size η. */
  readonly proxStep?: (stepSize: number) => number;
  /** What a certificate needs; only for methods that there are certificates for. */
  readonly watch?: Watch;
}

type MakeMethod = (
  options: SettledOptions,
  problem: Problem,
  penalty: Penalty,
  watching: Watching,
) => Method;

const METHODS: Readonly<Record<SolverName, MakeMethod>> = {
  rvsm(options, problem, penalty, watching) {
    const { loss, lossName } = problem;
    const { step: stepSize, normalize } = options;
    const lambda = lambdaOf(options, problem, penalty);
    const beta =
      options.beta ?? (lossName === "network" ? NETWORK.beta : (loss.smoothness ?? 1) || 1);
    const { wStar } = watching;
    const steps = watching.steps as RvsmSteps | undefined;
    const method = { loss, penalty, lambda, beta, stepSize, normalize };
    const { solver, ...watch } = watchRvsm({ ...method, wStar, steps });
    return { solver, proxStep: () => lambda / beta, watch: { method: "rvsm", ...watch } };
  },

  proxgrad(options, problem, penalty) {
    const { loss } = problem;
    const lambda = lambdaOf(options, problem, penalty);
    const solver = proximalGradient({ loss, penalty, lambda, stepSize: options.step });
    return { solver, proxStep: (eta) => eta * lambda };
  },

  iht({ sparsity, step: stepSize }, { loss }, _, watching) {
    if (sparsity === undefined)
      throw new UsageError("--sparsity is needed with --solver iht: how many weights to keep");
    if (sparsity > loss.dimension)
      throw new UsageError(
        `--sparsity must be at most ${loss.dimension}, the number of weights, received ${sparsity}`,
      );
    const { wStar } = watching;
    const steps = watching.steps as AdaptiveIhtSteps | undefined;
    const { solver, ...watch } = watchAdaptiveIht({ loss, sparsity, stepSize, wStar, steps });
    return { solver, watch: { method: "iht", ...watch } };
  },

  gd: ({ step: stepSize }, { loss }) => ({ solver: gradientDescent({ loss, stepSize }) }),
};

/** @param watching default: nothing is known before */
export function makeMethod(
  options: SettledOptions,
  problem: Problem,
  penalty: Penalty,
  watching: Watching = {},
): Method {
  return METHODS[options.solver](options, problem, penalty, watching);
}

function lambdaOf(
  { lambda }: SettledOptions,
  { loss, lossName }: Problem,
  penalty: Penalty,
): number {
  if (lambda !== undefined) return lambda;
  if (lossName === "network") return NETWORK.lambda;
  try {
    return lambdaMax({ loss, penalty }) / 10;
  } catch (cause) {
    if (!(cause instanceof ArgumentError)) throw cause;
    throw new UsageError(`--lambda is needed, for it has no default here: ${cause.message}`, {
      cause,
    });
  }
}
