import type { Slot } from "../memory/slot.ts";

/**
 * A sparse matrix in slots, column after column (CSC): the entries of column j are at the positions starts[j] to
 * starts[j + 1] − 1 of `values`, and `rowIndices` says which row each is in.
 */
export interface SparseMatrix {
  /** Length columns + 1, from 0, not falling. */
  readonly starts: Slot<Uint32Array>;
  /** Each below rows; none twice in a column. */
  readonly rowIndices: Slot<Uint32Array>;
  /** As long as rowIndices. */
  readonly values: Slot<Float64Array>;
  readonly rows: number;
  readonly columns: number;
}
