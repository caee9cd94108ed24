import { type FlatMatrix, linearPredict, predict, probability } from "@proxkit/core";
import type { Model } from "./model-file.ts";
import { weightsOf } from "./model-file.ts";

export type Learned = Pick<Model, "loss" | "patches" | "weights">;

/** What a model says for each row: a value, or the probability of class 1. */
export function outputs(model: Learned, X: FlatMatrix): Float64Array {
  const w = weightsOf(model);
  if (model.loss === "network") return predict({ w, X, patches: model.patches });
  return model.loss === "logistic" ? probability({ w, X }) : linearPredict({ w, X });
}
