import { ArgumentError, DataValueError } from "@proxkit/core";

/**
 * The share of each row, which add up to 1: its weight over the sum of all, or 1/m.
 *
 * @throws DataValueError at the first weight that is negative or not finite
 * @throws ArgumentError if all weights are 0
 */
export function sampleShares(weights: Float64Array | undefined, m: number): Float64Array {
  if (!weights) return new Float64Array(m).fill(1 / m);
  const caller = "regression";
  const argument = "weights";
  weights.forEach((received, row) => {
    if (!(received >= 0 && received < Number.POSITIVE_INFINITY))
      throw new DataValueError({
        caller,
        argument,
        hold: "a finite number at least 0",
        row,
        received,
      });
  });
  const sum = weights.reduce((a, b) => a + b, 0);
  if (!(sum > 0 && sum < Number.POSITIVE_INFINITY))
    throw new ArgumentError({
      caller,
      argument,
      expected: "have a finite sum above 0",
      received: sum,
    });
  return weights.map((weight) => weight / sum);
}
