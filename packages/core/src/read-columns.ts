import { checkSparse } from "./linear/read-sparse.ts";
import { isSparse } from "./linear/stored-columns.ts";
import { transpose } from "./loops/transpose.ts";
import type { FlatMatrix, MatrixLike } from "./matrix-like.ts";
import { readFlat } from "./read-matrix.ts";
import type { SparseMatrix } from "./sparse-matrix.ts";

/**
 * The data matrix X column by column, every entry checked to be finite: for code that works on columns.
 *
 * @param caller who is named in errors
 * @param X in any form; what lies by columns already is not copied, so that the result is not to be written to
 * @returns a flat matrix with layout "columns", or the sparse matrix that was given
 * @throws ArgumentError if X is empty, ragged, or its parts do not fit together
 * @throws DataValueError at the first entry that is not a finite number
 * @example
 * ```ts
 * import { readColumns } from "@proxkit/core";
 *
 * const X = readColumns("mine", [[1, 2], [3, 4]]);
 * if ("data" in X) console.log(X.data, X.layout); // Float64Array(4) [ 1, 3, 2, 4 ] columns
 * ```
 */
export function readColumns(
  caller: string,
  X: MatrixLike | SparseMatrix,
): FlatMatrix | SparseMatrix {
  if (isSparse(X)) {
    checkSparse(caller, X);
    return X;
  }
  const flat = readFlat(caller, X);
  if (flat.layout === "columns") return flat;
  const { rows, columns } = flat;
  const data = new Float64Array(rows * columns);
  transpose(flat.data, rows, columns, data);
  return { data, rows, columns, layout: "columns" };
}
