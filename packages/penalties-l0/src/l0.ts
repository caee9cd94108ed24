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
 * The l0 penalty, the number of nonzeros, whose prox is hard thresholding.
 *
 *     P(w) = ‖w‖₀ = #{i : wᵢ ≠ 0}
 *     prox(v, t)ᵢ = vᵢ if |vᵢ| > √(2t), else 0 = argmin_u t·[u ≠ 0] + ½ (u − vᵢ)²
 *
 * The threshold is √(2t), not t: Lemma 5.2.2 as printed is off, section 5.3 has it right. At
 * |vᵢ| = √(2t) both 0 and vᵢ are minimisers, and 0 is taken.
 *
 * @returns a separable penalty without parameters; its methods throw a RangeError if t is negative or NaN
 * @example
 * ```ts
 * import { l0 } from "@proxkit/penalties-l0";
 *
 * console.log(l0().prox(Float64Array.of(3, -1.5, -1), 1)); // Float64Array(3) [ 3, -1.5, 0 ]
 * ```
 * Source: Blumensath & Davies (2008); Dinh & Xin, section 5.3.
 */
export function l0(given: Readonly<Record<string, never>> = {}): SeparablePenalty {
  readOptions("l0", options, given);
  return separablePenalty({
    name: "l0",
    convex: false,
    value,
    prox,
    fill,
    total,
    threshold,
    kernel: (t) => ({ kind: "hard", threshold: threshold(t) }),
  });
}

function value(x: number): number {
  if (x === 0) return 0;
  return Number.isNaN(x) ? x : 1;
}

/** √(2t), for huge t too, where 2t would overflow. */
function threshold(t: number): number {
  return t < 1 ? Math.sqrt(2 * t) : 2 * Math.sqrt(t / 2);
}

function prox(v: number, t: number): number {
  if (Math.abs(v) <= threshold(t)) return t === 0 ? v : 0;
  return v; // NaN comes here, and stays NaN
}

/**
 * x times 1 above the threshold and 0 below: without branches, which random data mislead, and in a loop of
 * its own, which other penalties in the process do not slow.
 */
function fill(v: Float64Array, t: number, out: Float64Array): void {
  const limit = threshold(t);
  if (t > 0 && limit < Number.POSITIVE_INFINITY)
    for (let i = 0; i < v.length; i++) out[i] = v[i] * +(Math.abs(v[i]) > limit) + 0; // no −0
  else for (let i = 0; i < v.length; i++) out[i] = prox(v[i], t);
}

function total(w: Float64Array): number {
  let count = 0;
  for (let i = 0; i < w.length; i++) {
    if (Number.isNaN(w[i])) return w[i];
    if (w[i] !== 0) count++;
  }
  return count;
}

/** How an application makes an l0 penalty from its name. */
export const plugin: PenaltyPlugin = definePenalty({
  name: "l0",
  options,
  create: l0,
});
