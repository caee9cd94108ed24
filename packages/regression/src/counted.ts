import {
  type FlatMatrix,
  type MatrixLike,
  readColumns,
  readVector,
  type SparseMatrix,
  sampleWeights,
} from "@proxkit/core";
import { pick, subsetRows } from "./subset-rows.ts";

/** The rows that count, their weight being above 0. */
export interface Counted {
  /** By columns; not to be written to. */
  readonly X: FlatMatrix | SparseMatrix;
  readonly y: Float64Array;
  /** The share of each, Σ s = 1. */
  readonly s: Float64Array;
}

/**
 * Reads data, and leaves out the rows whose weight is 0: whatever they hold, nothing depends on it.
 *
 * @throws ArgumentError if lengths do not fit, or no weight is above 0
 * @throws DataValueError at the first value that is missing or not finite, of rows that do not count too
 */
export function countedRows(
  caller: string,
  X: MatrixLike | SparseMatrix,
  y: ArrayLike<number>,
  weights: ArrayLike<number> | undefined,
): Counted {
  const all = readColumns(caller, X);
  const targets = readVector(caller, "y", y, all.rows);
  const s = sampleWeights(caller, weights, all.rows);
  const rows = Uint32Array.from(s.keys()).filter((row) => s[row] > 0);
  if (rows.length === all.rows) return { X: all, y: targets, s };
  return { X: subsetRows(all, rows), y: pick(targets, rows), s: pick(s, rows) };
}
