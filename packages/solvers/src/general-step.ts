import { type Loss, valueAndGradient } from "@proxkit/core";
import { augmented } from "./augmented.ts";
import { noteStep } from "./note-step.ts";
import type { RvsmState } from "./rvsm-state.ts";
import { afterSearch, type ResolvedStepSize, roundingOf, SHORTEST } from "./step-size.ts";
import { toUnitNorm } from "./to-unit-norm.ts";
import { distance } from "./vectors.ts";

export interface GeneralStepOptions {
  readonly loss: Loss;
  readonly lambda: number;
  readonly beta: number;
  readonly stepSize: ResolvedStepSize;
  readonly normalize: boolean;
}

/**
 * The step on w of Algorithm 1 for any loss, with or without a search for η.
 *
 *     ŵ ← w − η∇f(w) − ηβ(w − u),  w ← ŵ/‖ŵ‖
 *
 * @returns a step that expects u⁺ and P(u⁺) in the state and writes all else
 */
export function generalStep(options: GeneralStepOptions): (state: RvsmState) => void {
  const { loss, lambda, beta, stepSize, normalize } = options;
  let room: { next: Float64Array; nextGradient: Float64Array } | undefined; // not all methods come here

  return (state) => {
    room ??= {
      next: new Float64Array(loss.dimension),
      nextGradient: new Float64Array(loss.dimension),
    };
    const { next, nextGradient } = room;
    const { w, u, gradient, penalty } = state;
    const before = stepSize.backtracking
      ? augmented({ lambda, beta, loss: state.loss, penalty, w, u })
      : Number.NaN;
    let eta = state.nextStepSize;
    for (const shortest = eta * SHORTEST; ; eta /= 2) {
      // ŵ ← w − η∇f(w) − ηβ(w − u)
      for (let i = 0; i < w.length; i++)
        next[i] = w[i] - eta * (gradient[i] + beta * (w[i] - u[i]));
      if (normalize) toUnitNorm(next);
      state.loss = valueAndGradient(loss, next, nextGradient);
      state.objective = augmented({ lambda, beta, loss: state.loss, penalty, w: next, u });
      if (!stepSize.backtracking || eta < shortest) break;
      const moved = distance(next, w);
      if (state.objective <= before - (moved * moved) / (4 * eta) + roundingOf(before)) break;
    }
    noteStep(state, distance(next, w), eta);
    if (stepSize.backtracking) state.nextStepSize = afterSearch(eta, before, state.objective);
    w.set(next);
    gradient.set(nextGradient);
  };
}
