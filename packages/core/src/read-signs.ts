import { ArgumentError } from "./argument-error.ts";
import { checkLength } from "./check-arguments.ts";
import { DataValueError } from "./data-value-error.ts";

/**
 * The labels of two classes as −1 and 1.
 *
 * @throws ArgumentError if there is another number of labels, or only one class
 * @throws DataValueError at the first label that is not of {0, 1}, or not of {−1, 1}
 */
export function readSigns(caller: string, y: ArrayLike<number>, length: number): Float64Array {
  checkLength(caller, "y", y, length);
  const signs = new Float64Array(length);
  let other: number | undefined; // 0 or −1, whichever comes first
  let ones = 0;
  for (let row = 0; row < length; row++) {
    const received = y[row];
    if (received === 0 || received === -1) other ??= received;
    if (received !== 1 && received !== other)
      throw new DataValueError({
        caller,
        argument: "y",
        hold: other === undefined ? "0, 1 or -1" : `1 or ${other}`,
        row,
        received,
      });
    signs[row] = received === 1 ? 1 : -1;
    if (received === 1) ones++;
  }
  if (ones === 0 || ones === length)
    throw new ArgumentError({
      caller,
      argument: "y",
      expected: "hold both classes",
      received: `only ${y[0]}`,
    });
  return signs;
}
