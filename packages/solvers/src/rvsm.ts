import { ArgumentError, type Loss, norm, valueAndGradient } from "@proxkit/core";
import type { Penalty } from "@proxkit/penalty";
import { augmented } from "./augmented.ts";
import { checkNonNegative, checkPositive, checkStart } from "./checks.ts";
import type { Solver, SolverState } from "./contract.ts";
import { noteStep } from "./note-step.ts";
import { afterSearch, resolveStepSize, roundingOf, SHORTEST, type StepSize } from "./step-size.ts";
import { distance } from "./vectors.ts";

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

export interface RvsmState extends SolverState {
  /** The sparse copy of w, length d. */
  u: Float64Array;
  /** ∇f(w), length d. */
  gradient: Float64Array;
}

/**
 * The relaxed variable splitting method: a prox step on a copy u, a gradient step on w.
 *
 *     u ← prox(w, λ/β)                        minimises L_β(u, w) = f(w) + λP(u) + β/2 ‖w − u‖² over u
 *     ŵ ← w − η∇f(w) − ηβ(w − u)
 *     w ← ŵ/‖ŵ‖                               (left out with normalize: false)
 *
 * The solution is u, a sparse approximation of w.
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
  const next = new Float64Array(loss.dimension);
  const nextGradient = new Float64Array(loss.dimension);

  function init(w0: Float64Array): RvsmState {
    checkStart("rvsm", w0, loss.dimension);
    const w = w0.slice();
    if (normalize && !toUnitNorm(w))
      throw new ArgumentError({
        caller: "rvsm",
        argument: "w0",
        expected: "not be zero, as it is scaled to unit norm",
        received: "zero",
      });
    const u = penalty.prox(w, t);
    const gradient = new Float64Array(loss.dimension);
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
    const { w, u, gradient } = state;
    penalty.prox(w, t, u); // u ← argmin_u L_β(u, w)
    const p = penalty.value(u);
    state.penalty = p;
    const before = augmented({ lambda, beta, loss: state.loss, penalty: p, w, u });
    let eta = state.nextStepSize;
    for (const shortest = eta * SHORTEST; ; eta /= 2) {
      // ŵ ← w − η∇f(w) − ηβ(w − u)
      for (let i = 0; i < w.length; i++)
        next[i] = w[i] - eta * (gradient[i] + beta * (w[i] - u[i]));
      if (normalize) toUnitNorm(next);
      state.loss = valueAndGradient(loss, next, nextGradient);
      state.objective = augmented({ lambda, beta, loss: state.loss, penalty: p, w: next, u });
      if (!stepSize.backtracking || eta < shortest) break;
      const moved = distance(next, w);
      if (state.objective <= before - (moved * moved) / (4 * eta) + roundingOf(before)) break;
    }
    noteStep(state, distance(next, w), eta);
    if (stepSize.backtracking) state.nextStepSize = afterSearch(eta, before, state.objective);
    w.set(next);
    gradient.set(nextGradient);
    return state;
  }

  return {
    name: "rvsm",
    dimension: loss.dimension,
    settings: { lambda, beta, stepSize: stepSize.setting, normalize },
    init,
    step,
    solution: (state) => state.u,
  };
}

/** w ← w/‖w‖; false, and w as it was, where the norm is 0. */
function toUnitNorm(w: Float64Array): boolean {
  const size = norm(w);
  if (size === 0) return false;
  for (let i = 0; i < w.length; i++) w[i] /= size;
  return true;
}
