/**
 * A prox that a solver may know, with what it needs of the step t:
 *
 *     soft: P = ‖·‖₁, prox v − clamp(v, −threshold, threshold), threshold t; with a divisor, that of the elastic
 *           net: the same over the divisor, both of them linear in t
 *     hard: P = ‖·‖₀, prox v where |v| > threshold, else +0, threshold √(2t)
 *     tl1:  P = Σ (a + 1)|x|/(a + |x|), a the shape, prox from the constants of t and a
 *
 * @example
 * ```ts
 * import { l1 } from "@proxkit/penalties-l1";
 * import { scaled } from "@proxkit/penalty";
 *
 * console.log(l1().kernel?.(0.5)); // { kind: 'soft', threshold: 0.5 }
 * console.log(scaled(l1(), 2).kernel); // undefined
 * ```
 */
export type ProxKernel =
  | { readonly kind: "soft"; readonly threshold: number; readonly divisor?: number }
  | { readonly kind: "hard"; readonly threshold: number }
  | { readonly kind: "tl1"; readonly shape: number; readonly step: TL1Constants };

/** What the prox of TL1 needs of t and a, as `tl1Step` of `@proxkit/penalties-tl1` finds it. */
export interface TL1Constants {
  /** Up to here x becomes 0. */
  readonly threshold: number;
  /** From here on less is taken from x than it can show. */
  readonly limit: number;
  /** A power of two that makes X = a + x about 1 at the threshold. The lengths below are multiplied by it. */
  readonly scale: number;
  readonly a: number;
  /** V = ∛(27c/4) for c = t·a·(a + 1). */
  readonly V: number;
  /** V − a = high + low, with twice the digits of a double. */
  readonly high: number;
  readonly low: number;
  /** t·a·(a + 1)·scale²: a length divided by X² gives one in the units of x. */
  readonly c: number;
}
