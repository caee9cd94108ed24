/** Whether a column of this name is asked for. */
export type Wanted = (name: string) => boolean;

/** A table of numbers with named columns: finite, but for columns that were not asked for, which are NaN. */
export interface Table {
  /** Where it came from, for messages: a path, or "standard input". */
  readonly source: string;
  readonly columns: readonly string[];
  readonly rows: number;
  /** Row-major, rows × columns. */
  readonly values: Float64Array;
}
