import type { Penalty } from "@proxkit/penalty";
import type { Outcome } from "../contract.ts";
import type { RvsmSteps } from "./rvsm-steps.ts";

/**
 * Which f was minimised: the loss over all Gaussian inputs, of which the paper speaks; the network's loss on
 * a sample of data; or another one, such as least squares.
 */
export type LossKind = "population" | "sample" | "other";

/** Where a run ended. */
export interface RvsmLimit {
  /** Length d. */
  readonly w: ArrayLike<number>;
  /** Length d. */
  readonly u: ArrayLike<number>;
  /** ∇f(w), length d. Default: not known. */
  readonly gradient?: ArrayLike<number> | undefined;
  readonly outcome: Outcome;
  /** ‖w⁺ − w‖₂/η of the last step. Equations are asked to hold to four times this. Default: 1e-9. */
  readonly residual?: number | undefined;
}

/** What is known of a run of RVSM. The less, the more checks are not applicable. */
export interface RvsmEvidence {
  readonly penalty: Penalty;
  readonly lambda: number;
  readonly beta: number;
  /** Whether w was scaled to unit norm after each step. */
  readonly normalize: boolean;
  /** d. */
  readonly dimension: number;
  /** k. Default: not known. */
  readonly patches?: number | undefined;
  /** Default: not known. */
  readonly lossKind?: LossKind | undefined;
  /** L. Default: not known. */
  readonly smoothness?: number | undefined;
  /** Default: the steps were not watched. */
  readonly steps?: RvsmSteps | undefined;
  /** Default: not known. */
  readonly limit?: RvsmLimit | undefined;
  /** w*, length d, in the units of w. Default: not known. */
  readonly wStar?: ArrayLike<number> | undefined;
  /** Theorem 1's δ in radians. Default: what serves best, found from β, k and the start. */
  readonly delta?: number | undefined;
}
