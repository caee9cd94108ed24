import type { Loss } from "@proxkit/core";
import type { Solver } from "./contract.ts";
import { type ProximalGradientState, proximalGradient } from "./proximal-gradient.ts";
import type { StepSize } from "./step-size.ts";

export interface GradientDescentOptions {
  readonly loss: Loss;
  /** η. Default: "safe", 1/L, if the loss knows its smoothness L, else "backtracking". */
  readonly stepSize?: StepSize | undefined;
}

/**
 * Plain gradient descent, w ← w − η∇f(w): proximal gradient without a penalty or momentum.
 *
 * @returns a solver for `solve`, `solveAsync` or `iterate`
 * @throws ArgumentError if stepSize is out of range
 * @example
 * ```ts
 * import { leastSquares } from "@proxkit/core";
 * import { gradientDescent, solve } from "@proxkit/solvers";
 *
 * const loss = leastSquares({ X: [[1, 0], [0, 2]], y: [3, 4] });
 * const { w } = solve(gradientDescent({ loss }), new Float64Array(2));
 * console.log(w.map(Math.round)); // Float64Array(2) [ 3, 2 ]
 * ```
 * Source: Dinh & Xin, eq. (9).
 */
export function gradientDescent(options: GradientDescentOptions): Solver<ProximalGradientState> {
  const { loss, stepSize } = options;
  const solver = proximalGradient({ loss, stepSize, accelerate: false });
  return { ...solver, name: "gradient-descent", settings: { stepSize: solver.settings.stepSize } };
}
