import { checkStep } from "./check-arguments.ts";
import type { Penalty } from "./contract.ts";

/**
 * The Moreau envelope, the smooth lower bound of P whose minimisers are those of P.
 *
 *     env_t P(v) = min_u  P(u) + 1/(2t) ‖u − v‖²
 *
 * Its gradient is (v − prox(v, t))/t wherever the prox does not jump. The paper's "Huber function"
 * (Figure 5) is t times this.
 *
 * @param penalty the penalty P
 * @param v where, length d
 * @param t how smooth, t ≥ 0; at 0 the envelope is P itself
 * @throws RangeError if t is negative or NaN
 * @example
 * ```ts
 * import { l1 } from "@proxkit/penalties-l1";
 * import { moreauEnvelope } from "@proxkit/penalty";
 *
 * console.log(moreauEnvelope(l1(), Float64Array.of(3), 1)); // 2.5
 * ```
 */
export function moreauEnvelope(penalty: Penalty, v: Float64Array, t: number): number {
  checkStep("moreauEnvelope", t);
  if (t === 0) return penalty.value(v);
  const p = penalty.prox(v, t);
  const value = penalty.value(p);
  // equal infinities are at distance 0
  const differences = p.map((pi, i) => (pi === v[i] ? 0 : pi - v[i]));
  const squares = differences.reduce((sum, x) => sum + x * x, 0);
  if (squares > 1e-290 && squares < Number.POSITIVE_INFINITY) return value + squares / t / 2;
  return differences.reduce((sum, x) => sum + x * (x / t / 2), value); // squares out of range
}
