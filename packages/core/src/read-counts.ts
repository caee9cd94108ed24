import { checkLength } from "./check-arguments.ts";
import { DataValueError } from "./data-value-error.ts";

/** Up to here y log y is finite, and with it the loss from below. */
const MOST = 1e300;

/**
 * A copy of the targets of a Poisson loss, whole or not.
 *
 * @throws ArgumentError if there is another number of them
 * @throws DataValueError at the first that is negative, above 1e300 or no number
 */
export function readCounts(caller: string, y: ArrayLike<number>, length: number): Float64Array {
  checkLength(caller, "y", y, length);
  const counts = new Float64Array(length);
  for (let row = 0; row < length; row++) {
    const received = y[row];
    if (!(typeof received === "number" && received >= 0 && received <= MOST))
      throw new DataValueError({
        caller,
        argument: "y",
        hold: "a count from 0 to 1e300",
        row,
        received,
      });
    counts[row] = received;
  }
  return counts;
}
