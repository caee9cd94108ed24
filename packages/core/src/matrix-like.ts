import type { AbstractMatrix } from "ml-matrix";

/** A dense matrix in one array, row after row: entry (i, j) is `data[i * columns + j]`. */
export interface FlatMatrix {
  /** Length rows × columns. */
  readonly data: Float64Array;
  readonly rows: number;
  readonly columns: number;
}

/**
 * What is taken for a data matrix: an array of rows, a flat matrix, or an ml-matrix or a view of one. A loss
 * copies it.
 */
export type MatrixLike = AbstractMatrix | ArrayLike<ArrayLike<number>> | FlatMatrix;
