/** A table of finite numbers with named columns. */
export interface Table {
  /** Where it came from, for messages: a path, or "standard input". */
  readonly source: string;
  readonly columns: readonly string[];
  readonly rows: number;
  /** Row-major, rows × columns. */
  readonly values: Float64Array;
}
