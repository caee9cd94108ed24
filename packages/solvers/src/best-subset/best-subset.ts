import { ArgumentError, type LinearModel, type Loss } from "@proxkit/core";
import type { Outcome } from "../contract.ts";
import type { AbortFlag } from "../run.ts";
import { support } from "../support.ts";
import { allSubsets } from "./all-subsets.ts";
import { budgetOf } from "./budget.ts";
import { type ColumnsFit, fitColumns } from "./fit-columns.ts";
import { generalLandscape } from "./general-landscape.ts";
import type { Landscape, Minimum } from "./landscape.ts";
import { localSearch, lowered } from "./local-search.ts";
import { joined, quadraticLandscape } from "./quadratic-landscape.ts";
import { type SubsetProblem, subsetProblem } from "./subset-problem.ts";
import { thresholded } from "./thresholded.ts";

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

const MOST_SIZES = 50;
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
 * // 1 [ 0, 3 ] 0.345 true
 * // 2 [ 0, 1, 2 ] 1.000 true
 * // 3 [ 0, 1, 2 ] 1.000 true
 * ```
 * Source: Zhu, Wen, Zhu, Zhang & Wang, A polynomial algorithm for best-subset selection problem (2020);
 * Furnival & Wilson, Regressions by leaps and bounds (1974).
 */
export function* bestSubset(options: BestSubsetOptions): Generator<SubsetPoint, void, undefined> {
  const { signal } = options;
  const model = modelOf(options.loss);
  const sizes = checkOptions(model, options);
  const problem = subsetProblem(model, options.keep ?? []);
  try {
    const landscape = model.quadratic ? quadraticLandscape(problem) : generalLandscape(problem);
    const { columns, nodes } = PROVABLE[model.quadratic ? "quadratic" : "general"];
    const most = options.nodes ?? (problem.candidates.length <= columns ? nodes : 0);
    const found =
      most > 0
        ? proven(problem, landscape, sizes, budgetOf(most, signal))
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
        deviance: left > 0 ? 1 - (before.loss - model.least) / left : 0,
        samples: model.columns.rows,
        optimal,
        outcome: aborted ? "aborted" : before.settled ? "converged" : "maxIterations",
      };
      if (aborted) return;
    }
  } finally {
    problem.free();
  }
}

interface Choice {
  readonly size: number;
  readonly chosen: Uint32Array;
  readonly optimal: boolean;
}

function* searched(landscape: Landscape, sizes: readonly number[]): Generator<Choice> {
  let before = landscape.nothing;
  for (const size of sizes) {
    before = searchedFrom(landscape, before, size);
    yield { size, chosen: before.chosen, optimal: isClearlyBest(landscape, before, size) };
  }
}

/** The better of two local searches. */
function searchedFrom(landscape: Landscape, before: Minimum, size: number): Minimum {
  const warm = localSearch(landscape, before, size);
  const cold = localSearch(landscape, thresholded(landscape, size), size);
  return lowered(landscape, cold.loss < warm.loss - landscape.tie ? cold : warm);
}

function isClearlyBest({ quadratic, candidates }: Landscape, { chosen }: Minimum, size: number) {
  return size === 0 || (size === 1 && quadratic) || chosen.length === candidates.length;
}

function* proven(
  problem: SubsetProblem,
  landscape: Landscape,
  sizes: readonly number[],
  budget: ReturnType<typeof budgetOf>,
): Generator<Choice> {
  const known = new Map<number, Minimum>();
  let before = landscape.nothing;
  for (const size of sizes) {
    before = searchedFrom(landscape, before, size);
    known.set(size, before);
  }
  const { chosen, proven } = allSubsets(problem, landscape, known, budget).proof();
  for (const size of sizes) {
    const best = lowered(landscape, landscape.minimum(chosen[size], known.get(size)));
    const optimal = proven[size] || isClearlyBest(landscape, best, size);
    yield { size, chosen: best.chosen, optimal };
  }
}

function modelOf({ linear }: Loss): LinearModel {
  const refuse = (expected: string, received: unknown): never => {
    throw new ArgumentError({ caller: "bestSubset", argument: "loss", expected, received });
  };
  if (!linear)
    return refuse("see w through products Xw only (have `linear`)", "a loss that does not say so");
  if (linear.outputs !== 1) return refuse("have one output", linear.outputs);
  return linear;
}

/** @returns the sizes */
function checkOptions(
  { columns }: LinearModel,
  { sizes, keep = [], nodes }: BestSubsetOptions,
): number[] {
  const refuse = (argument: string, expected: string, received: unknown) => {
    throw new ArgumentError({ caller: "bestSubset", argument, expected, received });
  };
  const d = columns.columns;
  for (let k = 0; k < keep.length; k++)
    if (!(Number.isInteger(keep[k]) && keep[k] >= 0 && keep[k] < d))
      refuse(`keep[${k}]`, `be a whole number from 0 to ${d - 1}`, keep[k]);
  const most = d - new Set(Array.from(keep)).size;
  if (nodes !== undefined && !(nodes >= 0)) refuse("nodes", "be at least 0", nodes);
  if (!sizes)
    return Array.from({ length: Math.min(most, columns.rows, MOST_SIZES) + 1 }, (_, s) => s);
  let before = -1;
  for (let k = 0; k < sizes.length; k++) {
    if (!(Number.isInteger(sizes[k]) && sizes[k] >= 0 && sizes[k] <= most))
      refuse(`sizes[${k}]`, `be a whole number from 0 to ${most}`, sizes[k]);
    if (sizes[k] <= before) refuse(`sizes[${k}]`, `be above the one before, ${before}`, sizes[k]);
    before = sizes[k];
  }
  return Array.from(sizes);
}
