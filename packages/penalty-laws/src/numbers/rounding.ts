import type { Subject } from "../subject/subject.ts";
import { norm } from "./vectors.ts";

/** 2⁻⁵², the distance from 1 to the next number. */
export const ULP: number = Number.EPSILON;

/**
 * 2⁻²⁴, half of the digits: all that is known of a minimiser by one who compares objectives, as a prox does
 * that takes the better of two candidates; and near a fold all that a right formula gives.
 */
export const HALF_OF_DIGITS: number = 2 ** -24;

/**
 * By how much two objectives t·P(u) + ½ ‖u − v‖² may seem to differ through rounding alone.
 *
 * Both terms are at least 0, so each objective is right to a few ulps of itself (32 leaves room for sums and
 * for functions such as log), and to a few ulps of t·P(1, …, 1), for a P such as 1 − exp(−|x|) whose own
 * subtraction leaves that. That u itself is off by a few ulps of ‖v‖ counts in the second order only,
 * because a minimiser is where the objective is flat.
 */
export function objectiveRounding(
  subject: Subject,
  v: Float64Array,
  t: number,
  ...objectives: readonly number[]
): number {
  const sizes = objectives.reduce((sum, size) => sum + Math.abs(size), t * subject.unit);
  return 32 * ULP * sizes + (16 * ULP * norm(v)) ** 2 + Number.MIN_VALUE;
}

/**
 * By how much the prox of v may be off through rounding alone.
 *
 * A few ulps of ‖v‖, enlarged by the Lipschitz constant 1/(1 − tρ) of the prox, but at most half of the digits.
 */
export function proxRounding(subject: Subject, v: Float64Array, t: number): number {
  const slope = 1 - t * subject.penalty.traits.weakConvexity;
  const share = slope > 0 ? Math.min((64 * ULP) / slope, HALF_OF_DIGITS) : HALF_OF_DIGITS;
  return share * norm(v) + Number.MIN_VALUE;
}
