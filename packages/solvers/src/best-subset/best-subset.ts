import type { Loss } from "@proxkit/core";
import type { Outcome } from "../contract.ts";
import type { AbortFlag } from "../run.ts";
import { support } from "../support.ts";
import { budgetOf } from "./budget.ts";
import { checkOptions, modelOf } from "./check-options.ts";
import { proven, searched } from "./choices.ts";
import { type ColumnsFit, fitColumns } from "./fit-columns.ts";
import { generalLandscape } from "./general-landscape.ts";
import { ROUNDING } from "./landscape.ts";
import { quadraticLandscape } from "./quadratic-landscape.ts";
import { subsetProblem } from "./subset-problem.ts";
import { joined } from "./with-columns.ts";

export interface BestSubsetOptions {
  /** A loss that sees w through Xw only and has one output, such as `leastSquares`, `logistic`, `huber` or `poisson`. */
  readonly loss: Loss;
  /** The sizes s to solve for, rising. Default: 0, 1, 2, … up to as many as there are columns or samples, at most 50. */
  readonly sizes?: ArrayLike<number> | undefined;
  /** Columns that are always in and do not count, such as that of an intercept. Default: none. */
  readonly keep?: ArrayLike<number> | undefined;
  /**
   * How many sets of columns branch and bound may look at, for all sizes together; 0: none, Infinity: until all is proven.
   * Default: 100 000 for least squares among up to 40 columns, 10 000 for other losses among up to 12, else 0.
   */
  readonly nodes?: number | undefined;
  /** Told after each set that branch and bound has looked at how many those are by now, and how many it may look at. */
  readonly onNode?: ((looked: number, most: number) => void) | undefined;
  /** Stops after the current size. */
  readonly signal?: AbortFlag | undefined;
}

/** The solution for one size. */
export interface SubsetPoint {
  /** s: at most so many weights are not 0, beside the kept ones. */
  readonly size: number;
  /** The solution, length d. */
  readonly w: Float64Array;
  /** The indices of its nonzeros, 0-based, the kept ones included. Fewer than s where more columns explain no more. */
  readonly support: readonly number[];
  /** f(w), which is minimised. */
  readonly loss: number;
  /** The fraction of the deviance that is explained: 1 − (f(w) − inf F)/(f₀ − inf F), f₀ with the kept columns alone. */
  readonly deviance: number;
  /** m, the rows of X. */
  readonly samples: number;
  /** Whether it is proven that no other support of this size has a lower loss. */
  readonly optimal: boolean;
  /** "maxIterations" where the support has no minimum, such as that of a logistic loss that it separates. */
  readonly outcome: Outcome;
}

const PROVABLE = {
  quadratic: { columns: 40, nodes: 100_000 },
  general: { columns: 12, nodes: 10_000 },
};

/**
 * Best subset selection: the s columns that explain most, for one size s after the other.
 *
 *     min f(w)  subject to  ‖w‖₀ ≤ s
 *
 * For each size a local search begins at the solution before and at that of iterative hard thresholding, and exchanges
 * columns, one by one and by splicing, until none helps; the better of the two is taken. Where the columns are few
 * branch and bound then finds the best of all subsets and proves it, for all sizes when the first is asked for: `optimal`
 * says where. By default that is so for any loss among up to 12 columns, and for least squares among up to 40 as far as
 * `nodes` go; beyond, `optimal` is true for least squares with s = 1, and where s allows none or all, or nothing is left to explain.
 * Proven is: to 10⁻¹² of what the kept columns leave to explain.
 *
 * The gains of exchanges are exact for least squares; other losses are fitted by Newton's method on each support tried. A
 * column of which less than 10⁻⁶ of its length is outside the span of others counts as dependent on them, and has weight 0.
 * Where one column can stand for another, the one of lower index is taken.
 *
 * @returns a generator of {@link SubsetPoint}; a break gives back what it holds
 * @throws ArgumentError if the loss has no `linear` or several outputs, the sizes do not rise or go beyond the columns, or
 * another option is out of range
 * @example
 * ```ts
 * import { leastSquares } from "@proxkit/core";
 * import { bestSubset } from "@proxkit/solvers";
 *
 * const X = [[1, 1, 0, 1], [1, 0, 1, 1], [1, 1, 1, 2], [1, 2, 0, 3]];
 * const loss = leastSquares({ X, y: [3, 4, 6, 5] });
 * for (const { size, support, deviance, optimal } of bestSubset({ loss, keep: [0] }))
 *   console.log(size, support, deviance.toFixed(3), optimal);
 * // 0 [ 0 ] 0.000 true
 * // 1 [ 0, 3 ] 0.455 true
 * // 2 [ 0, 1, 2 ] 1.000 true
 * // 3 [ 0, 1, 2 ] 1.000 true
 * ```
 * Source: Zhu, Wen, Zhu, Zhang & Wang, A polynomial algorithm for best-subset selection problem (2020);
 * Furnival & Wilson, Regressions by leaps and bounds (1974).
 */
export function* bestSubset(options: BestSubsetOptions): Generator<SubsetPoint, void, undefined> {
  const { signal, onNode } = options;
  const model = modelOf(options.loss);
  const sizes = checkOptions(model, options);
  const problem = subsetProblem(model, options.keep ?? []);
  try {
    const landscape = model.quadratic ? quadraticLandscape(problem) : generalLandscape(problem);
    const { columns, nodes } = PROVABLE[model.quadratic ? "quadratic" : "general"];
    const most = options.nodes ?? (problem.candidates.length <= columns ? nodes : 0);
    const found =
      most > 0
        ? proven(problem, landscape, sizes, budgetOf({ nodes: most, signal, onNode }))
        : searched(landscape, sizes);
    let before: ColumnsFit = fitColumns(problem, problem.kept);
    const left = before.loss - model.least;
    for (const { size, chosen, optimal } of found) {
      before = fitColumns(problem, joined(problem.kept, chosen), before);
      const w = new Float64Array(options.loss.dimension);
      before.columns.forEach((j, i) => {
        w[j] = before.w[i];
      });
      const aborted = signal?.aborted === true;
      yield {
        size,
        w,
        support: support(w),
        loss: before.loss,
        deviance: left > ROUNDING * problem.whole ? 1 - (before.loss - model.least) / left : 0,
        samples: model.columns.rows,
        optimal: optimal || before.loss - model.least <= landscape.tie,
        outcome: aborted ? "aborted" : before.settled ? "converged" : "maxIterations",
      };
      if (aborted) return;
    }
  } finally {
    problem.free();
  }
}
