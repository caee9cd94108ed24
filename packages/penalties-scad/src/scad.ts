import {
  definePenalty,
  numberOptions,
  type PenaltyPlugin,
  productMinus,
  readOptions,
  type SeparablePenalty,
  separablePenalty,
} from "@proxkit/penalty";

const options = numberOptions({
  a: { default: 3.7, above: 1 },
  lambda: { default: 1, above: 0 },
});

export interface SCADOptions {
  /**
   * Where the penalty becomes flat, in units of λ; a > 1. Other packages ask for a > 2, because their
   * prox is for t = 1 < a − 1; this one is right for every t. Default: 3.7.
   */
  readonly a?: number | undefined;
  /**
   * Scale λ > 0: the slope at 0, and where the penalty begins to bend. To fit Fan & Li's SCAD (that of
   * ncvreg and skglm) give λ here and 1 to the solver. Default: 1.
   */
  readonly lambda?: number | undefined;
}

/**
 * The smoothly clipped absolute deviation (SCAD): l1 up to λ, then bending until it is flat from aλ on.
 *
 *     P(w) = Σᵢ p(wᵢ),   p(x) = λ|x|                            if |x| ≤ λ
 *                               λ|x| − (|x| − λ)²/(2(a − 1))    if λ < |x| ≤ aλ
 *                               (a + 1)λ²/2                     beyond
 *     prox(v, t)ᵢ = argmin_u t·p(u) + ½ (u − vᵢ)²
 *     threshold:  λt              if t ≤ a + 1
 *                 λ√(t(a + 1))    otherwise
 *
 * Above the threshold, with x = |v| and up to the sign of v, it is
 *
 *     x − λt·min(1, max(0, (λa − x)/(λ(a − 1 − t))))        if t < a − 1            (continuous)
 *     x − λt if x ≤ λ(a + 1 + t)/2, else x                  if a − 1 ≤ t < a + 1    (jumps by λt)
 *     x                                                     if a + 1 ≤ t            (hard thresholding)
 *
 * Weak convexity 1/(a − 1), whatever λ. Of two equal minimisers the smaller is taken, at the jump too.
 *
 * @returns a separable penalty with parameters a and lambda; its methods throw a RangeError if t is
 * negative or NaN
 * @throws PenaltyOptionsError if a is not a finite number above 1, or lambda not one above 0
 * @example
 * ```ts
 * import { scad } from "@proxkit/penalties-scad";
 *
 * const penalty = scad({ a: 3 });
 * console.log(penalty.value(Float64Array.of(1, -2, 9))); // 4.75
 * console.log(penalty.prox(Float64Array.of(1, 2, 2.5, 4), 1)); // Float64Array(4) [ 0, 1, 2, 4 ]
 * console.log(penalty.prox(Float64Array.of(3, 3.25, 3.5, 4), 3)); // Float64Array(4) [ 0, 0.25, 0.5, 4 ]
 * ```
 * Source: Fan & Li, Variable selection via nonconcave penalized likelihood (2001), equation 2.7; the
 * prox for every t is derived in the README.
 */
export function scad(given: SCADOptions = {}): SeparablePenalty {
  const { a, lambda } = readOptions("scad", options, given);
  const knot = Math.min(a * lambda, Number.MAX_VALUE);

  function value(x: number): number {
    const size = Math.min(Math.abs(x), knot);
    const bent = Math.max(0, size - lambda);
    return lambda * (size - bent * (bent / (a - 1) / lambda / 2));
  }

  function threshold(t: number): number {
    if (t > a + 1) return lambda * geometricMean(t, a + 1);
    const product = lambda * t;
    // rounded down, so that a v between λt and the double above it keeps its small image
    return productMinus(lambda, t, product) < 0 ? product * (1 - 2 ** -53) : product;
  }

  /** How much of λt the prox takes from an x above the threshold: p'(u)/λ. */
  function share(x: number, t: number): number {
    const gap = t < 1 ? a - 1 - t : a - t - 1; // one rounding, whatever the sizes
    if (gap > 0) return Math.min(1, Math.max(0, productMinus(a, lambda, x) / lambda / gap));
    return t < a + 1 && x <= lambda * ((a + 1) / 2 + t / 2) ? 1 : 0;
  }

  function prox(v: number, t: number): number {
    const x = Math.abs(v);
    if (x <= threshold(t)) return t === 0 ? v : 0;
    if (t === 0 || !(x < Number.POSITIVE_INFINITY)) return v; // NaN comes here, and stays NaN
    const s = share(x, t);
    if (s === 0) return v;
    const u = s === 1 ? -productMinus(lambda, t, x) : x - s * (lambda * t);
    return v < 0 ? -u : u;
  }

  return separablePenalty({
    name: "scad",
    parameters: { a, lambda },
    convex: false,
    weakConvexity: 1 / (a - 1),
    value,
    prox,
    threshold,
  });
}

/** √(ab), also where ab is out of range. */
function geometricMean(a: number, b: number): number {
  const product = a * b;
  return product < Number.POSITIVE_INFINITY ? Math.sqrt(product) : Math.sqrt(a) * Math.sqrt(b);
}

/** How an application makes a SCAD penalty from its name. */
export const plugin: PenaltyPlugin = definePenalty({
  name: "scad",
  options,
  create: scad,
});
