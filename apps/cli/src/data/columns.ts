import type { FlatMatrix } from "@proxkit/core";
import { didYouMean } from "../nearest.ts";
import { UsageError } from "../usage-error.ts";
import { checkRoom, roomForNumbers } from "./room.ts";
import { shortList } from "./short-list.ts";
import { denseColumn } from "./sparse-intake.ts";
import type { DenseTable, SparseMatrix, SparseTable, Table } from "./table.ts";

/** One column as a vector; of a category column the indices of its levels. Of one not asked for NaN. */
export function column(table: Table, name: string): Float64Array {
  const place = table.places.get(name);
  if (place === undefined) {
    if (!table.columns.includes(name)) throw noColumn(table, name);
    return new Float64Array(table.rows).fill(Number.NaN);
  }
  if (table.kind === "sparse") return denseColumn(entriesOf(table), place, table.rows);
  const width = table.places.size;
  return Float64Array.from({ length: table.rows }, (_, i) => table.values[i * width + place]);
}

/** The named columns, in their order, as a matrix: of a dense table a dense one, of a sparse table a sparse one. */
export function pick(table: DenseTable, names: readonly string[]): FlatMatrix;
export function pick(table: SparseTable, names: readonly string[]): SparseMatrix;
export function pick(table: Table, names: readonly string[]): FlatMatrix | SparseMatrix;
export function pick(table: Table, names: readonly string[]): FlatMatrix | SparseMatrix {
  const places = placesOf(table, names);
  return table.kind === "dense" ? pickDense(table, places) : pickSparse(table, places);
}

/**
 * As {@link pick}, for what takes dense data alone.
 *
 * @throws UsageError if a sparse table is too large for that
 */
export function pickAsDense(table: Table, names: readonly string[]): FlatMatrix {
  if (table.kind === "dense") return pick(table, names);
  const { rows, columns, starts, rowIndices, values } = pick(table, names);
  checkRoom(
    table.source,
    `the ${rows} × ${columns} numbers of sparse data, which are needed one by one here,`,
    8 * rows * columns,
    roomForNumbers(),
  );
  const data = new Float64Array(rows * columns);
  for (let j = 0; j < columns; j++)
    for (let k = starts[j]; k < starts[j + 1]; k++) data[rowIndices[k] * columns + j] = values[k];
  return { data, rows, columns };
}

/** Where the named columns are; −1 for those beyond the end of a sparse table, which are 0. */
function placesOf(table: Table, names: readonly string[]): Int32Array {
  const open = table.kind === "sparse" && table.openEnded;
  return Int32Array.from(names, (name) => {
    const place = table.places.get(name);
    if (place !== undefined) return place;
    if (open && /^(0|[1-9]\d*)$/.test(name)) return -1;
    throw noColumn(table, name);
  });
}

function pickDense({ rows, values, places }: DenseTable, picked: Int32Array): FlatMatrix {
  const width = places.size;
  const data = new Float64Array(rows * picked.length);
  for (let i = 0, to = 0; i < rows; i++)
    for (let j = 0; j < picked.length; j++) data[to++] = values[i * width + picked[j]];
  return { data, rows, columns: picked.length };
}

function pickSparse({ matrix, rows }: SparseTable, picked: Int32Array): SparseMatrix {
  const starts = new Uint32Array(picked.length + 1);
  const from = Array.from(picked, (place) => (place < 0 ? 0 : matrix.starts[place]));
  const to = Array.from(picked, (place) => (place < 0 ? 0 : matrix.starts[place + 1]));
  for (let j = 0; j < picked.length; j++) starts[j + 1] = starts[j] + to[j] - from[j];
  const rowIndices = new Uint32Array(starts[picked.length]);
  const values = new Float64Array(starts[picked.length]);
  for (let j = 0; j < picked.length; j++) {
    rowIndices.set(matrix.rowIndices.subarray(from[j], to[j]), starts[j]);
    values.set(matrix.values.subarray(from[j], to[j]), starts[j]);
  }
  return { starts, rowIndices, values, rows, columns: picked.length };
}

function entriesOf({ matrix: { starts, rowIndices, values } }: SparseTable) {
  return { starts, indices: rowIndices, values };
}

function noColumn({ source, columns }: Table, name: string): UsageError {
  return new UsageError(
    `${source}: has no column ${name}${didYouMean(name, columns)}; it has ${shortList(columns)}`,
  );
}
