import type { Outcome } from "../contract.ts";
import type { AdaptiveIhtSteps } from "./adaptive-iht-steps.ts";
import type { LossKind } from "./rvsm-evidence.ts";

/** What is known of a run of Algorithm 2. The less, the more checks are not applicable. */
export interface AdaptiveIhtEvidence {
  /** s. */
  readonly sparsity: number;
  /** k. Default: not known. */
  readonly patches?: number | undefined;
  /** Default: not known. */
  readonly lossKind?: LossKind | undefined;
  /** Default: the steps were not watched. */
  readonly steps?: AdaptiveIhtSteps | undefined;
  /** Default: not known. */
  readonly limit?: AdaptiveIhtLimit | undefined;
  /** w*, length d, in the units of w. Default: not known. */
  readonly wStar?: ArrayLike<number> | undefined;
}

/** Where a run ended. */
export interface AdaptiveIhtLimit {
  /** Length d. */
  readonly w: ArrayLike<number>;
  readonly outcome: Outcome;
  /** ‖w⁺ − w‖₂/η of the last step. Default: 1e-9. */
  readonly residual?: number | undefined;
}
