import type { FlatMatrix } from "@proxkit/core";
import { codesOf } from "./codes-of.ts";
import { column, pick } from "./columns.ts";
import { checkRoom, roomForNumbers } from "./room.ts";
import type { DenseTable, SparseMatrix, SparseTable, Table } from "./table.ts";

/** A column that a model takes: numbers, or one of a few levels, each of which is a feature of 0 and 1. */
export interface Input {
  readonly column: string;
  /** Null for numbers. */
  readonly levels: readonly string[] | null;
}

/** What the weights of a model are of: a column of numbers, or one level of a category, as "colour=red". */
export function featuresOf(inputs: readonly Input[]): string[] {
  return inputs.flatMap(({ column: name, levels }) =>
    levels ? levels.map((level) => `${name}=${level}`) : [name],
  );
}

/**
 * The inputs of a table as a matrix, a column a feature: of a dense table a dense one, of a sparse table a sparse one.
 *
 * @throws UsageError if a column is missing, or holds a level that is not among its input's
 */
export function matrixOf(table: Table, inputs: readonly Input[]): FlatMatrix | SparseMatrix {
  if (inputs.every(({ levels }) => levels === null))
    return pick(
      table,
      inputs.map(({ column: name }) => name),
    );
  return table.kind === "dense" ? dense(table, inputs) : sparse(table, inputs);
}

function dense(table: DenseTable, inputs: readonly Input[]): FlatMatrix {
  const { rows, source } = table;
  const columns = featuresOf(inputs).length;
  checkRoom(source, `${rows} × ${columns} numbers`, 8 * rows * columns, roomForNumbers());
  const data = new Float64Array(rows * columns);
  let first = 0;
  for (const { column: name, levels } of inputs) {
    if (levels) {
      const codes = codesOf(table, name, levels);
      for (let i = 0; i < rows; i++) data[(first + codes[i]) * rows + i] = 1;
    } else data.set(column(table, name), first * rows);
    first += levels ? levels.length : 1;
  }
  return { data, rows, columns, layout: "columns" };
}

function sparse(table: SparseTable, inputs: readonly Input[]): SparseMatrix {
  const parts = inputs.map(({ column: name, levels }) =>
    levels ? oneHot(codesOf(table, name, levels), levels.length) : pick(table, [name]),
  );
  const columns = parts.reduce((sum, part) => sum + part.columns, 0);
  const entries = parts.reduce((sum, part) => sum + part.values.length, 0);
  const starts = new Uint32Array(columns + 1);
  const rowIndices = new Uint32Array(entries);
  const values = new Float64Array(entries);
  let [at, first] = [0, 0];
  for (const part of parts) {
    rowIndices.set(part.rowIndices, at);
    values.set(part.values, at);
    for (let j = 0; j < part.columns; j++) starts[++first] = at + part.starts[j + 1];
    at += part.values.length;
  }
  return { starts, rowIndices, values, rows: table.rows, columns };
}

function oneHot(codes: Float64Array, levels: number): SparseMatrix {
  const starts = new Uint32Array(levels + 1);
  for (const code of codes) starts[code + 1]++;
  for (let level = 0; level < levels; level++) starts[level + 1] += starts[level];
  const next = starts.slice();
  const rowIndices = new Uint32Array(codes.length);
  codes.forEach((code, row) => {
    rowIndices[next[code]++] = row;
  });
  const values = new Float64Array(codes.length).fill(1);
  return { starts, rowIndices, values, rows: codes.length, columns: levels };
}
