import { ArgumentError } from "@proxkit/core";
import { type PathOptions, type PathPoint, solvePath } from "@proxkit/solvers";
import { type InUnits, inUnits } from "./in-units.ts";
import type { Regression } from "./regression.ts";

export type FitPathOptions = Omit<PathOptions, "loss" | "penalty">;

/** The model for one λ, in the units of X. */
export interface FittedPoint extends Omit<PathPoint, "w" | "support">, InUnits {
  /** The solution on the scaled columns, length `loss.dimension`, the intercept last where it has a column. */
  readonly w: Float64Array;
  /** How many coefficients are not 0: the degrees of freedom of the lasso, which criteria count by. */
  readonly degreesOfFreedom: number;
}

/**
 * A regularisation path in the units of X: see `solvePath`, whose options it takes. Where nothing is penalised, or nothing
 * leaves 0, it has one point, at λ = 0.
 *
 * @returns a generator of {@link FittedPoint}; each is solved when it is asked for
 * @example
 * ```ts
 * import { l1 } from "@proxkit/penalties-l1";
 * import { fitPath, regression } from "@proxkit/regression";
 *
 * const problem = regression({ X: [[0], [1], [2], [3]], y: [1, 3, 5, 7.5], penalty: l1() });
 * for (const { support, intercept, coefficients } of fitPath(problem, { lambdas: [3, 0.1] }))
 *   console.log(support, intercept[0].toFixed(2), coefficients[0].toFixed(2));
 * // [] 4.13 0.00
 * // [ 0 ] 1.03 2.06
 * ```
 */
export function* fitPath(
  problem: Regression,
  options: FitPathOptions = {},
): Generator<FittedPoint, void, undefined> {
  const { loss, penalty } = problem;
  if (!penalty)
    throw new ArgumentError({
      caller: "fitPath",
      argument: "problem",
      expected: "have a penalty",
      received: penalty,
    });
  for (const point of solvePath({ ...options, loss, penalty })) {
    yield { ...point, ...inUnits(problem, point.w) };
    if (point.lambda === 0 && !options.lambdas) return; // a grid from 0 has no other λ
  }
}
