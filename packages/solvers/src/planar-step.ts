import type { PlanarLoss } from "@proxkit/core";
import { augmentedFrom } from "./augmented.ts";
import { arrive } from "./loops/arrive.ts";
import { depart } from "./loops/depart.ts";
import { noteStep } from "./note-step.ts";
import type { RvsmState } from "./rvsm-state.ts";

export interface PlanarStepOptions {
  readonly planar: PlanarLoss;
  readonly lambda: number;
  readonly beta: number;
  readonly normalize: boolean;
}

/**
 * The step on w of Algorithm 1 where f depends on ‖w‖ and one angle only: two passes over the vectors.
 *
 *     ŵ ← w − η(∇f(w) + β(w − u)),   M = ‖ŵ − c‖²,  q = (ŵ − c)·c,  C = ‖c‖²
 *     ‖ŵ‖² = C + 2q + M,   ‖ŵ‖ − ‖c‖ = (2q + M)/(‖ŵ‖ + ‖c‖),   θ = atan2(√(M − q²/C), (C + q)/√C)
 *     w ← ŵ/‖ŵ‖,   ∇f(w) = along·w + toStar·(w − w*)
 *
 * The centre c is w*, or its direction where w is normalised: near w* the sums are small, and keep the digits
 * that ‖ŵ‖² and ŵ·w* would lose. M − q²/C can still lose θ, where ŵ is near the line of c but far from c. That
 * does no harm: there f and ∇f are flat in θ, and what θ² lacks, rounding of M, moves them by no more.
 *
 * @returns a step that expects u⁺ and P(u⁺) in the state and writes all else; it returns false, and has written
 * nothing, where ‖ŵ‖ is so small beside ‖c‖, or so large, that the sums do not tell
 */
export function planarStep(options: PlanarStepOptions): (state: RvsmState) => boolean {
  const { planar, lambda, beta, normalize } = options;
  const weights = { lambda, beta };
  const wStar = planar.wStar.slice();
  const size = Math.sqrt(wStar.reduce((sum, x) => sum + x * x, 0));
  const centre = normalize ? wStar.map((x) => x / size) : wStar;
  const c = normalize ? 1 : size;
  const C = c * c;
  const hat = new Float64Array(wStar.length);
  const coefficients = new Float64Array(2);
  const sums = new Float64Array(2);

  return (state) => {
    const { w, u, gradient, nextStepSize: eta } = state;
    depart(w, u, gradient, eta, beta, centre, hat, sums);
    const M = sums[0];
    const q = sums[1];
    const squares = C + 2 * q + M;
    if (!(squares > C / 16 && squares < Number.POSITIVE_INFINITY)) return false;
    const theta = Math.atan2(Math.sqrt(Math.max(0, M - (q * q) / C)), (C + q) / c);
    const a = Math.sqrt(squares);
    state.loss = normalize
      ? planar.evaluate(1, 1 - size, theta, coefficients)
      : planar.evaluate(a, (2 * q + M) / (a + c), theta, coefficients);
    arrive(w, u, gradient, hat, normalize ? 1 / a : 1, coefficients, wStar, sums);
    state.objective = augmentedFrom(weights, state, Math.sqrt(sums[1]));
    noteStep(state, Math.sqrt(sums[0]), eta);
    return true;
  };
}
