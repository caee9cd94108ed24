import type { PlanarLoss } from "@proxkit/core";
import type { Penalty } from "@proxkit/penalty";
import { augmentedFrom } from "./augmented.ts";
import { kernelPasses } from "./kernel-passes.ts";
import { noteStep } from "./note-step.ts";
import type { RvsmVectors } from "./planar-passes.ts";
import type { RvsmState } from "./rvsm-state.ts";
import { scriptPasses } from "./script-passes.ts";

export interface PlanarStepOptions {
  readonly planar: PlanarLoss;
  readonly penalty: Penalty;
  /** λ/β, the step of the prox. */
  readonly t: number;
  readonly lambda: number;
  readonly beta: number;
  readonly normalize: boolean;
}

export interface PlanarStep {
  /**
   * Takes a step, and writes all of the state; or returns false, and has written to u and ∇f, where ‖ŵ‖ is so small
   * beside ‖c‖, or so large, that the sums do not tell.
   */
  step(state: RvsmState): boolean;
  /** Arrays for a new state, all 0; undefined where any will do. */
  open(): RvsmVectors | undefined;
  /** See {@link Solver.release}. */
  release(state: RvsmState): void;
}

/**
 * A step of Algorithm 1 where f depends on ‖w‖ and one angle only: two passes over the vectors.
 *
 *     u ← prox(w, t)
 *     ŵ ← w − η(∇f(w) + β(w − u)),   M = ‖ŵ − c‖²,  q = (ŵ − c)·c,  C = ‖c‖²
 *     ‖ŵ‖² = C + 2q + M,   ‖ŵ‖ − ‖c‖ = (2q + M)/(‖ŵ‖ + ‖c‖),   θ = atan2(√(M − q²/C), (C + q)/√C)
 *     w ← ŵ/‖ŵ‖,   ∇f(w) = along·w + toStar·(w − w*)
 *
 * The centre c is w*, or its direction where w is normalised: near w* the sums are small, and keep the digits
 * that ‖ŵ‖² and ŵ·w* would lose. M − q²/C can still lose θ, where ŵ is near the line of c but far from c. That
 * does no harm: there f and ∇f are flat in θ, and what θ² lacks, rounding of M, moves them by no more.
 */
export function planarStep(options: PlanarStepOptions): PlanarStep {
  const { planar, penalty, t, lambda, beta, normalize } = options;
  const weights = { lambda, beta };
  const { wStar } = planar;
  const size = Math.sqrt(squaresOf(wStar));
  const c = normalize ? 1 : size;
  const C = c * c;
  const coefficients = new Float64Array(2);
  const given = { planar, beta, normalize };
  const passes = kernelPasses(given, penalty, t) ?? scriptPasses(given, penalty, t);
  const { whole } = passes;

  function stepAtOnce(state: RvsmState): boolean {
    const sums = whole?.(state);
    if (sums === undefined) return false;
    state.penalty = sums[2];
    state.loss = sums[3];
    note(state, sums);
    return true;
  }

  function stepInHalves(state: RvsmState): boolean {
    const departed = passes.depart(state);
    const M = departed[0];
    const q = departed[1];
    const squares = C + 2 * q + M;
    if (!(squares > C / 16 && squares < Number.POSITIVE_INFINITY)) return false;
    state.penalty = departed[2];
    const theta = Math.atan2(Math.sqrt(Math.max(0, M - (q * q) / C)), (C + q) / c);
    const a = Math.sqrt(squares);
    state.loss = normalize
      ? planar.evaluate(1, 1 - size, theta, coefficients)
      : planar.evaluate(a, (2 * q + M) / (a + c), theta, coefficients);
    const arrived = passes.arrive(state, normalize ? 1 / a : 1, coefficients[0], coefficients[1]);
    note(state, arrived);
    return true;
  }

  /** Writes what follows from ‖w⁺ − w‖² and ‖w⁺ − u‖². */
  function note(state: RvsmState, sums: Float64Array): void {
    state.objective = augmentedFrom(weights, state, Math.sqrt(sums[1]));
    noteStep(state, Math.sqrt(sums[0]), state.nextStepSize);
  }

  return {
    step: whole ? stepAtOnce : stepInHalves,
    open: () => passes.open?.(),
    release: (state) => passes.release?.(state),
  };
}

/** ‖x‖² */
function squaresOf(x: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i] * x[i];
  return sum;
}
