import type { FlatMatrix, SparseMatrix } from "@proxkit/core";
import type { LossName, RegressionOptions } from "@proxkit/regression";
import { loadPenalty } from "../penalty/load-penalty.ts";

/** A problem as a message to another thread. */
export interface ProblemTask {
  readonly X: FlatMatrix | SparseMatrix;
  readonly y: Float64Array;
  readonly weights: Float64Array | undefined;
  readonly loss: LossName;
  readonly delta: number | undefined;
  readonly classes: number | undefined;
  readonly intercept: boolean;
  readonly standardize: boolean;
}

/** And its penalty, which is made again there. */
export interface RegressionTask extends ProblemTask {
  readonly featureWeights: Float64Array | undefined;
  readonly penalty: string;
}

/** What a message says. */
export async function regressionOf(task: RegressionTask): Promise<RegressionOptions> {
  const { penalty } = await loadPenalty(task.penalty);
  return { ...task, penalty };
}
