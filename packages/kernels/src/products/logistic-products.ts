import { checkLength, kernelsOf } from "../check-slots.ts";
import { engineOf } from "../memory/open-memory.ts";
import type { Slot } from "../memory/slot.ts";

/** A loss as a function F of the products z = Xw, length m, and what is known of it. */
export interface ProductsLoss {
  /** F(z). */
  value(z: Float64Array): number;
  /** Writes ∇F(z) to out, which may be z, and returns F(z). */
  slopes(z: Float64Array, out: Float64Array): number;
  /** Writes the second derivatives at z to out, which may be z. */
  curvatures(z: Float64Array, out: Float64Array): void;
  /** Both at once, in little more time than the slopes take; returns F(z). The arrays must be two others than z. */
  derivatives(z: Float64Array, slopes: Float64Array, curvatures: Float64Array): number;
  /** F*(θ) for θ = σ∇F(z), 0 ≤ σ ≤ 1. */
  conjugate(theta: Float64Array): number;
}

/** Entries that the kernel takes at a time. */
const BLOCK = 128;

/**
 * The logistic loss of two classes as a function of the products.
 *
 *     F(z) = Σⱼ sⱼ log(1 + exp(−yⱼzⱼ)),   F*(θ) = Σⱼ sⱼ (u log u + (1 − u) log(1 − u)),  u = −yⱼθⱼ/sⱼ
 *
 * A sample with sⱼ = 0 adds 0, whatever its zⱼ. Nothing overflows. Exponential and logarithm are the kernels' own, with
 * the same bits everywhere. Arrays in the memory of y are worked on where they are; others are copied there and back.
 *
 * @param y signs, length m, −1 or 1
 * @param s what each sample counts, length m, at least 0
 * @throws RangeError if s has another length than y; KernelMemoryError if the slots are not in one memory, or freed
 * @example
 * ```ts
 * import { logisticProducts, openMemory } from "@proxkit/kernels";
 *
 * const memory = openMemory();
 * const [y, s] = [memory.float64(2), memory.float64(2)];
 * y.view.set([-1, 1]);
 * s.view.set([0.5, 0.5]);
 * const slopes = new Float64Array(2);
 * console.log(logisticProducts(y, s).slopes(Float64Array.of(0, 0), slopes) === Math.LN2, slopes);
 * // true Float64Array(2) [ 0.25, -0.25 ]
 * ```
 */
export function logisticProducts(y: Slot, s: Slot): ProductsLoss {
  kernelsOf("logisticProducts", y, s);
  checkLength("logisticProducts", "s", s, y.length);
  const { memory, length } = y;
  const scratch = memory.float64(length);
  const exponentials = memory.float64(BLOCK);

  /** The address of an array in this memory, or that of the scratch. */
  function addressOf(array: Float64Array): number {
    if (array.length !== length)
      throw new RangeError(
        `logisticProducts: an array must have length ${length}, received ${array.length}`,
      );
    return array.buffer === engineOf(memory).room.buffer ? array.byteOffset : scratch.at;
  }

  /** The address of z's entries, or of a copy. */
  function placed(z: Float64Array): number {
    const at = addressOf(z);
    if (at === scratch.at) scratch.view.set(z);
    return at;
  }

  function terms(z: Float64Array, slopesAt: number, curvaturesAt: number): number {
    const { kernels } = engineOf(memory);
    return kernels.logisticSlopes(
      placed(z),
      y.at,
      s.at,
      slopesAt,
      curvaturesAt,
      exponentials.at,
      length,
    );
  }

  const value = (z: Float64Array): number => terms(z, 0, 0);

  function slopes(z: Float64Array, out: Float64Array): number {
    const to = addressOf(out);
    const sum = terms(z, to, 0);
    if (to === scratch.at) out.set(scratch.view);
    return sum;
  }

  function curvatures(z: Float64Array, out: Float64Array): void {
    const { kernels } = engineOf(memory);
    const to = addressOf(out);
    kernels.logisticCurvatures(placed(z), s.at, to, length);
    if (to === scratch.at) out.set(scratch.view);
  }

  function derivatives(z: Float64Array, out: Float64Array, second: Float64Array): number {
    const [to, secondTo] = [addressOf(out), addressOf(second)];
    if (to !== scratch.at && secondTo !== scratch.at) return terms(z, to, secondTo);
    curvatures(z, second);
    return slopes(z, out);
  }

  function conjugate(theta: Float64Array): number {
    const { kernels } = engineOf(memory);
    return kernels.logisticConjugate(placed(theta), y.at, s.at, length);
  }

  return Object.freeze({ value, slopes, curvatures, derivatives, conjugate });
}
