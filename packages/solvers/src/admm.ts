import { ArgumentError, type Loss, norm, valueAndGradient } from "@proxkit/core";
import type { Penalty } from "@proxkit/penalty";
import { checkNonNegative, checkPositive, checkStart } from "./checks.ts";
import type { Solver, SolverState } from "./contract.ts";
import { type InnerState, innerDescent } from "./inner-descent.ts";
import { noteStep } from "./note-step.ts";
import { resolveStepSize, type StepSize } from "./step-size.ts";
import { distance } from "./vectors.ts";

export interface AdmmOptions {
  readonly loss: Loss;
  readonly penalty: Penalty;
  /** λ ≥ 0, the weight of the penalty. */
  readonly lambda: number;
  /** ρ > 0, how strongly w and u are held together. The prox acts with t = λ/ρ. Default: L, if the loss knows it, else 1. */
  readonly rho?: number | undefined;
  /** η of the inner descent. Default: "safe", 1/(ρ + L), if the loss knows its smoothness L, else "backtracking". */
  readonly stepSize?: StepSize | undefined;
  /** At most so many gradient steps for one w. Default: 50. */
  readonly innerIterations?: number | undefined;
}

export interface AdmmState extends SolverState, InnerState {
  /** The sparse copy of w, length d. */
  u: Float64Array;
  /** The scaled dual: ρz is the multiplier of w = u. Length d. */
  z: Float64Array;
}

/** An inner descent ends where its gradient is this small beside the last step's residual. */
const INNER = 0.1;

/**
 * The alternating direction method of multipliers for f(w) + λP(u) with w = u, in its scaled form.
 *
 *     u ← prox(w + z, λ/ρ)
 *     w ← argmin_w f(w) + ρ/2 ‖w − u + z‖²
 *     z ← z + w − u
 *
 * w is found by gradient descent from the last w, to a gradient of a tenth of the last step's residual or
 * for `innerIterations` steps: an inexact ADMM, which converges for convex f and P. Else there is no such
 * promise: f must at least be convex together with ρ/2 ‖w‖², and near w = 0 the network's loss never is. The residual is
 * ρ√(‖w − u‖² + ‖w⁺ − w‖² + ‖∇_w‖²/ρ²): primal, dual and inner. `stepSize` in the state is 1/ρ. The solution is u.
 *
 * @returns a solver for `solve`, `solveAsync` or `iterate`
 * @throws ArgumentError if lambda, rho, stepSize or innerIterations is out of range; from init, if w⁰ has
 * the wrong length or is not finite
 * @example
 * ```ts
 * import { leastSquares } from "@proxkit/core";
 * import { l1 } from "@proxkit/penalties-l1";
 * import { admm, solve } from "@proxkit/solvers";
 *
 * const loss = leastSquares({ X: [[1, 0], [0, 1]], y: [3, 0.5] });
 * const { solution } = solve(admm({ loss, penalty: l1(), lambda: 0.5 }), new Float64Array(2));
 * console.log(solution.map((w) => Math.round(w * 1e6) / 1e6)); // Float64Array(2) [ 2, 0 ]
 * ```
 * Source: Boyd et al., Distributed Optimization and Statistical Learning via ADMM (2011), section 3.1.1, with u first.
 */
export function admm(options: AdmmOptions): Solver<AdmmState> {
  const { loss, penalty, lambda, innerIterations = 50 } = options;
  const d = loss.dimension;
  const rho = options.rho ?? (loss.smoothness || 1);
  checkNonNegative("admm", "lambda", lambda);
  checkPositive("admm", "rho", rho);
  if (!(Number.isSafeInteger(innerIterations) && innerIterations >= 1))
    throw new ArgumentError({
      caller: "admm",
      argument: "innerIterations",
      expected: "be a positive whole number",
      received: innerIterations,
    });
  const stepSize = resolveStepSize("admm", loss, options.stepSize, rho);
  const descend = innerDescent(loss, rho, stepSize);
  const t = lambda / rho;
  const v = new Float64Array(d);
  const before = new Float64Array(d);

  const objectiveOf = (f: number, p: number) => f + (lambda > 0 ? lambda * p : 0);

  function init(w0: Float64Array): AdmmState {
    checkStart("admm", w0, d);
    const u = penalty.prox(w0, t);
    const gradient = new Float64Array(d);
    const value = valueAndGradient(loss, w0, gradient);
    const p = penalty.value(u);
    return {
      iteration: 0,
      w: w0.slice(),
      u,
      z: new Float64Array(d),
      gradient,
      gradients: 1,
      innerStepSize: stepSize.start(w0, gradient),
      loss: value,
      penalty: p,
      objective: objectiveOf(value, p),
      startObjective: objectiveOf(value, p),
      residual: Number.POSITIVE_INFINITY,
      scale: norm(gradient),
      stepSize: 1 / rho,
      nextStepSize: 1 / rho,
    };
  }

  function step(state: AdmmState): AdmmState {
    const { w, u, z } = state;
    before.set(w);
    for (let i = 0; i < d; i++) v[i] = w[i] + z[i];
    penalty.prox(v, t, u); // u ← prox(w + z, λ/ρ)
    for (let i = 0; i < d; i++) v[i] = u[i] - z[i];
    const last = state.iteration === 0 ? state.scale : state.residual * state.scale;
    const limits = { tolerance: INNER * last, iterations: innerIterations };
    const left = descend(state, v, limits); // w ← argmin_w f(w) + ρ/2 ‖w − (u − z)‖²
    for (let i = 0; i < d; i++) z[i] += w[i] - u[i];
    state.penalty = penalty.value(u);
    state.objective = objectiveOf(state.loss, state.penalty);
    noteStep(state, Math.hypot(distance(w, u), distance(w, before), left / rho), 1 / rho);
    return state;
  }

  return {
    name: "admm",
    dimension: d,
    settings: { lambda, rho, stepSize: stepSize.setting, innerIterations },
    init,
    step,
    solution: (state) => state.u,
  };
}
