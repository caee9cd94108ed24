import type { FlatMatrix } from "@proxkit/core";
import { didYouMean } from "../nearest.ts";
import { UsageError } from "../usage-error.ts";
import type { Table } from "./table.ts";

/** Where a named column stands. */
function columnIndex(table: Table, name: string): number {
  const index = table.columns.indexOf(name);
  if (index >= 0) return index;
  const known =
    table.columns.length <= 12
      ? table.columns.join(", ")
      : `${table.columns.slice(0, 5).join(", ")}, … ${table.columns.at(-1)}`;
  throw new UsageError(
    `${table.source}: has no column ${name}${didYouMean(name, table.columns)}; it has ${known}`,
  );
}

/** One column as a vector. */
export function column(table: Table, name: string): Float64Array {
  const at = columnIndex(table, name);
  const width = table.columns.length;
  return Float64Array.from({ length: table.rows }, (_, i) => table.values[i * width + at]);
}

/** The named columns, in their order, as a matrix. */
export function pick(table: Table, names: readonly string[]): FlatMatrix {
  const at = names.map((name) => columnIndex(table, name));
  const width = table.columns.length;
  const data = new Float64Array(table.rows * at.length);
  for (let i = 0, to = 0; i < table.rows; i++)
    for (const j of at) data[to++] = table.values[i * width + j];
  return { data, rows: table.rows, columns: at.length };
}
