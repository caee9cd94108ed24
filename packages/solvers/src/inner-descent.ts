import { type Loss, valueAndGradient } from "@proxkit/core";
import { afterSearch, type ResolvedStepSize, roundingOf, SHORTEST } from "./step-size.ts";
import { distance } from "./vectors.ts";

/** Where an inner descent stands. w, gradient and the numbers are changed in place. */
export interface InnerState {
  w: Float64Array;
  /** ∇f(w). */
  gradient: Float64Array;
  /** f(w). */
  loss: number;
  /** η to try first. */
  innerStepSize: number;
  /** How many gradients have been taken. */
  gradients: number;
}

export interface InnerLimits {
  /** Stop where ‖∇φ(w)‖₂ is at most this. */
  readonly tolerance: number;
  readonly iterations: number;
}

/** Minimises φ(w) = f(w) + ρ/2 ‖w − v‖² from where it stands; returns ‖∇φ(w)‖₂ at the end. */
export type InnerDescent = (state: InnerState, v: Float64Array, limits: InnerLimits) => number;

/** Gradient descent on f(w) + ρ/2 ‖w − v‖², with a warm start: w ← w − η(∇f(w) + ρ(w − v)). */
export function innerDescent(loss: Loss, rho: number, stepSize: ResolvedStepSize): InnerDescent {
  const next = new Float64Array(loss.dimension);
  const nextGradient = new Float64Array(loss.dimension);
  const phi = (f: number, w: Float64Array, v: Float64Array) => f + (rho / 2) * distance(w, v) ** 2;

  return (state, v, { tolerance, iterations }) => {
    const { w, gradient } = state;
    for (let n = 0; ; n++) {
      const left = slope(state, v, rho);
      if (left <= tolerance || n === iterations || Number.isNaN(left)) return left;
      const before = phi(state.loss, w, v);
      let eta = state.innerStepSize;
      let value = 0;
      for (const shortest = eta * SHORTEST; ; eta /= 2) {
        for (let i = 0; i < w.length; i++)
          next[i] = w[i] - eta * (gradient[i] + rho * (w[i] - v[i]));
        value = valueAndGradient(loss, next, nextGradient);
        state.gradients++;
        if (!stepSize.backtracking || eta < shortest) break;
        const fallen = before - phi(value, next, v);
        if (fallen >= (eta * left * left) / 4 - roundingOf(before)) break;
      }
      if (stepSize.backtracking)
        state.innerStepSize = afterSearch(eta, before, phi(value, next, v));
      w.set(next);
      gradient.set(nextGradient);
      state.loss = value;
    }
  };
}

/** ‖∇f(w) + ρ(w − v)‖₂. */
function slope({ w, gradient }: InnerState, v: Float64Array, rho: number): number {
  let squares = 0;
  for (let i = 0; i < w.length; i++) squares += (gradient[i] + rho * (w[i] - v[i])) ** 2;
  return Math.sqrt(squares);
}
