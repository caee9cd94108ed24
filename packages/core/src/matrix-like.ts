import type { AbstractMatrix } from "ml-matrix";

/** A dense matrix in one array, row after row: entry (i, j) is `data[i * columns + j]`. */
export interface FlatMatrix {
  /** Length rows × columns. */
  readonly data: Float64Array;
  readonly rows: number;
  readonly columns: number;
}

/**
 * What is taken for a data matrix: an array of rows, a flat matrix, or an ml-matrix or a view of one.
 * The entries of a flat matrix are used where they are, so leave them as they are while the loss is in
 * use; the other two are copied once.
 */
export type MatrixLike = AbstractMatrix | ArrayLike<ArrayLike<number>> | FlatMatrix;
