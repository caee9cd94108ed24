import { lhalf } from "@proxkit/penalties-lhalf";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aboutOne, decades } from "../../penalties-mcp/test/arbitraries.ts";
import { compare, fraction, minus, plus, times } from "../../penalties-mcp/test/fraction.ts";

const { prox, threshold } = lhalf().scalar;

/**
 * Whether the nonzero minimiser is within `tolerance` of u, decided in exact arithmetic: it is where
 * the derivative t/(2√y) + y − x vanishes, so where 4y(x − y)² comes down to t², between x/3 and x.
 */
function isWithin(tolerance: number, u: number, x: number, t: number): boolean {
  const X = fraction(x);
  const T = fraction(t);
  const above = plus(fraction(u), fraction(tolerance));
  const below = minus(fraction(u), fraction(tolerance));
  const atLeastT = (y: typeof X) =>
    compare(times(fraction(4), y, minus(X, y), minus(X, y)), times(T, T)) >= 0;
  const falling = (y: typeof X) => compare(times(fraction(3), y), X) > 0;
  return (
    falling(above) &&
    (compare(above, X) >= 0 || !atLeastT(above)) &&
    (!falling(below) || (compare(below, X) < 0 && atLeastT(below)))
  );
}

describe("lhalf, against exact rational arithmetic", () => {
  it("is within 2 units of 2⁻⁵²·|v| above the threshold, for |v| from 1e-150 to 1e150", () => {
    fc.assert(
      fc.property(decades(-225, 225), fc.oneof(aboutOne, decades(-20, 20)), (t, by) => {
        const v = threshold(t) * by;
        const u = prox(v, t);
        if (v <= threshold(t)) expect(u).toBe(0);
        else expect(isWithin(2 * 2 ** -52 * v, u, v, t)).toBe(true);
      }),
      { numRuns: 4000 },
    );
  });

  it("is within 2 units for the largest and the smallest numbers", () => {
    for (const [v, t] of [
      [1.7e308, 1.7e308],
      [1.7e308, 5e-324],
      [5e205, 1.7e308],
      [5e-216, 5e-324],
      [1e-100, 5e-324],
      [1e-199, 1e-300],
    ]) {
      expect(threshold(t)).toBeLessThan(v);
      expect(isWithin(2 * 2 ** -52 * v, prox(v, t), v, t)).toBe(true);
    }
  });

  it("puts the threshold where 0 and the other minimiser tie, to 3 units", () => {
    fc.assert(
      fc.property(decades(-300, 300), (t) => {
        const tied = (by: number) => {
          const x = fraction(threshold(t) * (1 + by * 2 ** -52)); // 8x³ = 27t²
          return compare(
            times(fraction(8), x, x, x),
            times(fraction(27), fraction(t), fraction(t)),
          );
        };
        expect(tied(-3)).toBe(-1);
        expect(tied(3)).toBe(1);
      }),
      { numRuns: 2000 },
    );
  });
});
