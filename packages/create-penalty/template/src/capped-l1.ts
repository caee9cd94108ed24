import {
  definePenalty,
  numberOptions,
  type PenaltyPlugin,
  readOptions,
  type SeparablePenalty,
  separablePenalty,
} from "@proxkit/penalty";

const options = numberOptions({ c: { default: 1, above: 0 } });

export interface CappedL1Options {
  /** Where the penalty stops growing, c > 0. Default: 1. */
  readonly c?: number | undefined;
}

/**
 * The capped l1 penalty: l1 for small weights, constant for large ones, which it does not shrink.
 *
 *     P(w) = Σᵢ p(wᵢ),   p(x) = min(|x|, c)
 *     prox(v, t)ᵢ = argmin_u  t·p(u) + ½ (u − vᵢ)²
 *
 * Derivation, for v ≥ 0 (p is even, so the prox is odd). t·p is the smaller of t|u| and tc, so the minimum is
 * the smaller of two that are known:
 *
 *     with t|u|:  at u = max(v − t, 0), costing ½v² if v ≤ t, else tv − ½t²
 *     with tc:    at u = v, costing tc
 *
 * v itself wins where tc is less: if v ≤ t, for v > √(2tc); else for v > c + t/2. Hence
 *
 *     t ≤ 2c:  0 up to t, then v − t up to c + t/2, then v     (it jumps, by t)
 *     t > 2c:  0 up to √(2tc), then v                          (as c + t/2 < t, v − t never wins)
 *
 * and the threshold is t or √(2tc), whichever is less. Where two minimisers tie, the smaller is taken. The
 * kink at c is concave, so P + ρ/2 ‖·‖² is convex for no ρ.
 *
 * @returns a separable penalty with parameter c; its methods throw a RangeError if t is negative or NaN
 * @throws PenaltyOptionsError if c is not a finite number above 0
 * Source: Zhang, Analysis of multi-stage convex relaxation for sparse regularization (2010).
 */
export function cappedL1(given: CappedL1Options = {}): SeparablePenalty {
  const { c } = readOptions("capped-l1", options, given);

  function value(x: number): number {
    return Math.min(Math.abs(x), c);
  }

  function threshold(t: number): number {
    return t <= 2 * c ? t : Math.sqrt(2 * c) * Math.sqrt(t); // √(2tc), where 2tc may overflow
  }

  function prox(v: number, t: number): number {
    const x = Math.abs(v);
    if (x <= threshold(t)) return t === 0 ? v : 0;
    if (t <= 2 * c && x <= c + t / 2) return v > 0 ? v - t : v + t;
    return v; // NaN comes here, and stays NaN
  }

  return separablePenalty({
    name: "capped-l1",
    parameters: { c },
    convex: false,
    weakConvexity: Number.POSITIVE_INFINITY,
    value,
    prox,
    threshold,
  });
}

/** How an application makes a capped l1 penalty from its name. */
export const plugin: PenaltyPlugin = definePenalty({
  name: "capped-l1",
  options,
  create: cappedL1,
});
