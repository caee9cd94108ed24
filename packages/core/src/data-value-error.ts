import { ArgumentError } from "./argument-error.ts";

/** What a {@link DataValueError} says. */
export interface DataValueErrorOptions {
  /** The function that refused. */
  readonly caller: string;
  /** The matrix or vector that holds the value. */
  readonly argument: string;
  /** What it must hold there, such as "a finite number". */
  readonly hold: string;
  /** Counted from 0. */
  readonly row: number;
  /** Counted from 0. Default: none, for a vector. */
  readonly column?: number;
  /** The value that is there. */
  readonly received: unknown;
}

/**
 * One value in the data was refused, and this is where it is.
 *
 * @example
 * ```ts
 * import { DataValueError, leastSquares } from "@proxkit/core";
 *
 * try {
 *   leastSquares({ X: [[1, 2], [3, NaN]], y: [1, 2] });
 * } catch (error) {
 *   if (error instanceof DataValueError) {
 *     console.log(error.message); // leastSquares: X must hold a finite number at row 1, column 1, received NaN
 *     console.log(error.row, error.column); // 1 1
 *   }
 * }
 * ```
 */
export class DataValueError extends ArgumentError {
  override readonly name: string = "DataValueError";
  /** The row of X, or the entry of a vector, counted from 0. */
  readonly row: number;
  /** The column of X, counted from 0; undefined for a vector. */
  readonly column: number | undefined;

  constructor({ caller, argument, hold, row, column, received }: DataValueErrorOptions) {
    const place = column === undefined ? `row ${row}` : `row ${row}, column ${column}`;
    super({ caller, argument, expected: `hold ${hold} at ${place}`, received });
    this.row = row;
    this.column = column;
  }
}
