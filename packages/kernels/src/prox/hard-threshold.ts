import { checkLength, kernelsOf } from "../check-slots.ts";
import type { Slot } from "../memory/slot.ts";
import { checkStep } from "./check-step.ts";

/**
 * Hard thresholding, the prox of t‖·‖₀.
 *
 *     outᵢ = vᵢ if |vᵢ| > √(2t), else 0 = argmin_u t·[u ≠ 0] + ½ (u − vᵢ)²
 *
 * The bits of `l0().prox` of `@proxkit/penalties-l0`: NaN stays NaN, a tie gives +0, t = 0 is the identity.
 *
 * @param v length n
 * @param t at least 0; it is not the threshold, which is √(2t)
 * @param out length n; it may be v
 * @throws RangeError if t is negative or NaN, or a length differs; KernelMemoryError if the slots are not in
 * one memory, or freed
 * @example
 * ```ts
 * import { hardThreshold, openMemory } from "@proxkit/kernels";
 *
 * const v = openMemory().float64(3);
 * v.view.set([3, -1.5, -1]);
 * hardThreshold(v, 1, v);
 * console.log(Array.from(v.view)); // [ 3, -1.5, 0 ]
 * ```
 */
export function hardThreshold(v: Slot, t: number, out: Slot): void {
  const kernels = kernelsOf("hardThreshold", v, out);
  checkStep("hardThreshold", "t", t);
  checkLength("hardThreshold", "out", out, v.length);
  const cut = t < 1 ? Math.sqrt(2 * t) : 2 * Math.sqrt(t / 2); // for huge t, too
  if (t > 0) kernels.hard(v.at, out.at, v.length, cut);
  else if (out.at !== v.at) out.view.set(v.view);
}
