import { tl1 } from "@proxkit/penalties-tl1";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exactly, minus, plus, sign, times } from "./dyadic.ts";
import { unitsOff } from "./exact-minimiser.ts";
import { sweep } from "./sweep.ts";

const ONE = exactly(1);

const decades = (from: number, to: number) =>
  fc
    .tuple(fc.double({ min: 1, max: 10, noNaN: true }), fc.integer({ min: from, max: to }))
    .map(([x, e]) => x * 10 ** e);
const shapes = fc.oneof(decades(-3, 7), fc.constantFrom(1e-3, 0.01, 1, 100, 1e8));

const anyShape = fc.oneof(shapes, decades(-150, 149));

/** Where the threshold is passed: at and below it, 0 is a matter of the threshold's own test. */
function errorAbove(v: number, t: number, a: number): number {
  const { prox, threshold } = tl1({ a }).scalar;
  return v > threshold(t) ? unitsOff(prox(v, t), v, t, a) : 0;
}

describe("tl1, against exact arithmetic", () => {
  it("is within 4 units of 2⁻⁵²·|v| for a from 1e-150 to 1e150 and |v| up to 1e150", () => {
    fc.assert(
      fc.property(anyShape, decades(-150, 150), decades(-150, 0), (a, v, share) => {
        const t = v * Math.min(v, 1) * share;
        if (t > 0) expect(errorAbove(v, t, a)).toBeLessThanOrEqual(4);
      }),
      { numRuns: 2000 },
    );
  });

  it("is within 4 units near the threshold, below, at and above the critical t", () => {
    const ratios = fc.oneof(
      fc.constantFrom(1, 1 - 2 ** -52, 1 + 2 ** -52, 1 - 1e-9, 1 + 1e-9, 0.5, 2),
      decades(-6, 6),
    );
    const ulps = fc.oneof(fc.integer({ min: -4, max: 20 }), fc.integer({ min: 0, max: 1e9 }));
    fc.assert(
      fc.property(anyShape, ratios, ulps, (a, ratio, n) => {
        const t = (a / 2) * (a / (a + 1)) * ratio;
        const v = tl1({ a }).scalar.threshold(t) * (1 + n * 2 ** -52);
        expect(errorAbove(v, t, a)).toBeLessThanOrEqual(4);
      }),
      { numRuns: 5000 },
    );
  });

  it("is within 4 units wherever a sweep looks", () => {
    const worst = sweep({ rounds: 2000, seed: 7 });
    expect(Object.keys(worst)).toHaveLength(12);
    for (const { units } of Object.values(worst)) expect(units).toBeLessThanOrEqual(4);
  });

  it("does not pass on the rounding of a + x, which would double the error here", () => {
    const [v, t, a] = [4.221753945875395e135, 4.221753945875392e135, 8.443507890863863e135];
    expect(errorAbove(v, t, a)).toBeLessThanOrEqual(2);
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
