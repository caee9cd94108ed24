import type { Penalty } from "@proxkit/penalty";
import {
  adaptiveIht,
  gradientDescent,
  lambdaMax,
  proximalGradient,
  rvsm,
  type Solver,
} from "@proxkit/solvers";
import { UsageError } from "../usage-error.ts";
import type { FitOptions, LossName, SolverName } from "./options.ts";
import type { Problem } from "./problem.ts";
import { randomDirection } from "./random-direction.ts";
import { filterNorm } from "./scaling.ts";

/** λ and β for a network in the paper's scale. */
const NETWORK = { lambda: 1e-5, beta: 4e-3 };

export function defaultSolver(loss: LossName): SolverName {
  return loss === "network" ? "rvsm" : "proxgrad";
}

/** Whether RVSM is to normalise: by default for the network, whose direction is what counts. */
export function normalizes(options: FitOptions, solver: SolverName): boolean {
  return solver === "rvsm" && (options.normalize ?? options.loss === "network");
}

/** A solver with its start, and the parameter the prox is called with, if it is. */
export interface Method {
  readonly solver: Solver;
  readonly w0: Float64Array;
  /** t of prox(·, t), once the step is known. */
  proxStep(stepSize: number): number | undefined;
}

export function makeMethod(
  options: FitOptions,
  name: SolverName,
  problem: Problem,
  penalty: Penalty,
): Method {
  const { loss, lossName } = problem;
  // a network's gradient jumps where a patch becomes active: no fixed step is safe there
  const stepSize = options.step ?? (lossName === "network" ? "backtracking" : "safe");
  const lambda = () =>
    options.lambda ?? (lossName === "network" ? NETWORK.lambda : lambdaMax({ loss, penalty }) / 10);
  const w0 = start(options, problem, normalizes(options, name));
  if (name === "gd")
    return { solver: gradientDescent({ loss, stepSize }), w0, proxStep: () => undefined };
  if (name === "iht") {
    const { sparsity } = options;
    if (sparsity === undefined)
      throw new UsageError("--sparsity is needed with --solver iht: how many weights to keep");
    if (sparsity > loss.dimension)
      throw new UsageError(
        `--sparsity must be at most ${loss.dimension}, the number of weights, received ${sparsity}`,
      );
    return { solver: adaptiveIht({ loss, sparsity, stepSize }), w0, proxStep: () => undefined };
  }
  if (name === "proxgrad") {
    const weight = lambda();
    const solver = proximalGradient({ loss, penalty, lambda: weight, stepSize });
    return { solver, w0, proxStep: (eta) => eta * weight };
  }
  const beta =
    options.beta ?? (lossName === "network" ? NETWORK.beta : (loss.smoothness ?? 1) || 1);
  const weight = lambda();
  const normalize = normalizes(options, name);
  const solver = rvsm({ loss, penalty, lambda: weight, beta, stepSize, normalize });
  return { solver, w0, proxStep: () => weight / beta };
}

/** A random direction for the network, of the size that its filter has; else 0. */
function start(options: FitOptions, problem: Problem, normalized: boolean): Float64Array {
  const { loss, lossName, patches, X, y } = problem;
  if (lossName !== "network") return new Float64Array(loss.dimension);
  const unit = randomDirection(loss.dimension, options.seed);
  const size = normalized ? 1 : filterNorm(X, y, patches) || 1;
  return unit.map((x) => x * size);
}
