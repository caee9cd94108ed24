/**
 * What a loss says of itself if its value depends on ‖w‖ and on the angle between w and one vector w* only.
 *
 * Its gradient then lies in the plane of w and w*, so that two numbers stand for all of it:
 *
 *     ∇f(w) = along·w + toStar·(w − w*)
 *
 * A solver that knows this steps in fewer passes over the vectors. It is a promise that f, ∇f and this agree: a
 * loss that wraps another and changes f must not hand its `planar` on.
 *
 * @example
 * ```ts
 * import { populationLoss } from "@proxkit/core";
 *
 * const { planar } = populationLoss({ wStar: [3, 4], patches: 1 });
 * const coefficients = new Float64Array(2);
 * // at w = (6, 8), of norm 10, in the direction of w*: f = ‖w − w*‖²/2 = 12.5, ∇f = w − w*
 * console.log(planar?.evaluate(10, 5, 0, coefficients)); // 12.5
 * console.log(coefficients); // Float64Array(2) [ 0, 1 ]
 * ```
 */
export interface PlanarLoss {
  /** w*, length d, not 0 and finite. Not to be written to. */
  readonly wStar: Float64Array;
  /**
   * f(w), and the two coefficients of ∇f(w).
   * @param norm ‖w‖ > 0
   * @param excess ‖w‖ − ‖w*‖, on its own because it keeps digits that the difference of the two has lost
   * @param theta the angle between w and w*, in radians
   * @param coefficients receives along and toStar, length 2
   */
  evaluate(norm: number, excess: number, theta: number, coefficients: Float64Array): number;
  /** A loss that `@proxkit/kernels` knows, if it is one: the population loss of the no-overlap network with k patches. */
  readonly kernel?: PlanarLossKernel | undefined;
}

/** See {@link PlanarLoss.kernel}. */
export interface PlanarLossKernel {
  readonly kind: "no-overlap";
  /** k. */
  readonly patches: number;
}
