import { ArgumentError, type Loss } from "@proxkit/core";
import type { Penalty } from "@proxkit/penalty";
import type { Outcome, Solver } from "../contract.ts";
import { pathStart } from "../descent/largest-lambda.ts";
import type { AbortFlag } from "../run.ts";
import { byDescent } from "./by-descent.ts";
import { bySolver } from "./by-solver.ts";
import { geometricGrid } from "./geometric-grid.ts";

export interface PathOptions {
  /** A loss that sees w through Xw only, such as `leastSquares` or `logistic`. */
  readonly loss: Loss;
  /** Separable, `weighted`, or on groups. */
  readonly penalty: Penalty;
  /** The λ to solve for, falling. Default: a geometric grid from the least λ that makes all weights 0. */
  readonly lambdas?: ArrayLike<number> | undefined;
  /** How many λ the grid has. Default: 100. */
  readonly count?: number | undefined;
  /** The grid's last λ over its first. Default: 1e-3, or 1e-2 where there are fewer samples than weights. */
  readonly ratio?: number | undefined;
  /** See `SolveOptions`. Default: 1e-8. */
  readonly tolerance?: number | undefined;
  /** For each λ. Default: 200. */
  readonly maxIterations?: number | undefined;
  /**
   * Ends the grid early, as glmnet does: when more than `explained` of the deviance is explained, or, for a convex penalty
   * from the sixth λ on, when a λ adds less than `change` of what is explained. Default: { explained: 0.999, change:
   * 1e-5 }, and false where `lambdas` are given.
   */
  readonly stop?: { readonly explained: number; readonly change: number } | false | undefined;
  /** The method for a λ. Default: coordinate descent, whose first working set is that of the strong rule. */
  readonly solver?: ((lambda: number) => Solver) | undefined;
  /** Stops the path after the current step. */
  readonly signal?: AbortFlag | undefined;
}

/** The solution for one λ. */
export interface PathPoint {
  readonly lambda: number;
  /** The solution, length d. */
  readonly w: Float64Array;
  /** The indices of its nonzeros, 0-based. */
  readonly support: readonly number[];
  readonly outcome: Outcome;
  readonly iterations: number;
  /** f(w) + λP(w), which is minimised. */
  readonly objective: number;
  /** f(w). */
  readonly loss: number;
  /** P(w). */
  readonly penalty: number;
  readonly residual: number;
  /** See `CoordinateDescentState`; undefined where it is not known. */
  readonly gap: number | undefined;
  /** The fraction of the deviance that is explained: 1 − (f(w) − inf F)/(f₀ − inf F), f₀ without penalised weights. */
  readonly deviance: number;
}

/**
 * Solves for one λ after the other, each from the solution before; where f is a quadratic and P convex, from where the line
 * through the last two comes to.
 *
 *     min f(w) + λₖ P(w),   λ₀ = λmax > λ₁ > …
 *
 * λmax is the least λ at which every penalised weight is 0: no coordinate gains by leaving 0 while the others stay. For a
 * penalty that is not convex that depends on the step of its prox, which is 1/cᵢ here, the longest that is safe.
 *
 * @returns a generator of {@link PathPoint}; each is solved when it is asked for
 * @throws ArgumentError if the loss has no `linear`, the penalty is none that coordinate descent takes, or sends no weight to
 * 0 (ridge) where no λ are given, the λ do not fall, or an option is out of range
 * @example
 * ```ts
 * import { leastSquares } from "@proxkit/core";
 * import { l1 } from "@proxkit/penalties-l1";
 * import { solvePath } from "@proxkit/solvers";
 *
 * const loss = leastSquares({ X: [[1, 0], [0, 1], [0, 0]], y: [3, 2, 0] });
 * for (const { lambda, support, deviance } of solvePath({ loss, penalty: l1(), lambdas: [0.8, 0.4] }))
 *   console.log(lambda, support, deviance.toFixed(2));
 * // 0.8 [ 0 ] 0.25
 * // 0.4 [ 0, 1 ] 0.78
 * ```
 */
export function* solvePath(options: PathOptions): Generator<PathPoint, void, undefined> {
  const caller = "solvePath";
  const { loss, penalty, signal, tolerance = 1e-8, maxIterations = 200 } = options;
  const { linear } = loss;
  if (!linear)
    throw new ArgumentError({
      caller,
      argument: "loss",
      expected: "see w through products Xw only (have `linear`)",
      received: "a loss that does not say so",
    });
  checkOptions(caller, options);
  const start = pathStart(caller, linear, penalty);
  if (!options.lambdas && start.lambdaMax === Number.POSITIVE_INFINITY)
    throw new ArgumentError({
      caller,
      argument: "penalty",
      expected: "send every weight to 0 for some λ",
      received: penalty.name,
    });
  const { columns, rows } = linear.columns;
  const { count = 100, ratio = rows < columns ? 1e-2 : 1e-3 } = options;
  const lambdas = options.lambdas ?? geometricGrid(start.lambdaMax, ratio, count);
  const stop = options.stop ?? (options.lambdas ? false : { explained: 0.999, change: 1e-5 });
  const unexplained = start.loss - linear.least;
  const { solver } = options;
  const ends = { tolerance, maxIterations, signal };
  const next = solver ? bySolver(solver, start.w, ends) : byDescent(options, start, ends);
  let explained = 0;
  for (let k = 0; k < lambdas.length; k++) {
    const lambda = lambdas[k];
    const point = next(lambda);
    const deviance = unexplained > 0 ? 1 - (point.loss - linear.least) / unexplained : 0;
    yield {
      lambda,
      w: point.w,
      support: point.support,
      outcome: point.outcome,
      iterations: point.iterations,
      objective: point.objective,
      loss: point.loss,
      penalty: point.penalty,
      residual: point.residual,
      gap: point.gap,
      deviance,
    };
    if (signal?.aborted) return;
    if (stop) {
      if (deviance > stop.explained) return;
      if (penalty.traits.convex && k >= 5 && deviance - explained < stop.change * deviance) return;
    }
    explained = deviance;
  }
}

function checkOptions(caller: string, { lambdas, count, ratio }: PathOptions): void {
  const refuse = (argument: string, expected: string, received: unknown) => {
    throw new ArgumentError({ caller, argument, expected, received });
  };
  if (count !== undefined && !(Number.isSafeInteger(count) && count >= 1))
    refuse("count", "be a positive whole number", count);
  if (ratio !== undefined && !(ratio > 0 && ratio <= 1))
    refuse("ratio", "be above 0 and at most 1", ratio);
  if (!lambdas) return;
  let before = Number.POSITIVE_INFINITY;
  for (let k = 0; k < lambdas.length; k++) {
    const lambda = lambdas[k];
    if (!(lambda >= 0 && lambda < Number.POSITIVE_INFINITY))
      refuse(`lambdas[${k}]`, "be a finite number at least 0", lambda);
    if (lambda > before) refuse(`lambdas[${k}]`, `be at most the one before, ${before}`, lambda);
    before = lambda;
  }
}
