import { type PathOptions, type PathPoint, solvePath } from "@proxkit/solvers";
import type { Coefficients, Regression } from "./regression.ts";

export type FitPathOptions = Omit<PathOptions, "loss" | "penalty">;

/** The model for one λ, in the units of X. */
export interface FittedPoint extends Omit<PathPoint, "w" | "support">, Coefficients {
  /** The solution on the scaled columns, length `loss.dimension`, the intercept last where it has a column. */
  readonly w: Float64Array;
  /** The features with a coefficient that is not 0, ascending. */
  readonly support: readonly number[];
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
  const { loss, penalty, outputs, features } = problem;
  for (const point of solvePath({ ...options, loss, penalty })) {
    const { intercept, coefficients } = problem.unscale(point.w);
    const support: number[] = [];
    let degreesOfFreedom = 0;
    for (let j = 0; j < features; j++) {
      let nonzeros = 0;
      for (let k = 0; k < outputs; k++) if (coefficients[j * outputs + k] !== 0) nonzeros++;
      if (nonzeros > 0) support.push(j);
      degreesOfFreedom += nonzeros;
    }
    yield { ...point, support, degreesOfFreedom, intercept, coefficients };
    if (point.lambda === 0 && !options.lambdas) return; // a grid from 0 has no other λ
  }
}
