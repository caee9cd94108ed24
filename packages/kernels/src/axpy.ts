import { checkLength, isFloat32, kernelsOf } from "./check-slots.ts";
import type { Slot } from "./memory/slot.ts";

/**
 * Adds a multiple of a vector to another.
 *
 *     y ← y + a·x
 *
 * @param a the factor
 * @param x length n, float64 or float32
 * @param y length n, changed
 * @throws RangeError if the lengths differ; KernelMemoryError if the slots are not in one memory, or freed
 * @example
 * ```ts
 * import { axpy, openMemory } from "@proxkit/kernels";
 *
 * const memory = openMemory();
 * const [x, y] = [memory.float64(2), memory.float64(2)];
 * x.view.set([1, 2]);
 * axpy(10, x, y);
 * console.log(Array.from(y.view)); // [ 10, 20 ]
 * ```
 */
export function axpy(a: number, x: Slot<Float64Array> | Slot<Float32Array>, y: Slot): void {
  const kernels = kernelsOf("axpy", x, y);
  checkLength("axpy", "y", y, x.length);
  if (isFloat32(x)) kernels.axpy32(a, x.at, y.at, x.length);
  else kernels.axpy(a, x.at, y.at, x.length);
}
