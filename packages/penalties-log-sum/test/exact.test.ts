import { logSum } from "@proxkit/penalties-log-sum";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aboutOne, decades } from "../../penalties-mcp/test/arbitraries.ts";
import {
  compare,
  fraction,
  minus,
  over,
  plus,
  times,
  ZERO,
} from "../../penalties-mcp/test/fraction.ts";
import { logarithm, multiply, squareRoot, toFixed, UNIT } from "./fixed-point.ts";

/**
 * Whether the larger root of (y + ε)(y − x) + t is within `tolerance` of u, in exact arithmetic: the
 * quadratic rises through 0 there. Where rounding of x left no root, its lowest point stands for it.
 */
function isWithin(tolerance: number, u: number, x: number, t: number, epsilon: number): boolean {
  const [X, T, e] = [fraction(x), fraction(t), fraction(epsilon)];
  const above = plus(fraction(u), fraction(tolerance));
  const below = minus(fraction(u), fraction(tolerance));
  const quadratic = (y: typeof X) => compare(plus(times(plus(y, e), minus(y, X)), T), ZERO);
  const rises = (y: typeof X) => compare(times(fraction(2), y), minus(X, e)) >= 0;
  return rises(above) && quadratic(above) >= 0 && (!rises(below) || quadratic(below) <= 0);
}

/**
 * The sign of the objective at 0 minus that at the other minimiser, with 90 digits and in units of ε:
 * negative where 0 is the better one, or the only one.
 */
function preference(x: number, t: number, epsilon: number): number {
  const X = toFixed(over(fraction(x), fraction(epsilon)));
  const T = toFixed(over(fraction(t), times(fraction(epsilon), fraction(epsilon))));
  const D = multiply(X + UNIT, X + UNIT) - 4n * T;
  if (D < 0n) return -1;
  const u = (X - UNIT + squareRoot(D)) / 2n;
  if (u <= 0n) return -1;
  const gain = multiply(u, X) - multiply(u, u) / 2n - multiply(T, logarithm(UNIT + u));
  return gain > 0n ? 1 : gain < 0n ? -1 : 0;
}

const shapes = fc.oneof(decades(-6, 6), fc.constantFrom(0.1, 1, 3));

describe("log-sum, against exact arithmetic", () => {
  it("is within 2 units of 2⁻⁵²·|v| above the threshold, near the critical t and far from it", () => {
    fc.assert(
      fc.property(shapes, aboutOne, aboutOne, (epsilon, ofCritical, ofThreshold) => {
        const { prox, threshold } = logSum({ epsilon }).scalar;
        const t = epsilon * epsilon * ofCritical;
        const v = threshold(t) * ofThreshold;
        const u = prox(v, t);
        if (v <= threshold(t)) expect(u).toBe(0);
        else expect(isWithin(2 * 2 ** -52 * v, u, v, t, epsilon)).toBe(true);
      }),
      { numRuns: 4000 },
    );
  });

  it("is within 2 units for |v| from 1e-150 to 1e150 and any t", () => {
    fc.assert(
      fc.property(shapes, decades(-150, 150), decades(-300, 1), (epsilon, v, share) => {
        const t = v * Math.min(v, 1) * share;
        const { prox, threshold } = logSum({ epsilon }).scalar;
        const u = prox(v, t);
        if (v <= threshold(t)) expect(u).toBe(0);
        else expect(isWithin(2 * 2 ** -52 * v, u, v, t, epsilon)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    { epsilon: 1, v: 1.7e308, t: 1e300 },
    { epsilon: 1e-300, v: 1e200, t: 1e300 },
    { epsilon: 1e200, v: 3e-150, t: 1e50 },
    { epsilon: 1e160, v: 2e155, t: 1e307 },
    { epsilon: 0.3, v: 1e-310, t: 1e-311 },
    { epsilon: 1e-160, v: 1e-160, t: 1e-322 },
  ])("is within 2 units for ε = $epsilon, v = $v, t = $t", ({ epsilon, v, t }) => {
    const { prox, threshold } = logSum({ epsilon }).scalar;
    expect(threshold(t)).toBeLessThan(v);
    expect(isWithin(Math.max(5e-324, 2 * 2 ** -52 * v), prox(v, t), v, t, epsilon)).toBe(true);
  });

  it("leaves v where t is too small to be seen", () => {
    fc.assert(
      fc.property(shapes, decades(-3, 3), (epsilon, v) => {
        expect(logSum({ epsilon }).scalar.prox(v, 1e-40)).toBe(v);
      }),
    );
  });

  it("keeps all digits of small images below the critical t, within 8 units of their own", () => {
    fc.assert(
      fc.property(shapes, decades(-16, -1), decades(-15, 0), (epsilon, gap, by) => {
        const { prox, threshold } = logSum({ epsilon }).scalar;
        const t = epsilon * epsilon * (1 - gap);
        const v = threshold(t) * (1 + by);
        const u = prox(v, t);
        expect(isWithin(8 * 2 ** -52 * u, u, v, t, epsilon)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("has up to the critical t the largest double that is not above t/ε as its threshold", () => {
    fc.assert(
      fc.property(shapes, decades(-17, -1), (epsilon, by) => {
        for (const t of [epsilon * epsilon * by, epsilon * epsilon * (1 - by / 2)]) {
          const threshold = logSum({ epsilon }).scalar.threshold(t);
          const slope = (x: number) => compare(times(fraction(x), fraction(epsilon)), fraction(t));
          expect(slope(threshold)).toBeLessThanOrEqual(0);
          expect(slope(threshold * (1 + 2 ** -52))).toBe(1);
        }
      }),
    );
  });

  it("has beyond the critical t the threshold at which the two minimisers tie, to 4 units", () => {
    fc.assert(
      fc.property(
        shapes,
        fc.oneof(
          decades(-15, 0).map((by) => 1 + by),
          decades(0, 280),
          fc.constantFrom(1 + 2 ** -52, 16, 1e39, 1e40, 1e41),
        ),
        (epsilon, ratio) => {
          const t = epsilon * epsilon * ratio;
          const threshold = logSum({ epsilon }).scalar.threshold(t);
          expect(preference(threshold * (1 - 4 * 2 ** -52), t, epsilon)).toBe(-1);
          expect(preference(threshold * (1 + 4 * 2 ** -52), t, epsilon)).toBe(1);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each([
    [1e-200, 1e200],
    [5e-324, Number.MAX_VALUE],
    [5e-324, 1e-300],
    [1e100, 1e300],
  ])("has that threshold for ε = %d and t = %d, too", (epsilon, t) => {
    const threshold = logSum({ epsilon }).scalar.threshold(t);
    expect(preference(threshold * (1 - 4 * 2 ** -52), t, epsilon)).toBe(-1);
    expect(preference(threshold * (1 + 4 * 2 ** -52), t, epsilon)).toBe(1);
  });
});
