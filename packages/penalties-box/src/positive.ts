import type { SeparablePenalty } from "@proxkit/penalty";
import { box } from "./box.ts";

/**
 * Positivity, alone or on top of another penalty: {@link box} with lower bound 0.
 *
 *     P(w) = Σᵢ p(wᵢ) if wᵢ ≥ 0 for all i, else Infinity;   p = 0 by default
 *
 * @param penalty p, any even separable penalty, convex or not
 * @throws PenaltyOptionsError if the penalty is not even, or not separable
 * @example
 * ```ts
 * import { positive } from "@proxkit/penalties-box";
 * import { l0 } from "@proxkit/penalties-l0";
 *
 * console.log(positive(l0()).prox(Float64Array.of(-3, 3, 1), 1)); // Float64Array(3) [ 0, 3, 0 ]
 * ```
 */
export function positive(penalty?: SeparablePenalty): SeparablePenalty {
  return box({ penalty });
}
