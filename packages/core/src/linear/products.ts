import { checkLength } from "../check-arguments.ts";
import { dotAt } from "../loops/dot-at.ts";
import type { MatrixLike } from "../matrix-like.ts";
import { readMatrix } from "../read-matrix.ts";
import type { SparseMatrix } from "../sparse-matrix.ts";
import { checkSparse } from "./read-sparse.ts";
import { isSparse } from "./stored-columns.ts";

/**
 * XW, m × K row after row, of an X that need not be a loss's: w is W, d × K row after row.
 *
 * @throws ArgumentError if X is empty, ragged or no sparse matrix, or w has another length than dK
 * @throws DataValueError at the first entry of X that is not a finite number
 */
export function products(
  caller: string,
  w: Float64Array,
  X: MatrixLike | SparseMatrix,
  K = 1,
): Float64Array {
  if (isSparse(X)) return ofSparse(caller, w, X, K);
  const { data, rows, columns } = readMatrix(caller, X);
  checkLength(caller, "w", w, columns * K);
  const out = new Float64Array(rows * K);
  if (K === 1) return out.map((_, j) => dotAt(data, j * columns, w));
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++) addRow(out, j, data[j * columns + i], w, i, K);
  return out;
}

function ofSparse(caller: string, w: Float64Array, X: SparseMatrix, K: number): Float64Array {
  checkSparse(caller, X);
  const { starts, rowIndices, values, rows, columns } = X;
  checkLength(caller, "w", w, columns * K);
  const out = new Float64Array(rows * K);
  for (let i = 0; i < columns; i++)
    for (let at = starts[i]; at < starts[i + 1]; at++)
      addRow(out, rowIndices[at], values[at], w, i, K);
  spreadNaN(out, w, K);
  return out;
}

/** Row j of out ← row j + x · row i of W */
function addRow(out: Float64Array, j: number, x: number, w: Float64Array, i: number, K: number) {
  for (let k = 0; k < K; k++) out[j * K + k] += x * w[i * K + k];
}

/** NaN · 0 is NaN, for the zeros that a sparse matrix leaves out as well. */
function spreadNaN(out: Float64Array, w: Float64Array, K: number): void {
  for (let i = 0; i < w.length; i++)
    if (Number.isNaN(w[i])) for (let at = i % K; at < out.length; at += K) out[at] = Number.NaN;
}
