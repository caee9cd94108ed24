/**
 * The loss of one sample as a function of its product z = x·w and its target y: convex in z, and smooth.
 *
 * @example
 * ```ts
 * import { linearLoss, type Pointwise } from "@proxkit/core";
 *
 * const logCosh: Pointwise = {
 *   value: (z, y) => Math.log(Math.cosh(z - y)),
 *   slope: (z, y) => Math.tanh(z - y),
 *   curvature: (z, y) => 1 - Math.tanh(z - y) ** 2,
 *   steepest: 1,
 * };
 * const loss = linearLoss({ name: "log-cosh", X: [[1], [2]], y: [1, 2], pointwise: logCosh });
 * console.log(loss.value(Float64Array.of(1))); // 0
 * ```
 */
export interface Pointwise {
  /** φ(z, y) */
  value(z: number, y: number): number;
  /** φ′(z, y), the derivative by z. */
  slope(z: number, y: number): number;
  /** φ″(z, y), or the curvature of a quadratic that touches φ at z and is above it everywhere. */
  curvature(z: number, y: number): number;
  /** The largest curvature. Default: none, and the loss states no smoothness. */
  readonly steepest?: number;
  /** φ*(θ, y) = sup_z θz − φ(z, y) for θ = σφ′(z, y), 0 ≤ σ ≤ 1. Default: unknown, and there is no duality gap. */
  conjugate?(theta: number, y: number): number;
  /** inf_z φ(z, y). Default: 0. */
  least?(y: number): number;
}
