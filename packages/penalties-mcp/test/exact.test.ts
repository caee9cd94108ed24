import { mcp } from "@proxkit/penalties-mcp";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aboutOne, decades } from "./arbitraries.ts";
import { compare, fraction, over, times, ZERO } from "./fraction.ts";
import { type Piece, unitsOff, valueAt } from "./piecewise-quadratic.ts";

/** λu − u²/(2γ) up to γλ, γλ²/2 beyond. */
function pieces(gamma: number, lambda: number): Piece[] {
  const [g, l] = [fraction(gamma), fraction(lambda)];
  const knot = times(g, l);
  return [
    { from: ZERO, to: knot, c: [ZERO, l, over(fraction(-0.5), g)] },
    { from: knot, c: [times(fraction(0.5), knot, l), ZERO, ZERO] },
  ];
}

const shapes = fc.oneof(decades(-3, 7), fc.constantFrom(1e-3, 0.5, 1, 3, 100));
const scales = fc.oneof(fc.constant(1), decades(-3, 3));

describe("mcp, against exact rational arithmetic", () => {
  it("is within 2 units of 2⁻⁵²·|v| of a global minimiser, near the critical t and far from it", () => {
    fc.assert(
      fc.property(shapes, scales, aboutOne, aboutOne, (gamma, lambda, ofCritical, ofThreshold) => {
        const { prox, threshold } = mcp({ gamma, lambda }).scalar;
        const t = gamma * ofCritical;
        const v = threshold(t) * ofThreshold;
        expect(unitsOff(prox(v, t), v, t, pieces(gamma, lambda))).toBeLessThanOrEqual(2);
      }),
      { numRuns: 4000 },
    );
  });

  it("is within 2 units for |v| and λ from 1e-150 to 1e150", () => {
    fc.assert(
      fc.property(shapes, decades(-150, 150), aboutOne, aboutOne, (gamma, lambda, ofT, ofKnot) => {
        const t = gamma * ofT;
        const v = gamma * lambda * ofKnot;
        const u = mcp({ gamma, lambda }).scalar.prox(v, t);
        expect(unitsOff(u, v, t, pieces(gamma, lambda))).toBeLessThanOrEqual(2);
      }),
      { numRuns: 1000 },
    );
  });

  it("has at t < γ the largest double that is not above λt as its threshold", () => {
    fc.assert(
      fc.property(shapes, scales, decades(-5, -1), (gamma, lambda, share) => {
        const t = gamma * Math.min(share, 1 - 2 ** -53);
        const threshold = mcp({ gamma, lambda }).scalar.threshold(t);
        const exact = times(fraction(lambda), fraction(t));
        expect(compare(fraction(threshold), exact)).toBeLessThanOrEqual(0);
        expect(compare(fraction(threshold * (1 + 2 ** -52)), exact)).toBe(1);
      }),
    );
  });

  it("has at t ≥ γ the threshold at which 0 and v tie, to 2 units", () => {
    fc.assert(
      fc.property(shapes, scales, decades(0, 200), (gamma, lambda, ratio) => {
        const t = gamma * ratio;
        const threshold = mcp({ gamma, lambda }).scalar.threshold(t);
        const exact = times(fraction(lambda), fraction(lambda), fraction(gamma), fraction(t));
        const squared = (by: number) => {
          const x = fraction(threshold * (1 + by * 2 ** -52));
          return compare(times(x, x), exact); // ½x² against tγλ²/2
        };
        expect(squared(-2)).toBe(-1);
        expect(squared(2)).toBe(1);
      }),
    );
  });

  it("has a value within 4 units of its own", () => {
    fc.assert(
      fc.property(shapes, scales, aboutOne, (gamma, lambda, ofKnot) => {
        const x = gamma * lambda * ofKnot;
        const exact = valueAt(x, pieces(gamma, lambda));
        const value = mcp({ gamma, lambda }).scalar.value(x);
        expect(compare(fraction(value * (1 + 4 * 2 ** -52)), exact)).toBe(1);
        expect(compare(fraction(value * (1 - 4 * 2 ** -52)), exact)).toBe(-1);
      }),
      { numRuns: 2000 },
    );
  });
});
