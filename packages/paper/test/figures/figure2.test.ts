import { l1 } from "@proxkit/penalties-l1";
import { lhalf } from "@proxkit/penalties-lhalf";
import { tl1 } from "@proxkit/penalties-tl1";
import { describe, expect, test } from "vitest";
import { blocks, figure, sectionOf, verdicts } from "./section-of.ts";

const section = sectionOf("figure2", 1);
const { panels } = figure(section);
const [table] = blocks(section, "table");

describe("figure2", () => {
  test.each([
    [0, l1()],
    [1, tl1({ a: 100 })],
    [2, tl1({ a: 1 })],
    [3, lhalf()],
    [4, tl1({ a: 0.01 })],
  ])("the penalty itself is constant along every line of panel %i", (at, penalty) => {
    panels[at].curves.forEach(({ x, y }, i) => {
      const value = penalty.value(Float64Array.of([0.25, 0.5, 0.75, 1][i], 0));
      expect(table.rows[at][1 + i]).toBeCloseTo(value, 15);
      for (const [j, w1] of x.entries())
        expect(penalty.value(Float64Array.of(w1, y[j] as number))).toBeCloseTo(value, 12);
    });
  });

  test("lines are closed and symmetric about the axes", () => {
    for (const { x, y } of panels.slice(0, 5).flatMap(({ curves }) => curves)) {
      expect([x.at(-1), y.at(-1)]).toEqual([x[0], y[0]]);
      const points = new Set(x.map((w, j) => `${w} ${y[j]}`));
      for (const [j, w] of x.entries())
        expect(points).toContain(`${0 - w} ${0 - (y[j] as number)}`);
    }
  });

  test("l0 is shown as what it is: its axes and the origin, no lines", () => {
    for (const { x, y } of panels[5].curves)
      for (const [j, w1] of x.entries()) expect(Math.abs(w1 * (y[j] as number))).toBe(0);
  });

  test("says that a level line resembles the nearest of l1, l1/2 and l0", () => {
    expect(verdicts(section).map(({ ours, outcome }) => [ours, outcome])).toEqual([
      ["nearest to l1", "agrees"],
      ["nearest to l1/2", "agrees"],
      ["nearest to l0", "agrees"],
    ]);
    // The lines are farthest apart on the diagonal, where they are at 1/2 (l1), 1/3 (TL1, a = 1), 1/4 (l1/2), 0 (l0):
    // √2 (1/2 − 1/3) = 0.236, √2 (1/3 − 1/4) = 0.118, √2/3 = 0.471
    expect(verdicts(section)[1].words).toBe(
      "the line through (1, 0) is 0.236 from l1, 0.118 from l1/2, 0.471 from l0",
    );
  });
});
