import { ArgumentError } from "@proxkit/core";

/** A finite number above 0. */
export function checkPositive(caller: string, argument: string, value: number): void {
  if (!(value > 0 && value < Number.POSITIVE_INFINITY))
    throw new ArgumentError({
      caller,
      argument,
      expected: "be a finite number greater than 0",
      received: value,
    });
}

/** A finite number, 0 or more. */
export function checkNonNegative(caller: string, argument: string, value: number): void {
  if (!(value >= 0 && value < Number.POSITIVE_INFINITY))
    throw new ArgumentError({
      caller,
      argument,
      expected: "be a finite number at least 0",
      received: value,
    });
}

/** A start, or another vector: finite, and of length d. */
export function checkStart(
  caller: string,
  w0: Float64Array,
  dimension: number,
  argument = "w0",
): void {
  if (w0.length !== dimension)
    throw new ArgumentError({
      caller,
      argument,
      expected: `have length ${dimension}`,
      received: w0.length,
    });
  for (let i = 0; i < w0.length; i++)
    if (!Number.isFinite(w0[i]))
      throw new ArgumentError({
        caller,
        argument: `${argument}[${i}]`,
        expected: "be finite",
        received: w0[i],
      });
}
