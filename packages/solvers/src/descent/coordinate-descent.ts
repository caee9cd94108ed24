import type { Loss } from "@proxkit/core";
import type { Penalty } from "@proxkit/penalty";
import { checkNonNegative, checkStart } from "../checks.ts";
import type { Solver, SolverState } from "../contract.ts";
import { descentOn } from "./descent.ts";

export interface CoordinateDescentOptions {
  /** A loss that sees w through Xw only, such as `leastSquares`, `logistic`, `huber`, `poisson`, `multinomial`. */
  readonly loss: Loss;
  /** Separable, `weighted`, or on groups. */
  readonly penalty: Penalty;
  /** λ ≥ 0, the weight of the penalty. Default: 1. */
  readonly lambda?: number | undefined;
  /**
   * What the residual is: the duality gap, or the violation of the fixed point. Default: the gap where loss and penalty know
   * their conjugates, else the fixed point.
   */
  readonly stop?: "duality gap" | "fixed point" | undefined;
  /** Anderson acceleration. Default: true. */
  readonly accelerate?: boolean | undefined;
  /**
   * On a path, the λ of the solution that the run starts from: the first working set then has all that the strong rule
   * keeps, the coordinates that λ would pull if it fell by as much again. Default: none.
   */
  readonly previousLambda?: number | undefined;
}

export interface CoordinateDescentState extends SolverState {
  /**
   * f + λP is at most this above its minimum; NaN where no gap is known. With coordinates that have no penalty (all, where
   * λ = 0) it is an estimate once they nearly rest: too small where columns of theirs are nearly alike.
   */
  gap: number;
  /** The largest violation of a coordinate's fixed point, in the units of the gradient. */
  violation: number;
  /** How many coordinates, or groups, the last step worked on. */
  workingSet: number;
}

/**
 * Coordinate descent with working sets, for losses of linear models: the fastest method for the lasso and its kin.
 *
 *     wᵢ ← prox(wᵢ − ∂ᵢf(w)/cᵢ, λ/cᵢ),   cᵢ the curvature of f along wᵢ
 *
 * A step chooses the coordinates that are not 0 or want to leave it, minimises over those by sweeps with Anderson
 * acceleration, and looks at all of them again. For a penalty on groups a coordinate is a group. For a loss that is no
 * quadratic the sweeps are on one quadratic after the other (proximal Newton).
 *
 * The residual is the duality gap relative to f(0) − inf F where loss and penalty know their conjugates, else the
 * largest cᵢ|wᵢ − prox(wᵢ − ∂ᵢf/cᵢ, λ/cᵢ)| relative to max |∂ᵢf(0)|. For a penalty that is not convex that fixed
 * point is the best of each coordinate while the others stay.
 *
 * @returns a solver for `solve`, `solveAsync` or `iterate`
 * @throws ArgumentError if the loss has no `linear`, the penalty is neither separable, weighted nor on groups, or λ is out
 * of range; from init, if w⁰ has the wrong length or is not finite
 * @example
 * ```ts
 * import { leastSquares } from "@proxkit/core";
 * import { l1 } from "@proxkit/penalties-l1";
 * import { coordinateDescent, solve } from "@proxkit/solvers";
 *
 * const loss = leastSquares({ X: [[1, 0], [0, 1]], y: [3, 0.5] });
 * const { outcome, solution } = solve(coordinateDescent({ loss, penalty: l1(), lambda: 0.5 }), new Float64Array(2));
 * console.log(outcome, solution); // converged Float64Array(2) [ 2, 0 ]
 * ```
 * Source: Friedman, Hastie & Tibshirani (2010); working sets and acceleration by Massias, Gramfort & Salmon (2018) and
 * Bertrand, Klopfenstein, Bannier, Gidel & Massias (2022).
 */
export function coordinateDescent(
  options: CoordinateDescentOptions,
): Solver<CoordinateDescentState> {
  const name = "coordinateDescent";
  const { loss, penalty, lambda = 1, accelerate = true, previousLambda = lambda } = options;
  checkNonNegative(name, "lambda", lambda);
  const descent = descentOn(name, { loss, penalty, accelerate, stop: options.stop });
  const { dimension, stop } = descent;
  const course = { lambda, previousLambda };
  return {
    name: "coordinate-descent",
    dimension,
    settings: { lambda, accelerate, stop },
    init(w0) {
      checkStart(name, w0, dimension);
      return descent.init(w0.slice(), lambda);
    },
    step(state) {
      descent.step(state, course);
      return state;
    },
    solution: (state) => state.w,
  };
}
