import {
  definePenalty,
  type Json,
  type PenaltyPlugin,
  readOptions,
  type SeparablePenalty,
  separablePenalty,
} from "@proxkit/penalty";
import { type BoxOptions, boxOptions, type CheckedOptions } from "./box-options.ts";
import { leastUpTo } from "./least-up-to.ts";
import { isStraightUpTo } from "./shape.ts";

/**
 * Bounds on each coordinate, alone or on top of another penalty.
 *
 *     P(w) = Σᵢ p(wᵢ) if lower ≤ wᵢ ≤ upper for all i, else Infinity;   p = 0 by default
 *     prox(v, t)ᵢ = argmin t·p(u) + ½ (u − vᵢ)² over lower ≤ u ≤ upper
 *
 * It is the nearest point of the box where p = 0, and the nearest to p's own prox where t·p(u) + ½ u² is
 * convex; elsewhere 0, a bound and what is between are compared. As for every penalty, t = 0 is the
 * identity: it lifts the bounds. The weak convexity is that of p, an upper bound of the smallest; but where p is
 * straight up to the bounds, as SCAD is up to λ, P is convex.
 *
 * The threshold is the largest τ for which prox sends all of −τ ≤ v ≤ τ to 0, and −Infinity if 0 is out of
 * bounds.
 *
 * @returns a separable penalty named "box"; its methods throw a RangeError if t is negative or NaN
 * @throws PenaltyOptionsError if lower > upper, or the penalty does not fit: see {@link BoxOptions}
 * @example
 * ```ts
 * import { box } from "@proxkit/penalties-box";
 * import { l1 } from "@proxkit/penalties-l1";
 *
 * const v = Float64Array.of(-3, 0.5, 5);
 * console.log(box({ lower: -1, upper: 2 }).prox(v, 1)); // Float64Array(3) [ -1, 0.5, 2 ]
 * console.log(box({ lower: -1, upper: 2, penalty: l1() }).prox(v, 1)); // Float64Array(3) [ -1, 0, 2 ]
 * console.log(box().value(v)); // Infinity
 * ```
 * Source: Parikh & Boyd, Proximal Algorithms (2014), section 6.4; for p that is not convex, least-up-to.ts.
 */
export function box(given: BoxOptions = {}): SeparablePenalty {
  const options = readOptions("box", boxOptions, given) as CheckedOptions;
  const { lower, upper, penalty = free } = options;
  const p = penalty.scalar;
  const convex = penalty.traits.convex || lower === upper;
  const weakConvexity = convex ? 0 : penalty.traits.weakConvexity;
  const straight = isStraightUpTo(p.value, Math.max(-lower, upper));

  function value(x: number): number {
    return x < lower || x > upper ? Number.POSITIVE_INFINITY : p.value(x);
  }

  function prox(v: number, t: number): number {
    if (t === 0) return v;
    const u = p.prox(v, t); // of the sign of v, and no larger
    if (u < lower) return -within(-lower, -v, t) + 0;
    return (u > upper ? within(upper, v, t) : u) + 0; // NaN comes here, and stays NaN; + 0: no −0
  }

  /** The prox at v where it would be beyond h, a bound. */
  function within(h: number, v: number, t: number): number {
    const isConvex = t * weakConvexity <= 1 || convex;
    return isConvex || h === 0 || v === Number.POSITIVE_INFINITY ? h : leastUpTo(h, p.value, v, t);
  }

  function threshold(t: number): number {
    if (t === 0) return 0;
    if (lower > 0 || upper < 0) return Number.NEGATIVE_INFINITY;
    return Math.min(thresholdWithin(upper, t), thresholdWithin(-lower, t));
  }

  /** The largest v ≥ 0 that goes to 0 where h is the bound on its side. */
  function thresholdWithin(h: number, t: number): number {
    let known = p.threshold(t);
    if (h === 0) return Number.POSITIVE_INFINITY;
    if (h === Number.POSITIVE_INFINITY || convex || t * weakConvexity <= 1) return known;
    // From t·p(h)/h + h/2 on, h is better than 0.
    let beyond = ((t / h) * p.value(h) + h / 2) * (1 + 1e-9);
    for (;;) {
      const v = known + (beyond - known) / 2;
      if (!(v > known && v < beyond)) return known;
      const u = p.prox(v, t);
      if ((u > h ? within(h, v, t) : u) === 0) known = v;
      else beyond = v;
    }
  }

  return separablePenalty({
    name: "box",
    parameters: told(options),
    convex: convex || straight,
    weakConvexity: straight ? 0 : weakConvexity,
    value,
    prox,
    threshold,
  });
}

/** p = 0. */
const free: SeparablePenalty = separablePenalty({
  name: "free",
  convex: true,
  value: (x) => (Number.isNaN(x) ? x : 0),
  prox: (v) => v,
  threshold: () => 0,
});

/** The options as JSON, which has no Infinity. */
function told({ lower, upper, penalty }: CheckedOptions): Record<string, Json> {
  return {
    lower: Number.isFinite(lower) ? lower : null,
    upper: Number.isFinite(upper) ? upper : null,
    ...(penalty && { penalty: { name: penalty.name, parameters: penalty.parameters } }),
  };
}

/** How an application makes bounds from their name. */
export const plugin: PenaltyPlugin = definePenalty({
  name: "box",
  options: boxOptions,
  create: (options) => box(options as BoxOptions),
});
