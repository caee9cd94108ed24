import type { AbstractMatrix } from "ml-matrix";

/** A dense matrix in one array: entry (i, j) is `data[i * columns + j]`, or `data[j * rows + i]` by columns. */
export interface FlatMatrix {
  /** Length rows × columns. */
  readonly data: Float64Array;
  readonly rows: number;
  readonly columns: number;
  /** What lies together, the entries of a row or those of a column. Default: "rows". */
  readonly layout?: "rows" | "columns" | undefined;
}

/**
 * What is taken for a data matrix: an array of rows, a flat matrix, or an ml-matrix or a view of one. A loss
 * copies it.
 */
export type MatrixLike = AbstractMatrix | ArrayLike<ArrayLike<number>> | FlatMatrix;
