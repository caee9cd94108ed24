import {
  type FlatMatrix,
  linearPredict,
  predict,
  probability,
  type SparseMatrix,
} from "@proxkit/core";
import { pick, pickAsDense } from "../data/columns.ts";
import type { Table } from "../data/table.ts";
import { type Model, weightsOf } from "./model-file.ts";

/** What a linear model says for each row: a value, or for a logistic model the probability of class 1. */
export function linearOutputs(
  loss: "squared" | "logistic",
  w: Float64Array,
  X: FlatMatrix | SparseMatrix,
): Float64Array {
  return loss === "logistic" ? probability({ w, X }) : linearPredict({ w, X });
}

/** What a model says for each row of a table. */
export function outputs(model: Model, table: Table): Float64Array {
  const { loss, patches, features } = model;
  const w = weightsOf(model);
  return loss === "network"
    ? predict({ w, X: pickAsDense(table, features), patches })
    : linearOutputs(loss, w, pick(table, features));
}
