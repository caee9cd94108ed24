import type { PenaltyPlugin } from "@proxkit/penalty";

/** An independent conjugate P*(s) = sup_u ⟨s, u⟩ − P(u), to hold a convex penalty to Moreau's identity. */
export interface Conjugate {
  /** P*(s), s of length d; Infinity outside its domain. */
  value?(s: Float64Array): number;
  /** argmin_s t·P*(s) + ½ ‖s − v‖². */
  prox?(v: Float64Array, t: number): Float64Array;
}

/** How the laws are checked. */
export interface LawOptions {
  /** Seed of the cases; a seed gives the same cases everywhere. Default: 1. */
  readonly seed?: number | undefined;
  /** How many cases each law tries, at least 1. Default: 200. */
  readonly numRuns?: number | undefined;
  /** The path of a {@link LawViolation}: with its seed, goes straight to its case. Default: none. */
  readonly path?: string | undefined;
  /**
   * For Moreau's identity: P*, its value, its prox, or both. The penalty's own `scalar.conjugate` is held to it in any
   * case. Default: that alone, and the law is left out where there is none.
   */
  readonly conjugate?: Conjugate | undefined;
  /** The plug-in that makes the penalty, to hold it to making the same again. Default: that law is left out. */
  readonly plugin?: PenaltyPlugin | undefined;
  /** The length of the vectors. Default: found by trying; any length if 1 to 8 all work. */
  readonly dimension?: number | undefined;
  /** Whether P(−w) = P(w). Default: found by comparing values. */
  readonly even?: boolean | undefined;
}
