import type { Solver } from "./contract.ts";
import {
  type HardThresholdingOptions,
  type HardThresholdingState,
  hardThresholding,
} from "./hard-thresholding.ts";

export type IhtOptions = HardThresholdingOptions;
export type IhtState = HardThresholdingState;

/**
 * Iterative hard thresholding: gradient descent, cut down to s entries after each step.
 *
 *     w ← H_s(w − η∇f(w))
 *
 * For η ≤ 1/L f never rises, and "backtracking" lets it fall at each step. Unlike `adaptiveIht` w is always
 * s-sparse. A fixed point need not be the best s-sparse w: from another start another may be found.
 *
 * @returns a solver for `solve`, `solveAsync` or `iterate`
 * @throws ArgumentError if sparsity is not a whole number from 1 to d, or stepSize is out of range;
 * from init, if w⁰ has the wrong length or is not finite
 * @example
 * ```ts
 * import { leastSquares } from "@proxkit/core";
 * import { iht, solve } from "@proxkit/solvers";
 *
 * const loss = leastSquares({ X: [[1, 0], [0, 1]], y: [3, 0.5] });
 * const { solution } = solve(iht({ loss, sparsity: 1 }), new Float64Array(2));
 * console.log(solution.map((w) => Math.round(w * 1e6) / 1e6)); // Float64Array(2) [ 3, 0 ]
 * ```
 * Source: Blumensath & Davies, Iterative thresholding for sparse approximations (2008).
 */
export function iht(options: IhtOptions): Solver<IhtState> {
  const method = { name: "iht", caller: "iht", cuts: () => true, cutMayRaise: false };
  return hardThresholding(method, options);
}
