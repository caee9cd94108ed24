import { predict } from "@proxkit/core";
import { predictMean } from "@proxkit/regression";
import { pickAsDense } from "../data/columns.ts";
import { matrixOf } from "../data/inputs.ts";
import type { Table, Wanted } from "../data/table.ts";
import { type Model, weightsOf } from "./model-file.ts";

/** What a model's inputs are read as. */
export function wantedByModel({ inputs }: Model): Wanted {
  const kinds = new Map(
    inputs.map(({ column, levels }) => [column, levels ? "category" : "number"] as const),
  );
  return (name) => kinds.get(name);
}

/**
 * What a model says for each row of a table: a value, a rate of counts, or the probability of the second of two classes;
 * of a multinomial model the probabilities of all, beside each other.
 */
export function outputs(model: Model, table: Table): Float64Array {
  const { loss, patches, features, inputs, intercept } = model;
  const w = weightsOf(model);
  if (loss === "network") return predict({ w, X: pickAsDense(table, features), patches });
  const X = matrixOf(table, inputs);
  return predictMean({
    lossName: loss,
    X,
    intercept: Float64Array.from(intercept),
    coefficients: w,
  });
}
