import {
  definePenalty,
  numberOptions,
  type PenaltyPlugin,
  readOptions,
  type SeparablePenalty,
  separablePenalty,
} from "@proxkit/penalty";

const options = numberOptions({});

/**
 * The l1/2 penalty, whose prox is half thresholding.
 *
 *     P(w) = Σᵢ √|wᵢ|
 *     prox(v, t)ᵢ = argmin_u t·√|u| + ½ (u − vᵢ)²
 *     threshold:  (3/2) t^(2/3), where the prox jumps from 0 to t^(2/3)
 *
 * At the threshold both are minimisers, and 0 is taken. Weak convexity Infinity: it jumps for every t.
 *
 * @returns a separable penalty without parameters; its methods throw a RangeError if t is negative or NaN
 * @example
 * ```ts
 * import { lhalf } from "@proxkit/penalties-lhalf";
 *
 * const penalty = lhalf();
 * console.log(penalty.value(Float64Array.of(4, -9))); // 5
 * console.log(penalty.scalar.threshold(8)); // 6
 * console.log(penalty.prox(Float64Array.of(3.5, 5, -16.5), 4)); // Float64Array(3) [ 0, 4, -16 ]
 * ```
 * Source: Xu, Chang, Xu & Zhang, L1/2 regularization: a thresholding representation theory and a fast
 * solver (2012), whose λ is 2t; Dinh & Xin, Figure 4.
 */
export function lhalf(given: Readonly<Record<string, never>> = {}): SeparablePenalty {
  readOptions("lhalf", options, given);
  return separablePenalty({ name: "lhalf", convex: false, value, prox, threshold });
}

const value = (x: number): number => Math.sqrt(Math.abs(x));

function threshold(t: number): number {
  const root = Math.cbrt(t);
  return 1.5 * root * root;
}

/**
 * With s = √u a minimiser u > 0 is a root of 2s³ − 2xs + t, the largest, which is
 *
 *     s = 2 √(x/3) cos(⅓ acos(−q)),   q = (t/4)(3/x)^(3/2), at most √½ above the threshold,
 *
 * and u = x − t/(2s), which has the digits that s² loses where u is near x.
 */
function prox(v: number, t: number): number {
  const x = Math.abs(v);
  if (t === 0) return v; // where q could be 0·∞
  if (x <= threshold(t)) return 0;
  const q = 0.75 * (t / x) * Math.sqrt(3 / x); // powers of x could overflow
  const s = 2 * Math.sqrt(x / 3) * Math.cos(Math.acos(-q) / 3);
  const u = x - t / (2 * s); // Infinity and NaN stay what they are
  return v < 0 ? -u : u;
}

/** How an application makes an l1/2 penalty from its name. */
export const plugin: PenaltyPlugin = definePenalty({
  name: "lhalf",
  options,
  create: lhalf,
});
