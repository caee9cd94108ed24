import type { RvsmState } from "./rvsm-state.ts";

/** The arrays of a state. */
export type RvsmVectors = Pick<RvsmState, "w" | "u" | "gradient">;

/** The two passes over the vectors that a step on a planar loss takes. Each returns its sums, until the next. */
export interface PlanarPasses {
  /** u ← prox(w, t), ŵ ← w − η(∇f(w) + β(w − u)); ‖ŵ − c‖², (ŵ − c)·c and P(u). */
  depart(state: RvsmState): Float64Array;
  /** w⁺ ← scale·ŵ, ∇f ← along·w⁺ + toStar·(w⁺ − w*); ‖w⁺ − w‖² and ‖w⁺ − u‖². */
  arrive(state: RvsmState, scale: number, along: number, toStar: number): Float64Array;
  /** Arrays for a new state, all 0, that the passes need not copy. Default: any will do. */
  open?(): RvsmVectors;
  /** See {@link Solver.release}. */
  release?(state: RvsmState): void;
}

/** What both ways of taking them need. */
export interface PlanarPassesOptions {
  /** w*, length d. To be copied. */
  readonly wStar: ArrayLike<number>;
  /** c, length d. To be copied. */
  readonly centre: ArrayLike<number>;
  readonly beta: number;
}
