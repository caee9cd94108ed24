import { populationLoss } from "@proxkit/core";
import {
  type Check,
  certifyRvsm,
  rvsmLimit,
  type StepSize,
  solve,
  watchRvsm,
} from "@proxkit/solvers";
import { type PenaltyKey, penaltyOf } from "../figures/penalties.ts";
import type { Problem } from "../figures/problem.ts";

/** A run of RVSM that Theorem 1 is held to. */
export interface Run extends Problem {
  readonly penalty: PenaltyKey;
  readonly patches: number;
  readonly lambda: number;
  readonly beta: number;
  readonly stepSize: StepSize;
}

/** Runs and certifies: the checks of Theorem 1, in the order of its proof. */
export function certifiedRun({ wStar, start, stepSize, ...run }: Run): readonly Check[] {
  const { patches, lambda, beta } = run;
  const penalty = penaltyOf(run.penalty);
  const loss = populationLoss({ wStar, patches });
  const watch = watchRvsm({ loss, penalty, lambda, beta, stepSize, wStar });
  const limit = rvsmLimit(solve(watch.solver, start, { tolerance: 1e-12, maxIterations: 3000 }));
  return certifyRvsm({
    penalty,
    lambda,
    beta,
    normalize: true,
    dimension: wStar.length,
    patches,
    lossKind: "population",
    smoothness: loss.smoothness,
    steps: watch.steps(),
    limit,
    wStar,
  }).checks;
}
