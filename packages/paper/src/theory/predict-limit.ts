import { paperPenalty } from "../penalties.ts";
import type { PaperPenalty } from "../published/published.ts";
import type { Quantity } from "../published/quantity.ts";
import { criticalAngle } from "./critical-angle.ts";
import { lossAt } from "./loss-at.ts";
import { sphereMean } from "./sphere-mean.ts";
import { sphereZeros } from "./zeros.ts";

export interface PredictLimitOptions {
  readonly penalty: PaperPenalty;
  /** At least 2. */
  readonly d: number;
  /** k */
  readonly patches: number;
  readonly lambda: number;
  readonly beta: number;
  /** Of TL1. */
  readonly a: number;
}

/** What theory says of a limit; null where a quantity is not defined, as the angle of ū = 0. */
export interface LimitPrediction extends Readonly<Record<Quantity, number | null>> {
  /** ‖ū‖ */
  readonly norm: number;
  /** γ = θ(ū, w̄), radians. */
  readonly gamma: number | null;
  /** Standard deviation of the number of zeros over w*. */
  readonly zerosSd: number;
}

/**
 * The limit of RVSM for a w* uniform on the unit sphere, without running it, to first order in β.
 *
 *     w̄ = X, a uniformly random unit vector;  ū = prox(X, λ/β)
 *     ‖ū‖² = d E u(X₁)²,   cos γ = d E X₁u(X₁)/‖ū‖,   zeros d P(u(X₁) = 0)
 *     (π − θ)/(kπ) sin θ = β‖ū‖ sin γ   gives θ(w̄, w*);   θ(ū, w*) = θ + γ, as the three are co-planar
 *
 * The losses follow from eq. (8). The moments are exact; that w̄ is as random as w*, and that a mean of a
 * function is the function of the means, is true to first order only.
 *
 * @example
 * ```ts
 * import { predictLimit } from "@proxkit/paper";
 *
 * const limit = predictLimit({ penalty: "l1", d: 10, patches: 2, lambda: 1e-4, beta: 4e-3, a: 1 });
 * console.log(limit.angleW?.toExponential(1), limit.zerosU?.toFixed(1)); // 3.4e-4 0.6
 * ```
 * Source: Dinh & Xin, section 5.3 (X, T(X)), eq. (17) and (8).
 */
export function predictLimit(options: PredictLimitOptions): LimitPrediction {
  const { penalty, d, patches, lambda, beta, a } = options;
  const { prox, threshold } = paperPenalty(penalty, a).scalar;
  const t = lambda / beta;
  const cut = threshold(t);
  const norm = Math.sqrt(d * sphereMean(d, (x) => prox(x, t) ** 2, [cut]));
  const along = d * sphereMean(d, (x) => x * prox(x, t), [cut]);
  const gamma = norm > 0 ? Math.acos(Math.min(1, along / norm)) : null;
  const angleW = criticalAngle(beta * norm * Math.sin(gamma ?? 0), patches);
  const angleU = gamma === null || angleW === null ? null : angleW + gamma;
  const zeros = sphereZeros(d, cut);
  return {
    norm,
    gamma,
    angleW,
    lossW: angleW === null ? null : lossAt({ angle: angleW, norm: 1, patches }),
    angleU,
    lossU: lossAt({ angle: angleU ?? 0, norm, patches }),
    lossUnitU: angleU === null ? null : lossAt({ angle: angleU, norm: 1, patches }),
    zerosU: zeros.mean,
    zerosSd: zeros.sd,
  };
}
