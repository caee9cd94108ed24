import { type DenseMatrix, openMemory } from "@proxkit/kernels";
import { ArgumentError } from "./argument-error.ts";
import type { DataOptions } from "./data-options.ts";
import { DataValueError } from "./data-value-error.ts";
import type { FlatMatrix, MatrixLike } from "./matrix-like.ts";
import { readMatrix } from "./read-matrix.ts";
import { threadCount } from "./thread-count.ts";

/** The data of a loss, and how many threads go over it. */
export interface StoredMatrix {
  readonly X: DenseMatrix;
  readonly threads: number;
}

/**
 * The data matrix in a memory of the kernels, with room for what a loss needs beside it; every entry is
 * checked to be finite.
 *
 * @throws ArgumentError if X is empty or ragged, or there are no threads here
 * @throws DataValueError at the first entry that is not a finite number of the storage
 */
export function storedMatrix(
  caller: string,
  given: MatrixLike,
  { threads: asked, storage = "float64" }: DataOptions,
): StoredMatrix {
  checkStorage(caller, storage);
  const flat = readMatrix(caller, given);
  const { rows, columns } = flat;
  const threads = threadCount(caller, asked, rows);
  const size = storage === "float64" ? 8 : 4;
  const parts = threads > 1 ? Math.min(16 * threads, threads + rows / 512) : 1; // each with a gradient
  const beside = 2 * 8 * rows + (parts + 3) * (9 * columns + 256);
  const memory = openMemory({ bytes: rows * columns * size + beside, shared: threads > 1 });
  const data =
    storage === "float64" ? memory.float64(rows * columns) : memory.float32(rows * columns);
  data.view.set(flat.data);
  if (storage === "float32") checkFinite(caller, data.view, flat);
  return { X: { data, rows, columns }, threads };
}

/** Refuses a storage that is not there. */
export function checkStorage(caller: string, storage: DataOptions["storage"]): void {
  if (storage !== "float64" && storage !== "float32")
    throw new ArgumentError({
      caller,
      argument: "storage",
      expected: 'be "float64" or "float32"',
      received: storage,
    });
}

/** What float64 holds, float32 may not. */
function checkFinite(caller: string, stored: ArrayLike<number>, { data, columns }: FlatMatrix) {
  for (let at = 0; at < stored.length; at++)
    if (!Number.isFinite(stored[at]))
      throw new DataValueError({
        caller,
        argument: "X",
        hold: "a number that float32 can hold",
        row: Math.floor(at / columns),
        column: at % columns,
        received: data[at],
      });
}
