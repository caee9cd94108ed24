import { populationLoss } from "@proxkit/core";
import {
  type RvsmState,
  rvsm,
  type SolveResult,
  type Solver,
  type StepSize,
  solve,
} from "@proxkit/solvers";
import { type PenaltyKey, penaltyOf } from "./penalties.ts";
import type { Problem } from "./problem.ts";

/** How the paper's runs are made; the defaults are its numbers for Tables 1-3 and Figure 7. */
export interface RvsmSetting {
  readonly penalty: PenaltyKey;
  /** k. Default: 2. */
  readonly patches?: number;
  /** λ. Default: 1e-4. */
  readonly lambda?: number;
  /** β. Default: 4e-3. */
  readonly beta?: number;
  /** η. Default: 1, which the paper does not say. */
  readonly stepSize?: StepSize;
  /** Default: true. */
  readonly normalize?: boolean;
}

export function rvsmFor({ wStar }: Problem, setting: RvsmSetting): Solver<RvsmState> {
  const { penalty, patches = 2, lambda = 1e-4, beta = 4e-3, stepSize = 1, normalize } = setting;
  const loss = populationLoss({ wStar, patches });
  return rvsm({ loss, penalty: penaltyOf(penalty), lambda, beta, stepSize, normalize });
}

/** Runs until the residual is 1e-12 of the first, far below what is shown. */
export function runRvsm(problem: Problem, setting: RvsmSetting): SolveResult<RvsmState> {
  return solve(rvsmFor(problem, setting), problem.start, { tolerance: 1e-12 });
}
