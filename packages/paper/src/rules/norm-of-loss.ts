import { lossAt } from "../theory/loss-at.ts";

/**
 * ‖ū‖ from f(ū) and θ(ū, w*): f is a quadratic in the norm a (eq. 8), so two norms give the same loss.
 *
 *     k² f = g (a² + 1) − 2 g a c,   g = (k² − k)/(2π) + k/2
 *
 * It is the smaller. Thresholding shortens every entry, so ‖ū‖² ≤ ū·w̄ and ‖ū‖ ≤ cos γ, and the larger is
 * above cos γ in every printed column.
 */
export function normOfLoss(loss: number, angle: number, patches: number): number {
  const constant = lossAt({ angle, norm: 0, patches }); // g/k², the factor of a², too
  const slope = lossAt({ angle, norm: 1, patches }) - 2 * constant;
  const middle = -slope / (2 * constant);
  return middle - Math.sqrt(Math.max(0, middle * middle - (constant - loss) / constant));
}
