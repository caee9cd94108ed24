import { distance } from "./vectors.ts";

/** λ and β. */
export interface AugmentedWeights {
  readonly lambda: number;
  readonly beta: number;
}

/** Where L_β is asked for. */
export interface AugmentedAt extends AugmentedWeights {
  /** f(w). */
  readonly loss: number;
  /** P(u). */
  readonly penalty: number;
  readonly w: Float64Array;
  readonly u: Float64Array;
}

/** L_β(u, w) = f(w) + λP(u) + β/2 ‖w − u‖²   (eq. (11)) */
export function augmented({ lambda, beta, loss, penalty, w, u }: AugmentedAt): number {
  return augmentedFrom({ lambda, beta }, { loss, penalty }, distance(w, u));
}

/** L_β from f(w), P(u) and ‖w − u‖. */
export function augmentedFrom(
  { lambda, beta }: AugmentedWeights,
  { loss, penalty }: { readonly loss: number; readonly penalty: number },
  apart: number,
): number {
  return loss + (lambda > 0 ? lambda * penalty : 0) + (beta / 2) * apart * apart;
}
