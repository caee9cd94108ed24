import { checkLength } from "./check-arguments.ts";
import { dotAt } from "./loops/dot-at.ts";

/**
 * The inner product of two vectors.
 *
 *     x·y = Σᵢ xᵢ yᵢ
 *
 * @param x length d
 * @param y length d
 * @throws ArgumentError if the lengths differ
 * @example
 * ```ts
 * import { dot } from "@proxkit/core";
 *
 * console.log(dot(Float64Array.of(1, 2), Float64Array.of(3, 4))); // 11
 * ```
 */
export function dot(x: Float64Array, y: Float64Array): number {
  checkLength("dot", "y", y, x.length);
  return dotAt(x, 0, y);
}
