import type { Course } from "./descent.ts";

/**
 * Moves the listed coordinates of w from the solution at λ₁ to where the line from an earlier one at λ₀ > λ₁ comes to at λ:
 *
 *     wᵢ ← wᵢ + (λ₁ − λ)/(λ₀ − λ₁) (wᵢ − w⁰ᵢ)
 *
 * but none from 0, and none across 0, where it stays. Between the λ where a weight comes or goes the solutions of the lasso
 * lie on a line.
 *
 * Source: Osborne, Presnell & Turlach (2000); Efron, Hastie, Johnstone & Tibshirani (2004).
 */
export function lookAhead(
  w: Float64Array,
  list: Uint32Array,
  { lambda, previousLambda, earlier }: Course,
): void {
  if (!earlier || !(earlier.lambda > previousLambda && previousLambda > lambda)) return;
  const part = (previousLambda - lambda) / (earlier.lambda - previousLambda);
  for (let k = 0; k < list.length; k++) {
    const i = list[k];
    const next = w[i] + part * (w[i] - earlier.w[i]);
    w[i] = next * w[i] > 0 ? next : 0;
  }
}
