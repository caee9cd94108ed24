import { ArgumentError, norm } from "@proxkit/core";
import { checkStart } from "../checks.ts";

/** A copy of w*: of length d, finite, and not 0, for it must have a direction. */
export function readTruth(
  caller: string,
  wStar: ArrayLike<number>,
  dimension: number,
): Float64Array {
  const truth = Float64Array.from(wStar);
  checkStart(caller, truth, dimension, "wStar");
  if (norm(truth) === 0)
    throw new ArgumentError({
      caller,
      argument: "wStar",
      expected: "not be zero, for it has no direction",
      received: "zero",
    });
  return truth;
}
