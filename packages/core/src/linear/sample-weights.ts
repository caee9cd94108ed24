import { ArgumentError } from "../argument-error.ts";
import { checkLength } from "../check-arguments.ts";
import { DataValueError } from "../data-value-error.ts";

/**
 * sⱼ = the weight of a sample over the sum of all, so that a loss is a weighted mean; 1/m without weights.
 *
 * @param caller who is named in errors
 * @param length m
 * @throws ArgumentError if there is another number of weights than m, or all are 0
 * @throws DataValueError at the first weight that is negative or not finite
 * @example
 * ```ts
 * import { sampleWeights } from "@proxkit/core";
 *
 * console.log(sampleWeights("mine", [1, 3], 2)); // Float64Array(2) [ 0.25, 0.75 ]
 * ```
 */
export function sampleWeights(
  caller: string,
  weights: ArrayLike<number> | undefined,
  length: number,
): Float64Array {
  if (weights === undefined) return new Float64Array(length).fill(1 / length);
  checkLength(caller, "weights", weights, length);
  const s = new Float64Array(length);
  let sum = 0;
  for (let row = 0; row < length; row++) {
    const received = weights[row];
    if (!(received >= 0 && received < Number.POSITIVE_INFINITY))
      throw new DataValueError({
        caller,
        argument: "weights",
        hold: "a finite number at least 0",
        row,
        received,
      });
    s[row] = received;
    sum += received;
  }
  if (!(sum > 0 && sum < Number.POSITIVE_INFINITY))
    throw new ArgumentError({
      caller,
      argument: "weights",
      expected: "have a finite sum above 0",
      received: sum,
    });
  for (let row = 0; row < length; row++) s[row] /= sum;
  return s;
}
