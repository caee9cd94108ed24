import { checkLength } from "./check-arguments.ts";
import { norm } from "./norm.ts";

/**
 * The angle between two vectors in radians, to about 1e-16 at any size, where acos loses half the
 * digits near 0 and π.
 *
 *     angle(x, y) = 2 atan2(‖x̂ − ŷ‖, ‖x̂ + ŷ‖),   x̂ = x/‖x‖, ŷ = y/‖y‖
 *
 * @param x length d, entries of any magnitude whose norm is finite
 * @param y length d, likewise
 * @returns radians in [0, π]; NaN if a vector is zero, for it has no direction, or holds a NaN
 * @throws ArgumentError if the lengths differ
 * @example
 * ```ts
 * import { angle } from "@proxkit/core";
 *
 * console.log(angle(Float64Array.of(1, 0), Float64Array.of(1, 1e-9))); // 1e-9
 * console.log(angle(Float64Array.of(1, 0), Float64Array.of(-2, 0))); // 3.141592653589793
 * ```
 * Source: Kahan, Computing Cross-Products and Rotations in 2- and 3-Dimensional Euclidean Spaces, section 13.
 */
export function angle(x: Float64Array, y: Float64Array): number {
  checkLength("angle", "y", y, x.length);
  const xNorm = norm(x);
  const yNorm = norm(y);
  if (Math.max(xNorm, yNorm) === Number.POSITIVE_INFINITY) return Number.NaN;
  let difference = 0;
  let sum = 0;
  for (let i = 0; i < x.length; i++) {
    const p = x[i] / xNorm; // 0/0 is NaN, as it should be
    const q = y[i] / yNorm;
    difference += (p - q) * (p - q);
    sum += (p + q) * (p + q);
  }
  return 2 * Math.atan2(Math.sqrt(difference), Math.sqrt(sum));
}
