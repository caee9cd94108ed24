import { dotAt } from "./loops/dot-at.ts";

const SMALLEST_SAFE = 1e-280; // squares that underflow below this do not show in the sum

/**
 * The Euclidean norm, without overflow or underflow on the way.
 *
 *     ‖x‖ = √(Σᵢ xᵢ²)
 *
 * @param x length d; 0 if it is empty, NaN if it holds a NaN
 * @example
 * ```ts
 * import { norm } from "@proxkit/core";
 *
 * console.log(norm(Float64Array.of(3e300, -4e300))); // 5e+300
 * ```
 */
export function norm(x: Float64Array): number {
  const squares = dotAt(x, 0, x);
  if (squares > SMALLEST_SAFE && squares < Number.POSITIVE_INFINITY) return Math.sqrt(squares);
  const scale = squares <= SMALLEST_SAFE ? 2 ** 600 : 2 ** -600; // powers of two: exact
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i] * scale * (x[i] * scale);
  return Math.sqrt(sum) / scale;
}
