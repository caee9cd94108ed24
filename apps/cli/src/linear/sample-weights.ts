import { column } from "../data/columns.ts";
import type { Table } from "../data/table.ts";
import { UsageError } from "../usage-error.ts";

/** What each sample counts, from a column. */
export function sampleWeights(table: Table, name: string): Float64Array {
  const weights = column(table, name);
  const says = (words: string) => new UsageError(`${table.source}: column ${name} ${words}`);
  const row = weights.findIndex((weight) => weight < 0);
  if (row >= 0)
    throw says(`must hold weights of at least 0, received ${weights[row]} in data row ${row + 1}`);
  if (weights.every((weight) => weight === 0)) throw says("holds weights that are all 0");
  return weights;
}
