import { distance } from "./vectors.ts";

/** Where L_β is asked for. */
export interface AugmentedAt {
  readonly lambda: number;
  readonly beta: number;
  /** f(w). */
  readonly loss: number;
  /** P(u). */
  readonly penalty: number;
  readonly w: Float64Array;
  readonly u: Float64Array;
}

/** L_β(u, w) = f(w) + λP(u) + β/2 ‖w − u‖²   (eq. (11)) */
export function augmented({ lambda, beta, loss, penalty, w, u }: AugmentedAt): number {
  const apart = distance(w, u);
  return loss + (lambda > 0 ? lambda * penalty : 0) + (beta / 2) * apart * apart;
}
