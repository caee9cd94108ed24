import { ArgumentError, type Loss, norm, valueAndGradient } from "@proxkit/core";
import type { Penalty } from "@proxkit/penalty";
import { augmented } from "./augmented.ts";
import { checkNonNegative, checkPositive, checkStart } from "./checks.ts";
import type { Solver } from "./contract.ts";
import { generalStep } from "./general-step.ts";
import type { RvsmVectors } from "./planar-passes.ts";
import { planarStep } from "./planar-step.ts";
import type { RvsmState } from "./rvsm-state.ts";
import { resolveStepSize, type StepSize } from "./step-size.ts";
import { toUnitNorm } from "./to-unit-norm.ts";

export interface RvsmOptions {
  readonly loss: Loss;
  readonly penalty: Penalty;
  /** λ ≥ 0, the weight of the penalty. */
  readonly lambda: number;
  /** β > 0, how strongly w and u are held together. The prox acts with t = λ/β. */
  readonly beta: number;
  /** η. Default: "safe", 1/(β + L), if the loss knows its smoothness L, else "backtracking". */
  readonly stepSize?: StepSize | undefined;
  /** Whether w is scaled to unit norm after each step, as in the paper. Default: true. */
  readonly normalize?: boolean | undefined;
}

/**
 * The relaxed variable splitting method: a prox step on a copy u, a gradient step on w.
 *
 *     u ← prox(w, λ/β)                        minimises L_β(u, w) = f(w) + λP(u) + β/2 ‖w − u‖² over u
 *     ŵ ← w − η∇f(w) − ηβ(w − u)
 *     w ← ŵ/‖ŵ‖                               (left out with normalize: false)
 *
 * The solution is u, a sparse approximation of w. With a fixed η and a loss that is `planar`, such as
 * `populationLoss`, a step takes the prox and two passes over the vectors.
 *
 * @returns a solver for `solve`, `solveAsync` or `iterate`
 * @throws ArgumentError if lambda, beta or stepSize is out of range; from init, if w⁰ has the wrong
 * length, is not finite, or is 0 where it is to be normalised
 * @example
 * ```ts
 * import { populationLoss } from "@proxkit/core";
 * import { l1 } from "@proxkit/penalties-l1";
 * import { rvsm, solve } from "@proxkit/solvers";
 *
 * const loss = populationLoss({ wStar: [0.6, 0, -0.8], patches: 2 });
 * const solver = rvsm({ loss, penalty: l1(), lambda: 1e-4, beta: 4e-3 });
 * const { outcome, support } = solve(solver, Float64Array.of(1, 1, 1));
 * console.log(outcome, support); // converged [ 0, 2 ]
 * ```
 * Source: Dinh & Xin, Algorithm 1, whose λ/β for the prox is spelt out in section 5.3.
 */
export function rvsm(options: RvsmOptions): Solver<RvsmState> {
  const { loss, penalty, lambda, beta, normalize = true } = options;
  checkNonNegative("rvsm", "lambda", lambda);
  checkPositive("rvsm", "beta", beta);
  const stepSize = resolveStepSize("rvsm", loss, options.stepSize, beta);
  const t = lambda / beta;
  const inAnyLoss = generalStep({ loss, lambda, beta, stepSize, normalize });
  const inPlane =
    loss.planar && !stepSize.backtracking
      ? planarStep({ planar: loss.planar, penalty, t, lambda, beta, normalize })
      : undefined;

  function init(w0: Float64Array): RvsmState {
    checkStart("rvsm", w0, loss.dimension);
    const { w, u, gradient } = inPlane?.open() ?? vectorsOf(loss.dimension);
    w.set(w0);
    if (normalize && !toUnitNorm(w))
      throw new ArgumentError({
        caller: "rvsm",
        argument: "w0",
        expected: "not be zero, as it is scaled to unit norm",
        received: "zero",
      });
    penalty.prox(w, t, u);
    const value = valueAndGradient(loss, w, gradient);
    const eta = stepSize.start(w, gradient);
    const state: RvsmState = {
      iteration: 0,
      w,
      u,
      gradient,
      loss: value,
      penalty: penalty.value(u),
      objective: 0,
      residual: Number.POSITIVE_INFINITY,
      scale: norm(gradient),
      startObjective: 0,
      stepSize: eta,
      nextStepSize: eta,
    };
    state.objective = augmented({ lambda, beta, ...state });
    state.startObjective = state.objective;
    return state;
  }

  function step(state: RvsmState): RvsmState {
    if (inPlane?.step(state)) return state;
    if (inPlane) valueAndGradient(loss, state.w, state.gradient); // what it left there is no gradient
    penalty.prox(state.w, t, state.u); // u ← argmin_u L_β(u, w)
    state.penalty = penalty.value(state.u);
    inAnyLoss(state); // w ← ŵ/‖ŵ‖, ŵ = w − η∇f(w) − ηβ(w − u)
    return state;
  }

  return {
    name: "rvsm",
    dimension: loss.dimension,
    settings: { lambda, beta, stepSize: stepSize.setting, normalize },
    init,
    step,
    release: (state) => inPlane?.release(state),
    solution: (state) => state.u,
  };
}

function vectorsOf(d: number): RvsmVectors {
  return { w: new Float64Array(d), u: new Float64Array(d), gradient: new Float64Array(d) };
}
