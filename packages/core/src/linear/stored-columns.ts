import {
  type Columns,
  columnsOf,
  type DenseMatrix,
  type KernelMemory,
  openMemory,
} from "@proxkit/kernels";
import { ArgumentError } from "../argument-error.ts";
import type { DataOptions } from "../data-options.ts";
import { DataValueError } from "../data-value-error.ts";
import { transpose } from "../loops/transpose.ts";
import type { FlatMatrix, MatrixLike } from "../matrix-like.ts";
import { readFlat } from "../read-matrix.ts";
import type { SparseMatrix } from "../sparse-matrix.ts";
import { checkStorage } from "../stored-matrix.ts";
import { checkSparse, readSparse } from "./read-sparse.ts";

/** Whether the columns of X lie together: it is kept so, and not by rows. */
export function liesByColumns(X: MatrixLike | SparseMatrix): X is FlatMatrix | SparseMatrix {
  return isSparse(X) || (isObject(X) && "data" in X && X.layout === "columns");
}

function isObject(X: unknown): X is object {
  return typeof X === "object" && X !== null;
}

/** Whether X is a sparse matrix. */
export function isSparse(X: MatrixLike | SparseMatrix): X is SparseMatrix {
  return isObject(X) && "starts" in X;
}

/**
 * The data matrix by columns in a memory of the kernels, with room for what a solver needs beside it.
 *
 * @param outputs K, for how many products per row there must be room
 * @throws ArgumentError if X is empty, ragged or a sparse matrix that is none, or threads are asked for
 * @throws DataValueError at the first entry that is not a finite number of the storage
 */
export function storedColumns(
  caller: string,
  given: MatrixLike | SparseMatrix,
  { threads = 1, storage = "float64" }: DataOptions,
  outputs = 1,
): Columns {
  checkStorage(caller, storage);
  if (threads !== 1)
    throw new ArgumentError({
      caller,
      argument: "threads",
      expected: "be 1 (more are for leastSquares and logistic on rows without weights)",
      received: threads,
    });
  if (isSparse(given)) return sparse(caller, given, storage, outputs);
  return dense(caller, readFlat(caller, given), storage, outputs);
}

/** A copy by columns of data that are stored by rows. */
export function columnsOfRows({ data, rows, columns }: DenseMatrix): Columns {
  const float32 = data.view instanceof Float32Array;
  const memory = open(rows, columns, rows * columns * data.view.BYTES_PER_ELEMENT, 1);
  const turned = float32 ? memory.float32(rows * columns) : memory.float64(rows * columns);
  transpose(data.view, rows, columns, turned.view);
  return columnsOf({ data: turned, rows, columns, layout: "columns" });
}

/** @param X of finite numbers */
function dense(
  caller: string,
  X: FlatMatrix,
  storage: NonNullable<DataOptions["storage"]>,
  outputs: number,
): Columns {
  const { rows, columns } = X;
  const size = storage === "float64" ? 8 : 4;
  const memory = open(rows, columns, rows * columns * size, outputs);
  const data =
    storage === "float64" ? memory.float64(rows * columns) : memory.float32(rows * columns);
  if (X.layout === "columns") data.view.set(X.data);
  else transpose(X.data, rows, columns, data.view);
  if (storage === "float32") checkFinite(caller, data.view, X);
  return columnsOf({ data, rows, columns, layout: "columns" });
}

function sparse(
  caller: string,
  X: SparseMatrix,
  storage: NonNullable<DataOptions["storage"]>,
  outputs: number,
): Columns {
  if (storage !== "float64") {
    checkSparse(caller, X);
    throw new ArgumentError({
      caller,
      argument: "storage",
      expected: 'be "float64" for sparse data',
      received: storage,
    });
  }
  const { rows, columns } = X;
  const { slots } = readSparse(caller, X, () => {
    const memory = open(rows, columns, 12 * X.values.length + 4 * columns, outputs);
    const starts = memory.uint32(columns + 1);
    const rowIndices = memory.uint32(X.values.length);
    const values = memory.float64(X.values.length);
    return {
      slots: { starts, rowIndices, values },
      starts: starts.view,
      rowIndices: rowIndices.view,
      values: values.view,
    };
  });
  return columnsOf({ ...slots, rows, columns });
}

/** Beside the data there is room for about nine vectors over the rows and nine over the columns. */
function open(rows: number, columns: number, bytes: number, outputs: number): KernelMemory {
  return openMemory({ bytes: bytes + 8 * outputs * (9 * rows + 9 * columns) + 4096 });
}

/** What float64 holds, float32 may not. */
function checkFinite(caller: string, stored: ArrayLike<number>, X: FlatMatrix) {
  const { rows, columns, data, layout } = X;
  for (let at = 0; at < stored.length; at++)
    if (!Number.isFinite(stored[at])) {
      const [row, column] = [at % rows, Math.floor(at / rows)];
      throw new DataValueError({
        caller,
        argument: "X",
        hold: "a number that float32 can hold",
        row,
        column,
        received: data[layout === "columns" ? at : row * columns + column],
      });
    }
}
