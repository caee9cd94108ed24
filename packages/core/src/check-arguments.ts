import { ArgumentError } from "./argument-error.ts";

/** Refuses an array of the wrong length, and what is no array, as it may come from JavaScript. */
export function checkLength(
  caller: string,
  argument: string,
  array: ArrayLike<number> | undefined,
  length: number,
): void {
  if (array?.length !== length)
    throw new ArgumentError({
      caller,
      argument,
      expected: `have length ${length}`,
      received: array?.length ?? array,
    });
}

/** Refuses anything but a whole number that is at least 1. */
export function checkCount(caller: string, argument: string, count: number): void {
  if (!(Number.isSafeInteger(count) && count >= 1))
    throw new ArgumentError({
      caller,
      argument,
      expected: "be a positive whole number",
      received: count,
    });
}
