import type { Solver } from "./contract.ts";
import {
  type HardThresholdingOptions,
  type HardThresholdingState,
  hardThresholding,
} from "./hard-thresholding.ts";
import { sameSupport } from "./vectors.ts";

export type AdaptiveIhtOptions = HardThresholdingOptions;
export type AdaptiveIhtState = HardThresholdingState;

/**
 * Adaptive iterative hard thresholding: gradient descent that cuts w down to s entries only when the
 * set of its s largest is about to change.
 *
 *     ŵ ← w − η∇f(w)
 *     w ← H_s(ŵ) if supp H_s(ŵ) ≠ supp H_s(w), else ŵ
 *
 * The solution is H_s(w). The start is cut to H_s(w⁰). Nothing is normalised.
 *
 * @returns a solver for `solve`, `solveAsync` or `iterate`
 * @throws ArgumentError if sparsity is not a whole number from 1 to d, or stepSize is out of range;
 * from init, if w⁰ has the wrong length or is not finite
 * @example
 * ```ts
 * import { populationLoss } from "@proxkit/core";
 * import { adaptiveIht, solve } from "@proxkit/solvers";
 *
 * const loss = populationLoss({ wStar: [0.6, 0, -0.8], patches: 2 });
 * const solver = adaptiveIht({ loss, sparsity: 2, stepSize: 0.5 });
 * const { solution } = solve(solver, Float64Array.of(1, 1, 0));
 * console.log(solution.map((w) => Math.round(w * 1e6) / 1e6)); // Float64Array(3) [ 0.6, 0, -0.8 ]
 * ```
 * Source: Dinh & Xin, Algorithm 2.
 */
export function adaptiveIht(options: AdaptiveIhtOptions): Solver<AdaptiveIhtState> {
  const method = {
    name: "adaptive-iht",
    caller: "adaptiveIht",
    cuts: (u: Float64Array, nextU: Float64Array) => !sameSupport(u, nextU), // Γ ≠ Ω
    cutMayRaise: true,
  };
  return hardThresholding(method, options);
}
