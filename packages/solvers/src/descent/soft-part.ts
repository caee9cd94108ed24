import type { SeparablePenalty } from "@proxkit/penalty";

/** A step beside which 1 is rounding, and below which no weight stays that has a slope to go down. */
export const LARGE: number = 2 ** 200;

/** What a pass of coordinate descent in the kernels takes. */
export interface Soft {
  readonly l1: number;
  readonly l2: number;
}

/** l1 and l2 in P = l1 ‖w‖₁ + l2/2 ‖w‖², if that is what the penalty promises to be: both are linear in the step. */
export function softOf({ kernel }: SeparablePenalty): Soft | undefined {
  const one = kernel?.(1);
  const large = kernel?.(LARGE); // here the 1 in the divisor 1 + t l2 is below rounding
  if (one?.kind !== "soft" || large?.kind !== "soft") return undefined;
  const { divisor = 1 } = large;
  return { l1: one.threshold, l2: divisor === 1 ? 0 : divisor / LARGE };
}
