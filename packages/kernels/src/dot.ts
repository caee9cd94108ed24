import { checkLength, isFloat32, kernelsOf } from "./check-slots.ts";
import type { Slot } from "./memory/slot.ts";

/**
 * The inner product of two vectors.
 *
 *     x·y = Σᵢ xᵢ yᵢ
 *
 * Float32 is read as float64: the sum has the digits of float64.
 *
 * @param x length n, float64 or float32
 * @param y length n
 * @throws RangeError if the lengths differ; KernelMemoryError if the slots are not in one memory, or freed
 * @example
 * ```ts
 * import { dot, openMemory } from "@proxkit/kernels";
 *
 * const memory = openMemory();
 * const [x, y] = [memory.float64(2), memory.float64(2)];
 * x.view.set([1, 2]);
 * y.view.set([3, 4]);
 * console.log(dot(x, y)); // 11
 * ```
 */
export function dot(x: Slot<Float64Array> | Slot<Float32Array>, y: Slot): number {
  const kernels = kernelsOf("dot", x, y);
  checkLength("dot", "y", y, x.length);
  return isFloat32(x) ? kernels.dot32(x.at, y.at, x.length) : kernels.dot(x.at, y.at, x.length);
}
