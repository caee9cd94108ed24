import { elasticNet } from "@proxkit/penalties-elastic-net";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Dyadic, exactly, minus, plus, sign, times } from "../../penalties-tl1/test/dyadic.ts";

const ONE = exactly(1);
const magnitude = (x: Dyadic): Dyadic => (sign(x) < 0 ? { m: -x.m, e: x.e } : x);
const isAtMost = (x: Dyadic, y: Dyadic) => sign(minus(y, x)) >= 0;

/**
 * Whether u is within `tolerance`·v of the minimiser of t(r|u| + (1 − r)/2 u²) + ½ (u − v)², v > 0, in exact
 * arithmetic: there t·r + t(1 − r)u + u − v = 0, or u = 0 if v ≤ t·r.
 */
function isWithin(tolerance: number, u: number, v: number, t: number, r: number): boolean {
  const V = exactly(v);
  const T = exactly(t);
  const slope = plus(ONE, times(T, minus(ONE, exactly(r))));
  const rest = minus(V, times(T, exactly(r)));
  const error = sign(rest) > 0 ? minus(times(exactly(u), slope), rest) : times(exactly(u), slope);
  return isAtMost(magnitude(error), times(exactly(tolerance), V, slope));
}

const decades = (from: number, to: number) =>
  fc
    .tuple(fc.double({ min: 1, max: 10, noNaN: true }), fc.integer({ min: from, max: to }))
    .map(([x, e]) => x * 10 ** e);
const ratio = fc.oneof(
  fc.integer({ min: 0, max: 1e9 }).map((n) => n / 1e9),
  decades(-20, -2),
);

describe("elasticNet, against exact arithmetic", () => {
  it("is within 4 units of 2⁻⁵³·|v|, for t and |v| over 240 decades", () => {
    fc.assert(
      fc.property(ratio, decades(-120, 120), decades(-120, 120), (r, v, t) => {
        const u = elasticNet({ ratio: r }).scalar.prox(v, t);
        expect(isWithin(4 * 2 ** -53, u, v, t, r)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("is within 4 units where the difference cancels", () => {
    const near = fc.oneof(fc.integer({ min: -4, max: 20 }), fc.integer({ min: 0, max: 1e15 }));
    fc.assert(
      fc.property(ratio, decades(-12, 12), near, (r, t, n) => {
        const v = t * r * (1 + n * 2 ** -52);
        fc.pre(v > 1e-300);
        const u = elasticNet({ ratio: r }).scalar.prox(v, t);
        expect(isWithin(4 * 2 ** -53, u, v, t, r)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("has a value within 4 units of its own size", () => {
    fc.assert(
      fc.property(ratio, decades(-100, 100), (r, x) => {
        const X = exactly(x);
        const twice = plus(
          times(exactly(2 * r), X),
          times(minus(ONE, exactly(r)), X, X), // 2P
        );
        const error = minus(
          times(exactly(2), exactly(elasticNet({ ratio: r }).scalar.value(x))),
          twice,
        );
        expect(isAtMost(magnitude(error), times(exactly(4 * 2 ** -53), twice))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
