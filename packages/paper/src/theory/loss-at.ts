import { type Loss, populationLoss } from "@proxkit/core";

/** Where a vector stands to w* of unit norm. */
export interface Standing {
  /** θ(w, w*), radians. */
  readonly angle: number;
  /** ‖w‖ */
  readonly norm: number;
  /** k */
  readonly patches: number;
}

/**
 * The population loss for a w* of norm 1, which depends on norm and angle only (eq. 8).
 *
 * @example
 * ```ts
 * import { lossAt } from "@proxkit/paper";
 *
 * console.log(lossAt({ angle: 0, norm: 1, patches: 2 })); // 0
 * ```
 */
export function lossAt({ angle, norm, patches }: Standing): number {
  const plane: Loss = populationLoss({ wStar: [1, 0], patches });
  return plane.value(Float64Array.of(norm * Math.cos(angle), norm * Math.sin(angle)));
}
