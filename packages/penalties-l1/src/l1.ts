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
 * The l1 penalty, whose prox is soft thresholding.
 *
 *     P(w) = ‖w‖₁ = Σᵢ |wᵢ|
 *     prox(v, t)ᵢ = sign(vᵢ)·max(|vᵢ| − t, 0) = argmin_u t·|u| + ½ (u − vᵢ)²,   threshold t
 *
 * Convex. A tie does not arise: the minimiser is unique.
 *
 * @returns a separable penalty without parameters; its methods throw a RangeError if t is negative or NaN
 * @example
 * ```ts
 * import { l1 } from "@proxkit/penalties-l1";
 *
 * console.log(l1().prox(Float64Array.of(3, -0.5, -2), 1)); // Float64Array(3) [ 2, 0, -1 ]
 * ```
 * Source: Donoho, De-noising by soft-thresholding (1995); Dinh & Xin, Algorithm 1.
 */
export function l1(given: Readonly<Record<string, never>> = {}): SeparablePenalty {
  readOptions("l1", options, given);
  return separablePenalty({
    name: "l1",
    convex: true,
    value: Math.abs,
    prox,
    fill,
    total,
    threshold,
    conjugate: { value: (s) => (Math.abs(s) <= 1 ? 0 : Number.POSITIVE_INFINITY), steepest: 1 },
    kernel: (t) => ({ kind: "soft", threshold: t }),
  });
}

const threshold = (t: number): number => t;

function prox(v: number, t: number): number {
  if (Math.abs(v) <= t) return t === 0 ? v : 0;
  return v > 0 ? v - t : v + t; // NaN comes here, and stays NaN
}

/**
 * (|x| − t)·s with s = 1 above t, −1 below −t and 0 between: without branches, which random data mislead,
 * and in a loop of its own, which other penalties in the process do not slow.
 */
function fill(v: Float64Array, t: number, out: Float64Array): void {
  if (t > 0 && t < Number.POSITIVE_INFINITY)
    for (let i = 0; i < v.length; i++) {
      const x = v[i];
      out[i] = (Math.abs(x) - t) * (+(x > t) - +(x < -t)) + 0; // no −0; NaN and infinities stay what they are
    }
  else for (let i = 0; i < v.length; i++) out[i] = prox(v[i], t);
}

function total(w: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < w.length; i++) sum += Math.abs(w[i]);
  return sum;
}

/** How an application makes an l1 penalty from its name. */
export const plugin: PenaltyPlugin = definePenalty({
  name: "l1",
  options,
  create: l1,
});
