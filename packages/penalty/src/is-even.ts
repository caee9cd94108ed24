import type { SeparablePenalty } from "./contract.ts";

/**
 * Whether this is a separable penalty with p(−x) = p(x) ≥ p(0), as far as 2⁻⁴⁰, 2⁻³⁹, … 2⁴⁰ show.
 *
 * The prox of such a penalty keeps the sign of v, so that p can stand inside other penalties: as p(‖·‖), or
 * within bounds.
 *
 * @param penalty anything
 * @example
 * ```ts
 * import { l1 } from "@proxkit/penalties-l1";
 * import { isEven } from "@proxkit/penalty";
 *
 * console.log(isEven(l1())); // true
 * console.log(isEven({ name: "l1", parameters: {} })); // false
 * ```
 */
export function isEven(penalty: unknown): penalty is SeparablePenalty {
  const { value, prox, threshold } = (penalty as Partial<SeparablePenalty> | null)?.scalar ?? {};
  if (!value || !prox || !threshold) return false;
  for (let x = 2 ** -40; x <= 2 ** 40; x *= 2)
    if (value(x) !== value(-x) || !(value(x) >= value(0))) return false;
  return true;
}
