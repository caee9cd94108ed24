import { type Loss, norm, valueAndGradient } from "@proxkit/core";
import type { Penalty } from "@proxkit/penalty";
import { checkNonNegative, checkStart } from "./checks.ts";
import type { Solver, SolverState } from "./contract.ts";
import { noteStep } from "./note-step.ts";
import { afterSearch, resolveStepSize, roundingOf, SHORTEST, type StepSize } from "./step-size.ts";
import { distance } from "./vectors.ts";

export interface ProximalGradientOptions {
  readonly loss: Loss;
  /** Default: none, which is gradient descent. */
  readonly penalty?: Penalty | undefined;
  /** λ ≥ 0, the weight of the penalty. Default: 1. */
  readonly lambda?: number | undefined;
  /** η. Default: "safe", 1/L, if the loss knows its smoothness L, else "backtracking". */
  readonly stepSize?: StepSize | undefined;
  /** Nesterov's momentum (FISTA), with restarts. Default: true. */
  readonly accelerate?: boolean | undefined;
}

export interface ProximalGradientState extends SolverState {
  /** Where the gradient is taken: w plus momentum, length d. */
  y: Float64Array;
  /** ∇f(y), length d. */
  gradient: Float64Array;
  /** f(y). */
  lossAtY: number;
  /** θ, the momentum's clock: 1 after a restart. */
  momentum: number;
}

/**
 * Proximal gradient, accelerated (FISTA) with restarts: the yardstick for the other methods.
 *
 *     w⁺ ← prox(y − η∇f(y), ηλ)
 *     y  ← w⁺ + ((θ − 1)/θ⁺)(w⁺ − w),   θ⁺ = (1 + √(1 + 4θ²))/2
 *
 * The momentum restarts when it points uphill. A step that would raise the objective f + λP is not
 * taken, and restarts it too: so the objective falls for penalties that are not convex as well.
 *
 * @returns a solver for `solve`, `solveAsync` or `iterate`
 * @throws ArgumentError if lambda or stepSize is out of range; from init, if w⁰ has the wrong length or
 * is not finite
 * @example
 * ```ts
 * import { leastSquares } from "@proxkit/core";
 * import { l1 } from "@proxkit/penalties-l1";
 * import { proximalGradient, solve } from "@proxkit/solvers";
 *
 * const loss = leastSquares({ X: [[1, 0], [0, 1]], y: [3, 0.5] });
 * const { solution } = solve(proximalGradient({ loss, penalty: l1(), lambda: 0.5 }), new Float64Array(2));
 * console.log(solution.map((w) => Math.round(w * 1e6) / 1e6)); // Float64Array(2) [ 2, 0 ]
 * ```
 * Source: Beck & Teboulle (2009); restarts by O'Donoghue & Candès (2015).
 */
export function proximalGradient(options: ProximalGradientOptions): Solver<ProximalGradientState> {
  const { loss, penalty, accelerate = true } = options;
  const lambda = penalty ? (options.lambda ?? 1) : 0;
  checkNonNegative("proximalGradient", "lambda", lambda);
  const stepSize = resolveStepSize("proximalGradient", loss, options.stepSize);
  const next = new Float64Array(loss.dimension);
  const nextGradient = new Float64Array(loss.dimension);

  const penaltyAt = (w: Float64Array) => (penalty ? penalty.value(w) : 0);
  const objectiveOf = (f: number, p: number) => f + (lambda > 0 ? lambda * p : 0);

  function init(w0: Float64Array): ProximalGradientState {
    checkStart("proximalGradient", w0, loss.dimension);
    const gradient = new Float64Array(loss.dimension);
    const value = valueAndGradient(loss, w0, gradient);
    const eta = stepSize.start(w0, gradient);
    const p = penaltyAt(w0);
    const objective = objectiveOf(value, p);
    return {
      iteration: 0,
      w: w0.slice(),
      y: w0.slice(),
      gradient,
      lossAtY: value,
      momentum: 1,
      loss: value,
      penalty: p,
      objective,
      startObjective: objective,
      residual: Number.POSITIVE_INFINITY,
      scale: norm(gradient),
      stepSize: eta,
      nextStepSize: eta,
    };
  }

  function step(state: ProximalGradientState): ProximalGradientState {
    const { w, y, gradient } = state;
    let eta = state.nextStepSize;
    let value = 0;
    for (const shortest = eta * SHORTEST; ; eta /= 2) {
      for (let i = 0; i < y.length; i++) next[i] = y[i] - eta * gradient[i];
      penalty?.prox(next, eta * lambda, next); // w⁺ ← prox(y − η∇f(y), ηλ)
      // without momentum the next gradient is taken here: one pass serves both
      value = accelerate ? loss.value(next) : valueAndGradient(loss, next, nextGradient);
      if (!stepSize.backtracking || eta < shortest) break;
      if (value <= quadraticModel(state, eta) + roundingOf(value)) break;
    }
    const p = penaltyAt(next);
    const objective = objectiveOf(value, p);
    const { momentum } = state;
    noteStep(state, distance(next, y), eta);
    if (stepSize.backtracking) state.nextStepSize = afterSearch(eta, state.objective, objective);

    if (momentum > 1 && objective > state.objective + roundingOf(objective)) {
      y.set(w); // not taken: start again from w
      state.momentum = 1;
    } else {
      const restart = !accelerate || uphill(w, y);
      state.momentum = restart ? 1 : (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
      const inertia = restart ? 0 : (momentum - 1) / state.momentum;
      for (let i = 0; i < y.length; i++) y[i] = next[i] + inertia * (next[i] - w[i]);
      w.set(next);
      state.loss = value;
      state.penalty = p;
      state.objective = objective;
    }
    if (accelerate) state.lossAtY = valueAndGradient(loss, y, gradient);
    else {
      gradient.set(nextGradient);
      state.lossAtY = value;
    }
    return state;
  }

  /** f(y) + ⟨∇f(y), w⁺ − y⟩ + 1/(2η) ‖w⁺ − y‖², which is at least f(w⁺) once η ≤ 1/L. */
  function quadraticModel({ y, gradient, lossAtY }: ProximalGradientState, eta: number): number {
    let linear = 0;
    let squares = 0;
    for (let i = 0; i < y.length; i++) {
      const moved = next[i] - y[i];
      linear += gradient[i] * moved;
      squares += moved * moved;
    }
    return lossAtY + linear + squares / (2 * eta);
  }

  /** ⟨y − w⁺, w⁺ − w⟩ > 0: the momentum points away from where the prox step goes. */
  function uphill(w: Float64Array, y: Float64Array): boolean {
    let product = 0;
    for (let i = 0; i < y.length; i++) product += (y[i] - next[i]) * (next[i] - w[i]);
    return product > 0;
  }

  return {
    name: "proximal-gradient",
    dimension: loss.dimension,
    settings: { lambda, stepSize: stepSize.setting, accelerate },
    init,
    step,
    solution: (state) => state.w,
  };
}
