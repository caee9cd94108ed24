import {
  definePenalty,
  numberOptions,
  type PenaltyPlugin,
  readOptions,
  type SeparablePenalty,
  separablePenalty,
} from "@proxkit/penalty";
import { minimiser } from "./minimiser.ts";

const options = numberOptions({ a: { default: 1, above: 0 } });

export interface TL1Options {
  /** Shape, a > 0: near 0 the penalty is like l0, for large a like l1. Default: 1. */
  readonly a?: number | undefined;
}

/**
 * The transformed l1 penalty, between l0 (a → 0) and l1 (a → ∞).
 *
 *     P(w) = Σᵢ ρ(wᵢ),   ρ(x) = (a + 1)|x| / (a + |x|)
 *     prox(v, t)ᵢ = argmin_u t·ρ(u) + ½ (u − vᵢ)²
 *     threshold:  t(a + 1)/a            if t ≤ a²/(2(a + 1))   (sub-critical: continuous)
 *                 √(2t(a + 1)) − a/2    otherwise              (super-critical: jumps)
 *
 * Weak convexity 2(a + 1)/a². At the super-critical threshold 0 and the other minimiser tie, and 0 is
 * taken. The prox is within 2e-15·|v| of the exact minimiser, which the cosine form as printed is not.
 *
 * @returns a separable penalty with parameter a; its methods throw a RangeError if t is negative or NaN
 * @throws PenaltyOptionsError if a is not a finite number above 0
 * @example
 * ```ts
 * import { tl1 } from "@proxkit/penalties-tl1";
 *
 * const penalty = tl1({ a: 1 });
 * console.log(penalty.value(Float64Array.of(1, -3))); // 2.5
 * console.log(penalty.scalar.threshold(0.25)); // 0.5
 * console.log(penalty.prox(Float64Array.of(0.5, 2), 0.25)); // Float64Array(2) [ 0, 1.9422418509696662 ]
 * ```
 * Source: Dinh & Xin, Definition 1 and Lemma 5.2.1; Zhang & Xin (2017).
 */
export function tl1(given: TL1Options = {}): SeparablePenalty {
  const { a } = readOptions("tl1", options, given);
  const critical = (a / 2) * (a / (a + 1)); // a²/(2(a + 1)), without the overflow of a²

  function value(x: number): number {
    const size = Math.abs(x);
    return size === Number.POSITIVE_INFINITY ? a + 1 : ((a + 1) / (a + size)) * size;
  }

  function total(w: Float64Array): number {
    let sum = 0;
    for (let i = 0; i < w.length; i++) sum += value(w[i]);
    return sum;
  }

  function threshold(t: number): number {
    if (t <= critical) return t * ((a + 1) / a);
    const product = 2 * t * (a + 1);
    const root =
      product < Number.POSITIVE_INFINITY
        ? Math.sqrt(product)
        : Math.SQRT2 * Math.sqrt(t) * Math.sqrt(a + 1);
    return root - a / 2;
  }

  function prox(v: number, t: number): number {
    const x = Math.abs(v);
    if (x <= threshold(t)) return t === 0 ? v : 0;
    if (t === 0 || !(x < Number.POSITIVE_INFINITY)) return v; // NaN comes here, and stays NaN
    const u = minimiser(x, t, a);
    return v < 0 ? 0 - u : u; // +0 where rounding makes u 0
  }

  return separablePenalty({
    name: "tl1",
    parameters: { a },
    convex: false,
    weakConvexity: (2 / a) * ((a + 1) / a),
    value,
    total,
    prox,
    threshold,
  });
}

/** How an application makes a TL1 penalty from its name. */
export const plugin: PenaltyPlugin = definePenalty({
  name: "tl1",
  options,
  create: tl1,
});
