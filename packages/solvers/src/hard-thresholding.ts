import { ArgumentError, type Loss, norm, valueAndGradient } from "@proxkit/core";
import { hardThreshold } from "@proxkit/penalties-l0";
import { checkStart } from "./checks.ts";
import type { Solver, SolverState } from "./contract.ts";
import { noteStep } from "./note-step.ts";
import { afterSearch, resolveStepSize, roundingOf, SHORTEST, type StepSize } from "./step-size.ts";
import { distance } from "./vectors.ts";

export interface HardThresholdingOptions {
  readonly loss: Loss;
  /** s, how many nonzeros are wanted: a whole number from 1 to d. */
  readonly sparsity: number;
  /** η. Default: "safe", 1/L, if the loss knows its smoothness L, else "backtracking". */
  readonly stepSize?: StepSize | undefined;
}

export interface HardThresholdingState extends SolverState {
  /** H_s(w), length d. */
  u: Float64Array;
  /** ∇f(w), length d. */
  gradient: Float64Array;
  /** How many steps have applied H_s. */
  thresholded: number;
}

/** What tells one method of this kind from the other. */
export interface HardThresholdingMethod {
  readonly name: string;
  readonly caller: string;
  /** Whether a step is cut down to s entries, from H_s(w) and H_s(ŵ). */
  cuts(u: Float64Array, nextU: Float64Array): boolean;
  /** Whether backtracking takes a cut step though f may rise. */
  readonly cutMayRaise: boolean;
}

/** ŵ ← w − η∇f(w), and w ← H_s(ŵ) where the method cuts, else ŵ. */
export function hardThresholding(
  method: HardThresholdingMethod,
  options: HardThresholdingOptions,
): Solver<HardThresholdingState> {
  const { name, caller, cutMayRaise } = method;
  const { loss, sparsity } = options;
  const d = loss.dimension;
  if (!(Number.isInteger(sparsity) && sparsity >= 1 && sparsity <= d))
    throw new ArgumentError({
      caller,
      argument: "sparsity",
      expected: `be a whole number from 1 to ${d}`,
      received: sparsity,
    });
  const stepSize = resolveStepSize(caller, loss, options.stepSize);
  const next = new Float64Array(d);
  const nextU = new Float64Array(d);
  const nextGradient = new Float64Array(d);

  function init(w0: Float64Array): HardThresholdingState {
    checkStart(caller, w0, d);
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

  function step(state: HardThresholdingState): HardThresholdingState {
    const { w, u, gradient } = state;
    const before = state.loss;
    let eta = state.nextStepSize;
    let cut = false;
    for (const shortest = eta * SHORTEST; ; eta /= 2) {
      for (let i = 0; i < d; i++) next[i] = w[i] - eta * gradient[i]; // ŵ ← w − η∇f(w)
      hardThreshold(next, sparsity, nextU);
      cut = method.cuts(u, nextU);
      if (cut) next.set(nextU);
      state.loss = valueAndGradient(loss, next, nextGradient);
      if (!stepSize.backtracking || (cut && cutMayRaise) || eta < shortest) break;
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
    name,
    dimension: d,
    settings: { sparsity, stepSize: stepSize.setting },
    init,
    step,
    solution: (state) => state.u,
  };
}
