import { type FlatMatrix, linearPredict, predict, probability } from "@proxkit/core";
import type { LossName } from "../fit/options.ts";

/** What a model says for each row: a value, or for a logistic model the probability of class 1. */
export function outputs(
  loss: LossName,
  patches: number,
  w: Float64Array,
  X: FlatMatrix,
): Float64Array {
  if (loss === "network") return predict({ w, X, patches });
  return loss === "logistic" ? probability({ w, X }) : linearPredict({ w, X });
}
