import type { SparseMatrix as AnySparseMatrix } from "@proxkit/core";

/** What a column is read as: a finite number a row, or one of a few names. */
export type ColumnKind = "number" | "category";

/** What a column of this name is asked for as; undefined where it may hold anything. */
export type Wanted = (name: string) => ColumnKind | undefined;

/** A sparse matrix by columns, as the losses take it. */
export interface SparseMatrix extends AnySparseMatrix {
  readonly starts: Uint32Array;
  readonly rowIndices: Uint32Array;
  readonly values: Float64Array;
}

interface NamedColumns {
  /** Where it came from, for messages: a path, or "standard input". */
  readonly source: string;
  /** The names of all columns, also of those that were not asked for. */
  readonly columns: readonly string[];
  readonly rows: number;
  /** Which of the numbers' columns a name is, for columns that were asked for. */
  readonly places: ReadonlyMap<string, number>;
  /** The levels of each category column, sorted; the column's numbers are their indices. */
  readonly categories: ReadonlyMap<string, readonly string[]>;
  /** How many rows were left out, for they missed a value. */
  readonly dropped: number;
}

/** A table of finite numbers, all of them there. */
export interface DenseTable extends NamedColumns {
  readonly kind: "dense";
  /** Row-major, rows × places. */
  readonly values: Float64Array;
}

/** A table of finite numbers, most of them 0. */
export interface SparseTable extends NamedColumns {
  readonly kind: "sparse";
  /** rows × places. */
  readonly matrix: SparseMatrix;
  /** Whether columns beyond the last, which are named by larger numbers, are 0: such a file does not say how many it has. */
  readonly openEnded: boolean;
}

export type Table = DenseTable | SparseTable;
