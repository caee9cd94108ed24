import { checkLength, kernelsOf } from "../check-slots.ts";
import type { Slot } from "../memory/slot.ts";
import { checkStep } from "./check-step.ts";

/**
 * Soft thresholding, the prox of t‖·‖₁.
 *
 *     outᵢ = sign(vᵢ)·max(|vᵢ| − t, 0) = argmin_u t·|u| + ½ (u − vᵢ)²
 *
 * The bits of `l1().prox` of `@proxkit/penalties-l1`: NaN stays NaN, a zero that is made is +0, t = 0 is the
 * identity.
 *
 * @param v length n
 * @param t at least 0
 * @param out length n; it may be v
 * @throws RangeError if t is negative or NaN, or a length differs; KernelMemoryError if the slots are not in
 * one memory, or freed
 * @example
 * ```ts
 * import { openMemory, softThreshold } from "@proxkit/kernels";
 *
 * const v = openMemory().float64(3);
 * v.view.set([3, -0.5, -2]);
 * softThreshold(v, 1, v);
 * console.log(Array.from(v.view)); // [ 2, 0, -1 ]
 * ```
 */
export function softThreshold(v: Slot, t: number, out: Slot): void {
  const kernels = kernelsOf("softThreshold", v, out);
  checkStep("softThreshold", "t", t);
  checkLength("softThreshold", "out", out, v.length);
  if (t === Number.POSITIVE_INFINITY)
    kernels.hard(v.at, out.at, v.length, t); // all but NaN are 0
  else if (t > 0) kernels.soft(v.at, out.at, v.length, t);
  else if (out.at !== v.at) out.view.set(v.view);
}
