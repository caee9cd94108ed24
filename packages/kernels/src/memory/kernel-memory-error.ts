/**
 * A memory cannot hold what was asked of it, or was freed.
 *
 * @example
 * ```ts
 * import { KernelMemoryError, openMemory } from "@proxkit/kernels";
 *
 * try {
 *   openMemory().float64(2 ** 29);
 * } catch (error) {
 *   if (error instanceof KernelMemoryError) console.log(error.message.split(":")[0]); // openMemory
 * }
 * ```
 */
export class KernelMemoryError extends RangeError {
  override readonly name: string = "KernelMemoryError";
}
