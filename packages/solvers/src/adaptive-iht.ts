import { ArgumentError, type Loss, norm, valueAndGradient } from "@proxkit/core";
import { hardThreshold } from "@proxkit/penalties-l0";
import { checkStart } from "./checks.ts";
import type { Solver, SolverState } from "./contract.ts";
import { noteStep } from "./note-step.ts";
import { afterSearch, resolveStepSize, roundingOf, SHORTEST, type StepSize } from "./step-size.ts";
import { distance, sameSupport } from "./vectors.ts";

export interface AdaptiveIhtOptions {
  readonly loss: Loss;
  /** s, how many nonzeros are wanted: a whole number from 1 to d. */
  readonly sparsity: number;
  /** η. Default: "safe", 1/L, if the loss knows its smoothness L, else "backtracking". */
  readonly stepSize?: StepSize | undefined;
}

export interface AdaptiveIhtState extends SolverState {
  /** H_s(w), length d. */
  u: Float64Array;
  /** ∇f(w), length d. */
  gradient: Float64Array;
  /** How many steps have applied H_s. */
  thresholded: number;
}

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
  const { loss, sparsity } = options;
  const d = loss.dimension;
  if (!(Number.isInteger(sparsity) && sparsity >= 1 && sparsity <= d))
    throw new ArgumentError({
      caller: "adaptiveIht",
      argument: "sparsity",
      expected: `be a whole number from 1 to ${d}`,
      received: sparsity,
    });
  const stepSize = resolveStepSize("adaptiveIht", loss, options.stepSize);
  const next = new Float64Array(d);
  const nextU = new Float64Array(d);
  const nextGradient = new Float64Array(d);

  function init(w0: Float64Array): AdaptiveIhtState {
    checkStart("adaptiveIht", w0, d);
    const w = hardThreshold(w0, sparsity);
    const gradient = new Float64Array(d);
    const value = valueAndGradient(loss, w, gradient);
    const eta = stepSize.start(w, gradient);
    return {
      iteration: 0,
      w,
      u: w.slice(),
      gradient,
      thresholded: 0,
      loss: value,
      penalty: 0,
      objective: value,
      residual: Number.POSITIVE_INFINITY,
      scale: norm(gradient),
      startObjective: value,
      stepSize: eta,
      nextStepSize: eta,
    };
  }

  function step(state: AdaptiveIhtState): AdaptiveIhtState {
    const { w, u, gradient } = state;
    const before = state.loss;
    let eta = state.nextStepSize;
    let cut = false;
    for (const shortest = eta * SHORTEST; ; eta /= 2) {
      for (let i = 0; i < d; i++) next[i] = w[i] - eta * gradient[i]; // ŵ ← w − η∇f(w)
      hardThreshold(next, sparsity, nextU);
      cut = !sameSupport(u, nextU); // Γ ≠ Ω
      if (cut) next.set(nextU);
      state.loss = valueAndGradient(loss, next, nextGradient);
      if (!stepSize.backtracking || cut || eta < shortest) break; // cutting may raise f
      const moved = distance(next, w);
      if (state.loss <= before - (moved * moved) / (4 * eta) + roundingOf(before)) break;
    }
    noteStep(state, distance(next, w), eta);
    state.objective = state.loss;
    if (stepSize.backtracking) state.nextStepSize = afterSearch(eta, before, state.loss);
    w.set(next);
    u.set(nextU); // H_s(H_s(ŵ)) = H_s(ŵ)
    gradient.set(nextGradient);
    if (cut) state.thresholded++;
    return state;
  }

  return {
    name: "adaptive-iht",
    dimension: d,
    settings: { sparsity, stepSize: stepSize.setting },
    init,
    step,
    solution: (state) => state.u,
  };
}
