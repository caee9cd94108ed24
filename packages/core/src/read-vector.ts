import { checkLength } from "./check-arguments.ts";
import { DataValueError } from "./data-value-error.ts";

/**
 * A copy of a vector of data, every entry checked to be finite.
 *
 * @param caller who is named in errors
 * @param argument what the vector is called in errors
 * @throws ArgumentError if it has another length
 * @throws DataValueError at the first entry that is not a finite number
 * @example
 * ```ts
 * import { readVector } from "@proxkit/core";
 *
 * console.log(readVector("mine", "y", [1, 2], 2)); // Float64Array(2) [ 1, 2 ]
 * ```
 */
export function readVector(
  caller: string,
  argument: string,
  values: ArrayLike<number>,
  length: number,
): Float64Array {
  checkLength(caller, argument, values, length);
  const copy = new Float64Array(length);
  for (let row = 0; row < length; row++) {
    const received = values[row];
    if (!Number.isFinite(received))
      throw new DataValueError({ caller, argument, hold: "a finite number", row, received });
    copy[row] = received;
  }
  return copy;
}
