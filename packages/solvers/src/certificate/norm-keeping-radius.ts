/**
 * How long w may be, beside w*, for a gradient step of any η to keep or raise its norm.
 *
 *     ⟨w, ∇f(w)⟩ ≤ 0  ⇔  ‖w‖/‖w*‖ ≤ (k − 1 + sin θ + (π − θ) cos θ)/(k − 1 + π)
 *
 * This is where the population loss is least along the ray of w. It is 1 at θ = 0 and below 1 elsewhere, so
 * Lemma 5.4.1 as printed, that the norm never falls, is wrong for small η on all of the unit sphere but ±w*.
 *
 * @param theta θ(w, w*) in radians
 * @param patches k
 * @returns a number between 0 and 1, times ‖w*‖
 * @example
 * ```ts
 * import { normKeepingRadius } from "@proxkit/solvers";
 *
 * console.log(normKeepingRadius(0, 2)); // 1
 * console.log(normKeepingRadius(Math.PI / 2, 1).toFixed(4)); // 0.3183
 * ```
 * Source: from Lemma 5.4.2; it corrects Lemma 5.4.1.
 */
export function normKeepingRadius(theta: number, patches: number): number {
  const bend = Math.sin(theta) + (Math.PI - theta) * Math.cos(theta);
  return (patches - 1 + bend) / (patches - 1 + Math.PI);
}
