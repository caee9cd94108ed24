import {
  adaptiveIht,
  admm,
  iht,
  proximalGradient,
  rvsm,
  type Solver,
  type SolverState,
} from "@proxkit/solvers";
import {
  PAPERS_PENALTIES,
  type PenaltyKey,
  penaltyLabel,
  penaltyOf,
} from "../figures/penalties.ts";
import type { PosedProblem } from "./problems.ts";

export const LAMBDA = 1e-4;
export const BETA = 4e-3;

/** A method as a task names it: with a penalty, or "" where it has none. */
export interface Method {
  readonly name: "rvsm" | "rvsm-free" | "admm" | "proximal-gradient" | "iht" | "adaptive-iht";
  readonly penalty: PenaltyKey | "";
}

export function methods(): Method[] {
  const penalised = ["rvsm", "rvsm-free", "admm", "proximal-gradient"] as const;
  return [
    ...penalised.flatMap((name) => PAPERS_PENALTIES.map((penalty): Method => ({ name, penalty }))),
    { name: "iht", penalty: "" },
    { name: "adaptive-iht", penalty: "" },
  ];
}

const NAMES: Readonly<Record<Method["name"], string>> = {
  rvsm: "RVSM",
  "rvsm-free": "RVSM, not normalised",
  admm: "ADMM",
  "proximal-gradient": "proximal gradient",
  iht: "IHT, s given",
  "adaptive-iht": "adaptive IHT, s given",
};

export function methodLabel({ name, penalty }: Method): string {
  return penalty === "" ? NAMES[name] : `${NAMES[name]}, ${penaltyLabel(penalty)}`;
}

/**
 * η is 1/L on data (1/(L + β) for RVSM), and 1 on the population loss, whose bound L = 4 is far too large.
 * ADMM has ρ = L and, on data, 5 inner steps at most; on the population loss ρ = 1.
 */
export function solverFor(
  method: Method,
  { loss, sparsity, onData }: PosedProblem,
): Solver<SolverState> {
  const stepSize = onData ? "safe" : 1;
  if (method.penalty === "") {
    const make = method.name === "iht" ? iht : adaptiveIht;
    return make({ loss, sparsity, stepSize });
  }
  const penalty = penaltyOf(method.penalty);
  const common = { loss, penalty, lambda: LAMBDA };
  if (method.name === "admm")
    return admm({ ...common, ...(onData ? { innerIterations: 5 } : { rho: 1, stepSize: 0.5 }) });
  if (method.name === "proximal-gradient") return proximalGradient({ ...common, stepSize });
  return rvsm({ ...common, beta: BETA, stepSize, normalize: method.name === "rvsm" });
}
