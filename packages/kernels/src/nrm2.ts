import { kernelsOf } from "./check-slots.ts";
import type { Slot } from "./memory/slot.ts";

const SMALLEST_SAFE = 1e-280; // squares that underflow below this do not show in the sum

/**
 * The Euclidean norm, without overflow or underflow on the way.
 *
 *     ‖x‖ = √(Σᵢ xᵢ²)
 *
 * @param x length n; 0 if it is empty, NaN if it holds a NaN
 * @throws KernelMemoryError if the slot was freed
 * @example
 * ```ts
 * import { nrm2, openMemory } from "@proxkit/kernels";
 *
 * const x = openMemory().float64(2);
 * x.view.set([3e300, -4e300]);
 * console.log(nrm2(x)); // 5e+300
 * ```
 */
export function nrm2(x: Slot): number {
  const squares = kernelsOf("nrm2", x).dot(x.at, x.at, x.length);
  if (squares > SMALLEST_SAFE && squares < Number.POSITIVE_INFINITY) return Math.sqrt(squares);
  const scale = squares <= SMALLEST_SAFE ? 2 ** 600 : 2 ** -600; // powers of two: exact
  let sum = 0;
  for (const entry of x.view) sum += entry * scale * (entry * scale);
  return Math.sqrt(sum) / scale;
}
