import type { FlatMatrix } from "@proxkit/core";
import type { LossName, MeasureName } from "@proxkit/regression";
import type { PenaltySpec } from "../penalties/penalty-spec.ts";

/** What a path is computed from. */
export interface PathRequest {
  /** The inputs, m × d, in the units of the file. */
  readonly X: FlatMatrix;
  /** The target, length m; for the logistic loss two different numbers. */
  readonly y: Float64Array;
  readonly loss: Exclude<LossName, "multinomial">;
  readonly penalty: PenaltySpec;
  /** How many λ, from the least that makes all weights 0 down by equal ratios. */
  readonly lambdas: number;
  /** The last λ as a share of the first. */
  readonly least: number;
  /** What errors are measured by: that of the loss, unless told. */
  readonly measure: MeasureName | "default";
  readonly folds: number;
  /** Decides which rows are in which fold. */
  readonly seed: number;
}

/** The path, and what cross-validation says of it: plain data. */
export interface PathResult {
  /** Descending. */
  readonly lambdas: Float64Array;
  /** The weights at each λ in the units of the file, λ by λ, length d each. */
  readonly weights: readonly Float64Array[];
  /** Added to what the weights give; length of lambdas. */
  readonly intercepts: Float64Array;
  /** The standard deviation of each input: weights times these can be compared. Length d. */
  readonly sizes: Float64Array;
  /** The two numbers of the target that stand for 0 and 1; null but for the logistic loss. */
  readonly classes: readonly [number, number] | null;
  /** How many runs did not converge. */
  readonly unfinished: number;
  readonly crossValidation: CrossValidation;
}

/** The error on rows that were left out. */
export interface CrossValidation {
  readonly measure: MeasureName;
  /** Mean over the folds; length of lambdas. */
  readonly mean: Float64Array;
  /** The standard error of that mean; length of lambdas. */
  readonly standardError: Float64Array;
  /** Where the mean is best: least, or largest for accuracy and AUC. */
  readonly best: number;
  /** The largest λ whose mean is within one standard error of the best. */
  readonly sparsest: number;
}

/** How much of the work is done, from 0 to 1. */
export type Progress = (done: number) => void;
