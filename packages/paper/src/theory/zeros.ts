import { sphereMean, sphereShare } from "./sphere-mean.ts";

/** How many entries of a uniformly random unit vector are at most a threshold in magnitude. */
export interface ZerosMoments {
  readonly mean: number;
  readonly sd: number;
}

/**
 * Mean and standard deviation of #{i : |Xᵢ| ≤ t} over uniformly random unit vectors X.
 *
 *     mean = d p,   variance = d p + d(d − 1) p₂ − (d p)²
 *     p = P(|X₁| ≤ t),   p₂ = P(|X₁| ≤ t and |X₂| ≤ t)
 *
 * Given X₁ = x, the others are a uniformly random vector of length √(1 − x²) in ℝ^(d−1).
 *
 * @param d at least 2
 * @param t the threshold
 * @example
 * ```ts
 * import { sphereZeros } from "@proxkit/paper";
 *
 * const { mean, sd } = sphereZeros(20, Math.sqrt(0.05)); // l0 at λ/β = 0.025
 * console.log(mean.toFixed(1), sd.toFixed(1)); // 13.4 1.4
 * ```
 */
export function sphereZeros(d: number, t: number): ZerosMoments {
  const one = sphereShare(d, t);
  const given = (x: number) => (x < t ? sphereShare(d - 1, t / Math.sqrt(1 - x * x)) : 0);
  const both = sphereMean(
    d,
    given,
    [Math.sqrt(Math.max(0, 1 - t * t)), t].sort((x, y) => x - y),
  );
  const mean = d * one;
  return { mean, sd: Math.sqrt(Math.max(0, mean + d * (d - 1) * both - mean * mean)) };
}
