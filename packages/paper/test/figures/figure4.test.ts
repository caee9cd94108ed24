import { l0 } from "@proxkit/penalties-l0";
import { l1 } from "@proxkit/penalties-l1";
import { lhalf } from "@proxkit/penalties-lhalf";
import { tl1 } from "@proxkit/penalties-tl1";
import { describe, expect, test } from "vitest";
import { blocks, figure, sectionOf, verdicts } from "./section-of.ts";

const section = sectionOf("figure4", 1);

describe("figure4", () => {
  test("draws the prox at t = 1/2, with a gap on each side exactly where it jumps", () => {
    const penalties = [l1(), lhalf(), l0(), tl1({ a: 2 }), tl1({ a: 1 })];
    const gaps = figure(section).panels.map(({ curves: [{ x, y }] }, i) => {
      for (const [j, v] of x.entries())
        if (y[j] !== null) expect(y[j]).toBe(penalties[i].scalar.prox(v, 0.5));
      return y.filter((u) => u === null).length;
    });
    expect(gaps).toEqual([0, 2, 2, 0, 2]);
  });

  test("the points of a curve go from left to right", () => {
    for (const { curves } of figure(section).panels)
      expect(curves[0].x).toEqual(curves[0].x.toSorted((v, w) => v - w));
  });

  test("calls TL1 continuous up to and with λ = a²/(2(a + 1)) and jumping beyond", () => {
    expect(verdicts(section).map(({ ours, outcome }) => [ours, outcome])).toEqual([
      ["0 of 168 jump", "agrees"], // the multiples of 0.05 from 1.65 to 10
      ["32 of 32 jump", "agrees"], // and those from 0.05 to 1.6
      ["0 of 200 jump", "differs"],
    ]);
  });

  test("thresholds and jumps are those of the formulas", () => {
    const [{ rows }] = blocks(section, "table");
    const expected = [
      [0.5, 0],
      [1.5 * 0.5 ** (2 / 3), 0.5 ** (2 / 3)],
      [1, 1],
      [0.75, 0],
      [Math.SQRT2 - 0.5, Math.SQRT2 - 1], // √(2λ(a + 1)) − a/2, and − a
    ];
    for (const [i, [, threshold, jump]] of rows.entries()) {
      expect(threshold).toBeCloseTo(expected[i][0], 12);
      expect(jump).toBeCloseTo(expected[i][1], 6); // read off just above the threshold
    }
  });
});
