import { scad } from "@proxkit/penalties-scad";
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
import { type Piece, unitsOff, valueAt } from "../../penalties-mcp/test/piecewise-quadratic.ts";

const ONE = fraction(1);
const TWO = fraction(2);

/** λu up to λ, (2aλu − u² − λ²)/(2(a − 1)) up to aλ, (a + 1)λ²/2 beyond: Fan & Li as printed. */
function pieces(shape: number, lambda: number): Piece[] {
  const [a, l] = [fraction(shape), fraction(lambda)];
  const knot = times(a, l);
  const by = over(ONE, times(TWO, minus(a, ONE)));
  return [
    { from: ZERO, to: l, c: [ZERO, l, ZERO] },
    {
      from: l,
      to: knot,
      c: [times(fraction(-1), l, l, by), times(TWO, knot, by), times(fraction(-1), by)],
    },
    { from: knot, c: [over(times(plus(a, ONE), l, l), TWO), ZERO, ZERO] },
  ];
}

const shapes = fc.oneof(
  decades(-6, 7).map((by) => 1 + by),
  fc.constantFrom(1.01, 1.5, 2, 3, 3.7, 100, 1e17),
);
const scales = fc.oneof(fc.constant(1), decades(-3, 3));

describe("scad, against exact rational arithmetic", () => {
  it("is within 3 units of 2⁻⁵²·|v| of a global minimiser, near both critical t and far from them", () => {
    fc.assert(
      fc.property(
        shapes,
        scales,
        fc.constantFrom(-1, 1),
        aboutOne,
        fc.constantFrom("threshold", "first knot", "last knot", "jump"),
        aboutOne,
        (a, lambda, side, ofCritical, place, ofPlace) => {
          const { prox, threshold } = scad({ a, lambda }).scalar;
          const t = (a + side) * ofCritical;
          const at = {
            threshold: threshold(t),
            "first knot": lambda * (1 + t),
            "last knot": lambda * a,
            jump: (lambda * (a + 1 + t)) / 2,
          };
          const v = at[place] * ofPlace;
          expect(unitsOff(prox(v, t), v, t, pieces(a, lambda))).toBeLessThanOrEqual(3);
        },
      ),
      { numRuns: 6000 },
    );
  });

  it("is within 3 units for |v| and λ from 1e-150 to 1e150", () => {
    fc.assert(
      fc.property(shapes, decades(-150, 150), aboutOne, aboutOne, (a, lambda, ofT, ofKnot) => {
        const t = a * ofT;
        const v = a * lambda * ofKnot;
        const u = scad({ a, lambda }).scalar.prox(v, t);
        expect(unitsOff(u, v, t, pieces(a, lambda))).toBeLessThanOrEqual(3);
      }),
      { numRuns: 1000 },
    );
  });

  it("has up to t = a + 1 the largest double that is not above λt as its threshold", () => {
    fc.assert(
      fc.property(shapes, scales, decades(-5, -1), (a, lambda, share) => {
        const t = (a + 1) * Math.min(share, 1);
        const threshold = scad({ a, lambda }).scalar.threshold(t);
        const exact = times(fraction(lambda), fraction(t));
        expect(compare(fraction(threshold), exact)).toBeLessThanOrEqual(0);
        expect(compare(fraction(threshold * (1 + 2 ** -52)), exact)).toBe(1);
      }),
    );
  });

  it("has beyond t = a + 1 the threshold at which 0 and v tie, to 3 units", () => {
    fc.assert(
      fc.property(shapes, scales, decades(0, 200), (a, lambda, ratio) => {
        const t = (a + 1) * 1.01 * ratio;
        const threshold = scad({ a, lambda }).scalar.threshold(t);
        const value = times(fraction(lambda), fraction(lambda), plus(fraction(a), ONE));
        const squared = (by: number) => {
          const x = fraction(threshold * (1 + by * 2 ** -52));
          return compare(times(x, x), times(value, fraction(t))); // ½x² against t(a + 1)λ²/2
        };
        expect(squared(-3)).toBe(-1);
        expect(squared(3)).toBe(1);
      }),
    );
  });

  it("has a value within 4 units of its own", () => {
    fc.assert(
      fc.property(shapes, scales, aboutOne, (a, lambda, ofKnot) => {
        const x = a * lambda * ofKnot;
        const exact = valueAt(x, pieces(a, lambda));
        const value = scad({ a, lambda }).scalar.value(x);
        expect(compare(fraction(value * (1 + 4 * 2 ** -52)), exact)).toBe(1);
        expect(compare(fraction(value * (1 - 4 * 2 ** -52)), exact)).toBe(-1);
      }),
      { numRuns: 2000 },
    );
  });
});
