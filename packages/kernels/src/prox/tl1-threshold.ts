import { checkLength, kernelsOf } from "../check-slots.ts";
import type { Slot } from "../memory/slot.ts";

/** What the prox of TL1 needs of t and a: `tl1Step(t, { a })` of `@proxkit/penalties-tl1` finds it. */
export interface TL1Step {
  readonly threshold: number;
  readonly limit: number;
  readonly scale: number;
  readonly a: number;
  readonly V: number;
  readonly high: number;
  readonly low: number;
  readonly c: number;
}

/** Eight constants, 19 pairs that the kernel makes of them and its coefficients, and its scratch; in float64. */
const ROOM = 8 + 2 * 19 + 8 + 2 * 128;

/**
 * The prox of the transformed l1 penalty.
 *
 *     outᵢ = argmin_u t·ρ(u) + ½ (u − vᵢ)²,   ρ(x) = (a + 1)|x| / (a + |x|)
 *
 * The bits of `tl1({ a }).prox` of `@proxkit/penalties-tl1`, within 4·2⁻⁵²·|v| of the exact minimiser.
 *
 * @param v length n
 * @param step what depends on t and a alone
 * @param out length n; it may be v
 * @throws RangeError if a length differs; KernelMemoryError if the slots are not in one memory, or freed
 * @example
 * ```ts
 * import { openMemory, tl1Threshold } from "@proxkit/kernels";
 * import { tl1Step } from "@proxkit/penalties-tl1";
 *
 * const v = openMemory().float64(2);
 * v.view.set([0.5, 2]);
 * tl1Threshold(v, tl1Step(0.25, { a: 1 }), v);
 * console.log(Array.from(v.view)); // [ 0, 1.9422418509696662 ]
 * ```
 */
export function tl1Threshold(v: Slot, step: TL1Step, out: Slot): void {
  checkLength("tl1Threshold", "out", out, v.length);
  const { threshold, limit, scale, a, V, high, low, c } = step;
  const constants = v.memory.float64(ROOM);
  try {
    constants.view.set([threshold, limit, scale, a, V, high, low, c]);
    kernelsOf("tl1Threshold", v, out).tl1(v.at, out.at, v.length, constants.at);
  } finally {
    constants.free();
  }
}
