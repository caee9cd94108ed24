import { checkLength } from "./check-arguments.ts";
import { DataValueError } from "./data-value-error.ts";

/**
 * A copy of a vector of data, every entry checked to be finite.
 *
 * @throws ArgumentError if it has another length
 * @throws DataValueError at the first entry that is not a finite number
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
