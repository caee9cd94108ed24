import { checkLength } from "./check-arguments.ts";
import type { Penalty, Step } from "./contract.ts";

/** A point at which a residual is asked for. */
export interface FixedPoint {
  readonly penalty: Penalty;
  /** The point, length d. */
  readonly w: Float64Array;
  /** ∇f(w), length d. */
  readonly gradient: Float64Array;
  /** η > 0. */
  readonly stepSize: number;
  /** λ ≥ 0, or one per coordinate. */
  readonly lambda: Step;
}

/**
 * How far w is from a fixed point of the proximal gradient step, in the units of the gradient.
 *
 *     ‖ w − prox(w − η∇f(w), ηλ) ‖₂ / η
 *
 * It is 0 exactly at the fixed points. Unlike the distance to the subdifferential it tells good
 * from bad for l0, for which every sparse point looks stationary.
 *
 * @throws RangeError if the step size is not positive, or lengths differ
 * @example
 * ```ts
 * import { l1 } from "@proxkit/penalties-l1";
 * import { fixedPointResidual } from "@proxkit/penalty";
 *
 * const w = Float64Array.of(0, 0);
 * const gradient = Float64Array.of(0.5, -3);
 * console.log(fixedPointResidual({ penalty: l1(), w, gradient, stepSize: 0.5, lambda: 1 })); // 2
 * ```
 */
export function fixedPointResidual(point: FixedPoint): number {
  const { penalty, w, gradient, stepSize, lambda } = point;
  if (!(stepSize > 0))
    throw new RangeError(`fixedPointResidual: stepSize must be positive, received ${stepSize}`);
  checkLength("fixedPointResidual", "gradient", gradient, w.length);
  const t =
    typeof lambda === "number" ? stepSize * lambda : lambda.map((weight) => stepSize * weight);
  const moved = w.map((wi, i) => wi - stepSize * gradient[i]);
  penalty.prox(moved, t, moved);
  let squares = 0;
  for (let i = 0; i < w.length; i++) squares += (w[i] - moved[i]) ** 2;
  return Math.sqrt(squares) / stepSize;
}
