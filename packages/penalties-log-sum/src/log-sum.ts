import {
  definePenalty,
  numberOptions,
  type PenaltyPlugin,
  productMinus,
  readOptions,
  type SeparablePenalty,
  separablePenalty,
} from "@proxkit/penalty";
import { stationaryPoint } from "./stationary-point.ts";
import { tieThreshold } from "./tie-threshold.ts";

const options = numberOptions({ epsilon: { default: 1, above: 0 } });

export interface LogSumOptions {
  /** Scale of the weights, ε > 0: the slope at 0 is 1/ε; near 0 the penalty is like a count. Default: 1. */
  readonly epsilon?: number | undefined;
}

/**
 * The log-sum penalty, of which reweighted l1 is the majorisation.
 *
 *     P(w) = Σᵢ log(1 + |wᵢ|/ε)
 *     prox(v, t)ᵢ = argmin_u t·log(1 + |u|/ε) + ½ (u − vᵢ)²
 *     threshold:  t/ε                          if t ≤ ε²   (continuous)
 *                 where both minimisers tie    otherwise   (jumps; between 2√t − ε and t/ε)
 *
 * Above the threshold, with x = |v|, the prox is the larger root of (u + ε)(u − x) + t. Weak convexity
 * 1/ε². Where 0 and the other minimiser tie, 0 is taken. The tie has no closed form: it is found by
 * Newton's method, once for each t that is not the last one.
 *
 * @returns a separable penalty with parameter epsilon; its methods throw a RangeError if t is negative
 * or NaN
 * @throws PenaltyOptionsError if epsilon is not a finite number above 0
 * @example
 * ```ts
 * import { logSum } from "@proxkit/penalties-log-sum";
 *
 * const penalty = logSum({ epsilon: 0.5 });
 * console.log(penalty.value(Float64Array.of(0.5, -1.5))); // 2.0794415416798357
 * console.log(penalty.scalar.threshold(0.125)); // 0.25
 * console.log(penalty.prox(Float64Array.of(2.5, -4), 2)); // Float64Array(2) [ 0, -3.5 ]
 * ```
 * Source: Candès, Wakin & Boyd, Enhancing sparsity by reweighted l1 minimization (2008), section 2.2;
 * Prater-Bennette, Shen & Tripp, The proximity operator of the log-sum penalty (2022), equation 1.
 */
export function logSum(given: LogSumOptions = {}): SeparablePenalty {
  const { epsilon } = readOptions("log-sum", options, given);
  let lastStep = 0;
  let lastThreshold = 0;

  function value(x: number): number {
    const size = Math.abs(x);
    const ratio = size / epsilon;
    if (ratio < Number.POSITIVE_INFINITY) return Math.log1p(ratio);
    return Math.log(size) - Math.log(epsilon); // NaN comes here, and stays NaN
  }

  function threshold(t: number): number {
    if (t > epsilon * epsilon) return tieThreshold(t, epsilon);
    const quotient = t / epsilon;
    // rounded down, so that a v between t/ε and the double above it keeps its image
    return productMinus(epsilon, quotient, t) > 0 ? quotient * (1 - 2 ** -53) : quotient;
  }

  function prox(v: number, t: number): number {
    if (t !== lastStep) {
      lastThreshold = threshold(t);
      lastStep = t;
    }
    const x = Math.abs(v);
    if (x <= lastThreshold) return t === 0 ? v : 0;
    if (t === 0 || !(x < Number.POSITIVE_INFINITY)) return v; // NaN comes here, and stays NaN
    const u = stationaryPoint(x, t, epsilon);
    return v < 0 ? -u : u;
  }

  return separablePenalty({
    name: "log-sum",
    parameters: { epsilon },
    convex: false,
    weakConvexity: 1 / epsilon / epsilon,
    value,
    prox,
    threshold,
  });
}

/** How an application makes a log-sum penalty from its name. */
export const plugin: PenaltyPlugin = definePenalty({
  name: "log-sum",
  options,
  create: logSum,
});
