import {
  definePenalty,
  type PenaltyPlugin,
  readOptions,
  type SeparablePenalty,
  separablePenalty,
} from "@proxkit/penalty";
import { fillWith } from "./fill.ts";
import { options, type TL1Options } from "./options.ts";
import { proxAt } from "./prox-at.ts";
import { thresholdOf } from "./threshold-of.ts";
import { stepFrom, type TL1Step } from "./tl1-step.ts";

export type { TL1Options };

/**
 * The transformed l1 penalty, between l0 (a → 0) and l1 (a → ∞).
 *
 *     P(w) = Σᵢ ρ(wᵢ),   ρ(x) = (a + 1)|x| / (a + |x|)
 *     prox(v, t)ᵢ = argmin_u t·ρ(u) + ½ (u − vᵢ)²
 *     threshold:  t(a + 1)/a            if t ≤ a²/(2(a + 1))   (sub-critical: continuous)
 *                 √(2t(a + 1)) − a/2    otherwise              (super-critical: jumps)
 *
 * Weak convexity 2(a + 1)/a². At the super-critical threshold 0 and the other minimiser tie, and 0 is
 * taken. The prox is within 4·2⁻⁵²·|v| of the exact minimiser, which the cosine form as printed is not.
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
  const threshold = thresholdOf(a);

  function value(x: number): number {
    const size = Math.abs(x);
    return size === Number.POSITIVE_INFINITY ? a + 1 : ((a + 1) / (a + size)) * size;
  }

  function total(w: Float64Array): number {
    let sum = 0;
    for (let i = 0; i < w.length; i++) sum += value(w[i]);
    return sum;
  }

  let last = stepFrom(0, a, 0);

  /** The constants of t, found again only if the last t was another. */
  function at(t: number): TL1Step {
    if (t !== last.t) last = stepFrom(t, a, threshold(t));
    return last;
  }

  return separablePenalty({
    name: "tl1",
    parameters: { a },
    convex: false,
    weakConvexity: (2 / a) * ((a + 1) / a),
    value,
    total,
    prox: (v, t) => proxAt(at(t), v),
    fill: (v, t, out) => fillWith(at(t), v, out),
    threshold,
    kernel: (t) => ({ kind: "tl1", shape: a, step: stepFrom(t, a, threshold(t)) }),
  });
}

/** How an application makes a TL1 penalty from its name. */
export const plugin: PenaltyPlugin = definePenalty({
  name: "tl1",
  options,
  create: tl1,
});
