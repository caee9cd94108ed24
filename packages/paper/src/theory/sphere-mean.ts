import { integrate } from "./integrate.ts";

/**
 * The mean of an even function of one coordinate X of a uniformly random unit vector in ℝᵈ.
 *
 *     E h(X),   X² ~ Beta(1/2, (d − 1)/2);   X = sin φ has density ∝ cos^(d−2) φ on [0, π/2]
 *
 * @param d at least 2
 * @param h even in x, smooth but for the kinks
 * @param kinks where h bends or jumps for x > 0, ascending; those beyond 1 do not matter
 * @example
 * ```ts
 * import { sphereMean } from "@proxkit/paper";
 *
 * console.log(sphereMean(10, (x) => x * x, []).toFixed(12)); // 0.100000000000
 * ```
 */
export function sphereMean(d: number, h: (x: number) => number, kinks: readonly number[]): number {
  const inside = kinks.filter((x) => x > 0 && x < 1).map((x) => Math.asin(x));
  const cuts = [0, ...inside, Math.PI / 2];
  const panels = 8 + 2 * Math.ceil(Math.sqrt(d)); // the density is about 1/√d wide
  const density = (phi: number) => Math.cos(phi) ** (d - 2);
  const total = integrate(density, cuts, panels);
  return integrate((phi) => h(Math.sin(phi)) * density(phi), cuts, panels) / total;
}

/** P(|X| ≤ x) for such a coordinate; for d = 1, too, where X = ±1. */
export function sphereShare(d: number, x: number): number {
  if (!(x < 1)) return 1;
  return d === 1 ? 0 : sphereMean(d, (y) => (y < x ? 1 : 0), [x]);
}
