import type { PlanarLoss } from "@proxkit/core";
import type { RvsmState } from "./rvsm-state.ts";

/** The arrays of a state. */
export type RvsmVectors = Pick<RvsmState, "w" | "u" | "gradient">;

/** The two passes over the vectors that a step on a planar loss takes. Each returns its sums, for as long as no other has. */
export interface PlanarPasses {
  /**
   * u ← prox(w, t), ŵ ← w − η(∇f(w) + β(w − u)), which may be written to where ∇f(w) was; ‖ŵ − c‖², (ŵ − c)·c and P(u),
   * where c is w*, or ‖w*‖⁻¹w* if w is scaled to unit norm.
   */
  depart(state: RvsmState): Float64Array;
  /** w⁺ ← scale·ŵ, ∇f ← along·w⁺ + toStar·(w⁺ − w*); ‖w⁺ − w‖² and ‖w⁺ − u‖². */
  arrive(state: RvsmState, scale: number, along: number, toStar: number): Float64Array;
  /**
   * Both, with the loss between them; ‖w⁺ − w‖², ‖w⁺ − u‖², P(u) and f(w⁺), or undefined where the sums do not tell.
   * Left out where the loss is not known.
   */
  whole?: ((state: RvsmState) => Float64Array | undefined) | undefined;
  /** Arrays for a new state, all 0, that the passes need not copy. Default: any will do. */
  open?(): RvsmVectors;
  /** See {@link Solver.release}. */
  release?(state: RvsmState): void;
}

/** What both ways of taking them need. */
export interface PlanarPassesOptions {
  /** The loss; its w*, length d, to be copied. */
  readonly planar: PlanarLoss;
  readonly beta: number;
  /** Whether w is scaled to unit norm. */
  readonly normalize: boolean;
}
