import {
  definePenalty,
  numberOptions,
  type PenaltyPlugin,
  readOptions,
  type SeparablePenalty,
  separablePenalty,
} from "@proxkit/penalty";

const options = numberOptions({ ratio: { default: 0.5, atLeast: 0, atMost: 1 } });

export interface ElasticNetOptions {
  /** The share of the l1 part, 0 ≤ ratio ≤ 1: at 1 it is l1, at 0 ridge. Default: 0.5. */
  readonly ratio?: number | undefined;
}

/**
 * The elastic net, a mixture of l1 and the squared norm: convex, and strictly so unless ratio = 1.
 *
 *     P(w) = ratio ‖w‖₁ + (1 − ratio)/2 ‖w‖²
 *     prox(v, t)ᵢ = sign(vᵢ)·max(|vᵢ| − t·ratio, 0) / (1 + t(1 − ratio)),   threshold t·ratio
 *
 * The ratio is scikit-learn's l1_ratio and glmnet's alpha; mind the ½ on the square. A tie does not
 * arise: the minimiser is unique. The prox is within 4·2⁻⁵³·|v| of it.
 *
 * @returns a separable penalty with parameter ratio; its methods throw a RangeError if t is negative or NaN
 * @throws PenaltyOptionsError if ratio is not a number from 0 to 1
 * @example
 * ```ts
 * import { elasticNet } from "@proxkit/penalties-elastic-net";
 *
 * const penalty = elasticNet({ ratio: 0.5 });
 * console.log(penalty.value(Float64Array.of(1, -2))); // 2.75
 * console.log(penalty.prox(Float64Array.of(5, -1), 2)); // Float64Array(2) [ 2, 0 ]
 * ```
 * Source: Zou & Hastie (2005); the scaling is that of Friedman, Hastie & Tibshirani (2010), eq. (2).
 */
export function elasticNet(given: ElasticNetOptions = {}): SeparablePenalty {
  const { ratio } = readOptions("elastic-net", options, given);
  const rest = 1 - ratio;

  function value(x: number): number {
    const size = Math.abs(x);
    if (size === Number.POSITIVE_INFINITY) return size; // 0·∞ is no part of it
    return ratio * size + (rest / 2) * size * size;
  }

  function threshold(t: number): number {
    return t === Number.POSITIVE_INFINITY ? t : t * ratio; // for ratio = 0 too
  }

  function prox(v: number, t: number): number {
    const cut = threshold(t);
    if (Math.abs(v) <= cut) return t === 0 ? v : 0;
    const shrunk = v > 0 ? v - cut : v + cut; // NaN comes here, and stays NaN
    return shrunk / (1 + t * rest) + 0; // + 0: no −0 where it underflows
  }

  /** (|s| − ratio)₊²/(2(1 − ratio)), and for ratio = 1 that of l1. */
  function conjugate(s: number): number {
    const beyond = Math.max(0, Math.abs(s) - ratio);
    if (beyond === 0) return 0;
    return rest > 0 ? (beyond * beyond) / (2 * rest) : Number.POSITIVE_INFINITY;
  }

  return separablePenalty({
    name: "elastic-net",
    parameters: { ratio },
    convex: true,
    value,
    prox,
    threshold,
    kernel: (t) => ({ kind: "soft", threshold: threshold(t), divisor: 1 + t * rest }),
    conjugate: { value: conjugate, steepest: rest > 0 ? Number.POSITIVE_INFINITY : 1 },
  });
}

/** How an application makes an elastic net from its name. */
export const plugin: PenaltyPlugin = definePenalty({
  name: "elastic-net",
  options,
  create: elasticNet,
});
