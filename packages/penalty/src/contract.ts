import type { ProxKernel } from "./prox-kernel.ts";

/**
 * The step t of a prox: one number, or one per coordinate (length d).
 * A per-coordinate step carries feature weights; 0 leaves its coordinate unpenalised.
 */
export type Step = number | Float64Array;

/** A value that JSON can hold. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

/** What a solver may rely on. */
export interface PenaltyTraits {
  /** P is convex. */
  readonly convex: boolean;
  /** P(w) is a sum over coordinates, and prox acts on each alone. */
  readonly separable: boolean;
  /**
   * The smallest ρ for which P(w) + ρ/2 ‖w‖² is convex: 0 if P is convex, Infinity if no ρ will do (l0).
   * While t·ρ < 1 the prox is continuous with Lipschitz constant 1/(1 − t·ρ); beyond, it jumps.
   */
  readonly weakConvexity: number;
}

/**
 * A sparsity penalty P: ℝᵈ → [0, ∞] with its proximal operator.
 *
 * The convention throughout proxkit, with the ½ on the distance:
 *
 *     prox(v, t) = argmin_u  t·P(u) + ½ ‖u − v‖²
 *
 * Rules that every penalty keeps: NaN in gives NaN out, never 0; t < 0 or NaN throws a RangeError;
 * t = 0 is the identity; of two minimisers the one with more zeros is taken; a zero that
 * thresholding makes is +0; arguments other than `out` are left as they were.
 */
export interface Penalty {
  /** Short lower-case name: "tl1". */
  readonly name: string;
  /** Plain JSON; name and parameters rebuild the penalty: { a: 1 }. */
  readonly parameters: Readonly<Record<string, Json>>;
  readonly traits: PenaltyTraits;
  /** P(w), w of length d; Infinity outside its domain. */
  value(w: Float64Array): number;
  /** argmin_u t·P(u) + ½ ‖u − v‖², written to `out` (default: a new array; it may be v) and returned. */
  prox(v: Float64Array, t: Step, out?: Float64Array): Float64Array;
}

/** The three scalar functions behind a separable penalty. */
export interface ScalarPenalty {
  /** p(x), so that P(w) = Σᵢ p(wᵢ). */
  value(x: number): number;
  /** argmin_u t·p(u) + ½ (u − v)². */
  prox(v: number, t: number): number;
  /** The largest |v| that prox(v, t) sends to 0. */
  threshold(t: number): number;
  /** p*, for the duality gap of a solver. Default: unknown. */
  readonly conjugate?: ScalarConjugate | undefined;
}

/** The convex conjugate of an even convex p. */
export interface ScalarConjugate {
  /** p*(s) = sup_x sx − p(x), or Infinity. */
  value(s: number): number;
  /** The largest s with p*(s) < ∞, which is the steepest that p becomes; Infinity for none. */
  readonly steepest: number;
}

/** A penalty that is a sum over coordinates. */
export interface SeparablePenalty extends Penalty {
  readonly scalar: ScalarPenalty;
  /**
   * Says which well-known operator the prox is for a step t > 0, so that a solver may take a loop of its own in
   * place of `prox` and `value`. Default: none, and a solver calls those.
   *
   * It is a promise that prox and value are exactly this operator's: a penalty that wraps another and changes
   * either must not hand it on. `separablePenalty` makes it a property that a spread does not copy.
   */
  readonly kernel?: (t: number) => ProxKernel;
}

/** A separable penalty with a weight on each coordinate, as `weighted` makes it: P(w) = Σᵢ cᵢ p(wᵢ). */
export interface WeightedPenalty extends Penalty {
  /** The penalty that is weighed. */
  readonly base: SeparablePenalty;
  /** c, length d. Not to be written to. */
  readonly weights: Float64Array;
}

/** A penalty on the norms of groups of coordinates: P(w) = Σ_g c_g r(‖w_g‖₂). A coordinate of no group is free. */
export interface GroupedPenalty extends Penalty {
  readonly grouped: {
    /** The coordinates of each group of a vector of length d. @throws RangeError if d does not fit */
    groupsOf(d: number): readonly Uint32Array[];
    /** c_g ≥ 0 */
    weight(g: number): number;
    /** r, even. */
    readonly radial: ScalarPenalty;
  };
}
