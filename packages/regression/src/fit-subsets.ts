import { ArgumentError } from "@proxkit/core";
import { type BestSubsetOptions, bestSubset, type SubsetPoint } from "@proxkit/solvers";
import { type InUnits, inUnits } from "./in-units.ts";
import type { LinearProblem } from "./linear-problem.ts";
import { subsetSizes } from "./subset-sizes.ts";

export interface FitSubsetsOptions extends Omit<BestSubsetOptions, "loss" | "keep" | "sizes"> {
  /**
   * The sizes to solve for, rising. Default: 0, 1, 2, … until more features explain no more, at most 50 and
   * m/(log d · log log m), and leaving a sample more than there are weights.
   */
  readonly sizes?: ArrayLike<number> | undefined;
  /** Features that are always in and do not count. Default: none; an intercept is always in. */
  readonly keep?: ArrayLike<number> | undefined;
}

/** The best model of one size, in the units of X. */
export interface FittedSubset extends Omit<SubsetPoint, "w" | "support" | "samples">, InUnits {
  /** The solution on the scaled columns, length `loss.dimension`, the intercept last where it has a column. */
  readonly w: Float64Array;
  /** The features with a coefficient, ascending, the kept ones included; fewer than `size` where more explain no more. */
  readonly support: readonly number[];
  /** How many of them were always in. */
  readonly kept: number;
}

/**
 * Best subsets in the units of X: for each size s the s features that explain most, an intercept never counted and always in.
 *
 *     min f(w, b)  subject to  ‖w‖₀ ≤ s
 *
 * See `bestSubset`, whose options it takes; a penalty that the problem may have plays no part. Which features are best does not
 * depend on whether columns are standardised, but for rounding.
 *
 * @param problem of one output
 * @returns a generator of {@link FittedSubset}; each is solved when it is asked for, or all with the first where they are proven
 * @throws ArgumentError if the problem has several outputs, the sizes do not rise or go beyond the features, or another option
 * is out of range
 * @example
 * ```ts
 * import { fitSubsets, regression } from "@proxkit/regression";
 *
 * const X = [[1, 0, 1], [0, 1, 1], [1, 1, 2], [2, 0, 3], [3, 1, 5], [2, 2, 4]];
 * const problem = regression({ X, y: [12, 11, 13, 14, 17, 16] });
 * for (const { size, support, intercept, coefficients, optimal } of fitSubsets(problem, { sizes: [1, 2] }))
 *   console.log(size, support, intercept[0].toFixed(2), coefficients[support[0]].toFixed(2), optimal);
 * // 1 [ 2 ] 10.10 1.40 true
 * // 2 [ 0, 1 ] 10.00 2.00 true
 * ```
 * Source for the sizes: Zhu, Wen, Zhu, Zhang & Wang, A polynomial algorithm for best-subset selection problem (2020).
 */
export function* fitSubsets(
  problem: LinearProblem,
  { sizes, keep = [], ...options }: FitSubsetsOptions = {},
): Generator<FittedSubset, void, undefined> {
  const { loss, features, outputs } = problem;
  if (outputs !== 1) refuse("problem", "have one output", outputs);
  const kept = keptFeatures(keep, features);
  const intercepts = Array.from({ length: loss.dimension - features }, (_, k) => features + k);
  const points = bestSubset({
    ...options,
    loss,
    sizes: sizes ?? subsetSizes(problem, kept),
    keep: [...kept, ...intercepts],
  });
  for (const { samples, ...point } of points) {
    const fitted = inUnits(problem, point.w);
    const always = fitted.support.filter((j) => kept.has(j)).length;
    // where no feature helps alone the minimum over all is reached: f is convex
    if (!sizes && fitted.support.length - always < point.size) return;
    yield { ...point, ...fitted, kept: always };
  }
}

function keptFeatures(keep: ArrayLike<number>, features: number): Set<number> {
  for (let k = 0; k < keep.length; k++)
    if (!(Number.isInteger(keep[k]) && keep[k] >= 0 && keep[k] < features))
      refuse(`keep[${k}]`, `be a whole number from 0 to ${features - 1}`, keep[k]);
  return new Set(Array.from(keep));
}

function refuse(argument: string, expected: string, received: unknown): never {
  throw new ArgumentError({ caller: "fitSubsets", argument, expected, received });
}
