import { tl1 } from "@proxkit/penalties-tl1";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exactly, minus, plus, sign, times } from "./dyadic.ts";

const ONE = exactly(1);

/**
 * Whether the nonzero minimiser is within `tolerance` of u, decided in exact arithmetic: the cubic
 * (y − X)y² + c, y = a + u, X = a + x, c = ta(a + 1), falls to y = 2X/3 and rises after it, and the
 * minimiser is where it rises through 0.
 */
function isWithin(tolerance: number, u: number, x: number, t: number, a: number): boolean {
  const X = plus(exactly(a), exactly(x));
  const c = times(exactly(t), exactly(a), plus(exactly(a), ONE));
  const y = plus(exactly(a), exactly(u));
  const rises = (at: typeof y) => sign(minus(times(exactly(3), at), times(exactly(2), X))) >= 0;
  const cubic = (at: typeof y) => sign(plus(times(minus(at, X), at, at), c));
  const above = plus(y, exactly(tolerance));
  const below = minus(y, exactly(tolerance));
  return rises(above) && cubic(above) >= 0 && (!rises(below) || cubic(below) <= 0);
}

const decades = (from: number, to: number) =>
  fc
    .tuple(fc.double({ min: 1, max: 10, noNaN: true }), fc.integer({ min: from, max: to }))
    .map(([x, e]) => x * 10 ** e);
const shapes = fc.oneof(decades(-3, 7), fc.constantFrom(1e-3, 0.01, 1, 100, 1e8));

function worstError(v: number, t: number, a: number): number {
  const u = tl1({ a }).scalar.prox(v, t);
  expect(Number.isNaN(u)).toBe(false);
  if (u === 0) return 0; // the threshold is held by its own test
  for (const units of [1, 2, 4, 8, 16])
    if (isWithin(units * 2 ** -52 * v, u, v, t, a)) return units;
  return Number.POSITIVE_INFINITY;
}

describe("tl1, against exact arithmetic", () => {
  it("is within 8 units of 2⁻⁵²·|v| for a from 1e-3 to 1e8 and |v| up to 1e150", () => {
    fc.assert(
      fc.property(shapes, decades(-150, 150), decades(-300, 2), (a, v, share) => {
        expect(worstError(v, v * Math.min(v, 1) * share, a)).toBeLessThanOrEqual(8);
      }),
      { numRuns: 2000 },
    );
  });

  it("is within 8 units near the threshold, below, at and above the critical t", () => {
    const ratios = fc.oneof(
      fc.constantFrom(1, 1 - 2 ** -52, 1 + 2 ** -52, 1 - 1e-9, 1 + 1e-9, 0.5, 2),
      decades(-6, 6),
    );
    const ulps = fc.oneof(fc.integer({ min: -4, max: 20 }), fc.integer({ min: 0, max: 1e9 }));
    fc.assert(
      fc.property(shapes, ratios, ulps, (a, ratio, n) => {
        const t = ((a * a) / (2 * (a + 1))) * ratio;
        const v = tl1({ a }).scalar.threshold(t) * (1 + n * 2 ** -52);
        expect(worstError(v, t, a)).toBeLessThanOrEqual(8);
      }),
      { numRuns: 5000 },
    );
  });

  it("puts the threshold where the two minimisers tie, to 4 units", () => {
    fc.assert(
      fc.property(shapes, decades(-100, 100), (a, t) => {
        const threshold = tl1({ a }).scalar.threshold(t);
        const tied = (by: number) => {
          const x = exactly(threshold * (1 + by * 2 ** -52));
          if (t <= (a * a) / (2 * (a + 1)))
            return sign(minus(times(x, exactly(a)), times(exactly(t), plus(exactly(a), ONE))));
          const half = plus(x, exactly(a / 2)); // (x + a/2)² = 2t(a + 1)
          return sign(
            minus(times(half, half), times(exactly(2), exactly(t), plus(exactly(a), ONE))),
          );
        };
        expect(tied(-4)).toBeLessThanOrEqual(0);
        expect(tied(4)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 2000 },
    );
  });
});
