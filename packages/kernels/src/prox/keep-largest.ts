import { checkLength, kernelsOf } from "../check-slots.ts";
import type { Slot } from "../memory/slot.ts";

/** Room for the counts of a radix selection, in bytes. */
const COUNTS = 1088;
/** Room for at least the sample, in entries. */
const LEAST_ROOM = 8192;

/**
 * The top-s projection H_s: keeps the s entries of largest magnitude and sets the others to +0.
 *
 *     H_s(v) = argmin_u ‖u − v‖  subject to  ‖u‖₀ ≤ s
 *
 * The bits of `hardThreshold` of `@proxkit/penalties-l0`: among equal magnitudes the lower index is kept, NaN
 * stays NaN and does not count. O(n) whatever the data: a sample brackets the s-th magnitude, and where the
 * bracket misses, a radix selection goes over all.
 *
 * @param v length n
 * @param s how many to keep, a whole number at least 0; n or more keeps all
 * @param out length n; it may be v
 * @throws RangeError if s is negative or not whole, or a length differs; KernelMemoryError if the slots are
 * not in one memory, or freed
 * @example
 * ```ts
 * import { keepLargest, openMemory } from "@proxkit/kernels";
 *
 * const v = openMemory().float64(4);
 * v.view.set([1, -3, 2, -2]);
 * keepLargest(v, 2, v);
 * console.log(Array.from(v.view)); // [ 0, -3, 2, 0 ]
 * ```
 * Source: Dinh & Xin, section 3.2 and Algorithm 2.
 */
export function keepLargest(v: Slot, s: number, out: Slot): void {
  if (!(Number.isInteger(s) && s >= 0))
    throw new RangeError(`keepLargest: s must be a whole number at least 0, received ${s}`);
  checkLength("keepLargest", "out", out, v.length);
  const room = Math.max(LEAST_ROOM, v.length >>> 3);
  const scratch = v.memory.uint8(COUNTS + 8 * room);
  try {
    const kernels = kernelsOf("keepLargest", v, out);
    kernels.top(v.at, out.at, v.length, Math.min(s, v.length), scratch.at, room);
  } finally {
    scratch.free();
  }
}
