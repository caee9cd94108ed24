/**
 * A sparse matrix, column after column (CSC): the entries of column j are at the positions starts[j] to
 * starts[j + 1] − 1 of `values`, and `rowIndices` says which row each is in.
 */
export interface SparseMatrix {
  /** Length columns + 1: from 0 to the number of entries, not falling. */
  readonly starts: ArrayLike<number>;
  /** The row of each entry, counted from 0, rising within a column. */
  readonly rowIndices: ArrayLike<number>;
  /** The entries, as many as rowIndices. */
  readonly values: ArrayLike<number>;
  readonly rows: number;
  readonly columns: number;
}
