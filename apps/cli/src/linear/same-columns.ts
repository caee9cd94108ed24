import { duplicateColumns } from "@proxkit/regression";
import type { Dataset } from "./dataset.ts";
import { few } from "./words.ts";

/** A note on columns that are there twice, if there are any. */
export function sameColumns({ X, features }: Dataset): string[] {
  const same = duplicateColumns(X).map(([j, first]) => `${features[j]} = ${features[first]}`);
  return same.length > 0
    ? [`columns that are the same, so that either may have the weight: ${few(same)}`]
    : [];
}
