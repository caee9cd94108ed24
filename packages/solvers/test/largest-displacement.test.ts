import { box } from "@proxkit/penalties-box";
import { elasticNet } from "@proxkit/penalties-elastic-net";
import { l0 } from "@proxkit/penalties-l0";
import { l1 } from "@proxkit/penalties-l1";
import { lhalf } from "@proxkit/penalties-lhalf";
import { mcp } from "@proxkit/penalties-mcp";
import { scad } from "@proxkit/penalties-scad";
import { tl1 } from "@proxkit/penalties-tl1";
import { type SeparablePenalty, separablePenalty } from "@proxkit/penalty";
import { largestDisplacement } from "@proxkit/solvers";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

describe("largestDisplacement", () => {
  it.each([
    ["l1: t", l1(), 0.025, 1, 0.025],
    ["l0: √(2t)", l0(), 0.025, 1, Math.sqrt(0.05)],
    ["TL1, sub-critical: t(a + 1)/a", tl1({ a: 1 }), 0.025, 1, 0.05],
    ["TL1, super-critical: √(2t(a + 1)) − a/2", tl1({ a: 0.1 }), 0.025, 1, Math.sqrt(0.055) - 0.05],
    ["the reach, where all of it is sent to 0", l0(), 2, 1, 1],
    [
      "the elastic net at its reach: v − (v − ½t)/(1 + ½t)",
      elasticNet({ ratio: 0.5 }),
      0.2,
      3,
      3 - 2.9 / 1.1,
    ],
    ["bounds: what sticks out", box({ lower: -1, upper: 2 }), 1, 5, 4],
    ["nothing for t = 0", l0(), 0, 1, 0],
  ])("is known in closed form for %s", (_, penalty, t, reach, expected) => {
    expect(largestDisplacement(penalty, t, reach)).toBeCloseTo(expected, 12);
  });

  it("is never passed by an entry within reach, and is reached by one", () => {
    const all: readonly SeparablePenalty[] = [
      l1(),
      l0(),
      tl1(),
      tl1({ a: 0.1 }),
      lhalf(),
      mcp(),
      scad(),
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...all),
        fc.double({ min: 1e-3, max: 2, noNaN: true }),
        fc.double({ min: 1e-2, max: 5, noNaN: true }),
        (penalty, t, reach) => {
          const D = largestDisplacement(penalty, t, reach) ?? Number.NaN;
          let best = 0;
          for (let n = 0; n <= 2000; n++) {
            const v = (reach * n) / 2000;
            best = Math.max(best, Math.abs(v - penalty.scalar.prox(v, t)));
          }
          expect(best).toBeLessThanOrEqual(D * (1 + 1e-9));
          expect(best).toBeGreaterThan(D - reach / 1000); // the grid misses a jump by a cell
        },
      ),
    );
  });

  it("finds the farthest move where neither the ends nor the threshold make it", () => {
    // to the nearest of 0, ±1, ±4: 2.5 is moved by 1.5, the ends and the threshold by 0.2 and 0.5
    const levels = [0, 1, 4];
    const nearest = (v: number) =>
      levels.reduce((a, b) => (Math.abs(Math.abs(v) - b) < Math.abs(Math.abs(v) - a) ? b : a));
    const rounded = separablePenalty({
      name: "rounded",
      convex: false,
      value: (x) => (levels.includes(Math.abs(x)) ? 0 : Number.POSITIVE_INFINITY),
      prox: (v) => Math.sign(v) * nearest(v),
      threshold: () => 0.5,
    });
    expect(largestDisplacement(rounded, 1, 4.2)).toBeCloseTo(1.5, 9);
  });

  it("is not known for a penalty that does not act on each entry alone", () => {
    const whole = { ...l1(), traits: { ...l1().traits, separable: false } };
    expect(largestDisplacement(whole, 1, 1)).toBeNull();
  });

  it.each([
    [-1, 1, "largestDisplacement: t must be a finite number at least 0, received -1"],
    [
      1,
      Number.POSITIVE_INFINITY,
      "largestDisplacement: reach must be a finite number at least 0, received Infinity",
    ],
  ])("refuses t = %d with reach %d", (t, reach, message) => {
    expect(() => largestDisplacement(l1(), t, reach)).toThrow(message);
  });
});
