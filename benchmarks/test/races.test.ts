import { expect, test } from "vitest";
import type { RaceResult } from "../src/races/race.ts";
import { races } from "../src/races/races.ts";
import { trace } from "../src/races/run.ts";
import { raceChart, raceGrid } from "../src/report/races.ts";

const quick = races("quick");
const convex = quick.filter(({ penalty }) => penalty.traits.convex);

test.each(convex)(
  "$title: coordinate descent and proximal gradient meet at one minimum",
  (race) => {
    const [descent, gradient] = ["coordinate descent", "proximal gradient"].map((method) =>
      trace(race, method),
    );
    const [a, b] = [descent, gradient].map(({ objectives }) => objectives);
    expect(a[0]).toBe(b[0]);
    expect(a.at(-1)).toBeLessThan(0.9 * a[0]);
    expect(a.at(-1)).toBeCloseTo(b.at(-1) ?? Number.NaN, 9);
  },
);

test.each(quick)(
  "$title: every method starts at w = 0, and has a time and an objective for each record",
  (race) => {
    const start = race.loss()().value(new Float64Array(race.loss()().dimension));
    for (const method of Object.keys(race.entrants)) {
      const { iterations, seconds, objectives } = trace({ ...race, seconds: 0.01 }, method);
      expect(objectives[0], method).toBe(start); // P(0) = 0
      expect(iterations[0]).toBe(0);
      expect(seconds).toHaveLength(iterations.length);
      expect(objectives).toHaveLength(iterations.length);
      seconds.forEach((time, i) => {
        expect(time).toBeGreaterThan(i > 0 ? seconds[i - 1] : 0);
      });
    }
  },
);

const made: RaceResult = {
  name: "made",
  title: "made",
  traces: [
    // from 10 to 0, which nobody passes
    {
      method: "fast",
      iterations: [0, 1, 2],
      seconds: [1e-3, 2e-3, 3e-3],
      objectives: [10, 0.05, 0],
    },
    { method: "stuck", iterations: [0, 7], seconds: [1e-3, 4e-3], objectives: [10, 4] },
    {
      method: "rises",
      iterations: [0, 1, 2],
      seconds: [1e-3, 2e-3, 5e-3],
      objectives: [10, 0.01, 9],
    },
  ],
  failures: [{ method: "broken", says: "no" }],
};

test("a race's table tells when a share is left, and what is left at the end", () => {
  expect(raceGrid(made).rows).toEqual([
    ["fast", "2", "2 ms", "3 ms", "3 ms", "0"],
    ["stuck", "7", "–", "–", "–", "4.0e-1"],
    ["rises", "2", "2 ms", "–", "–", "1.0e-3"], // what it has reached it can keep
    ["broken", "failed", "–", "–", "–", "–"],
  ]);
});

test("a race's picture has what is left against seconds, without the point that is the best", () => {
  const [panel] = raceChart([made])?.panels ?? [];
  expect(panel.curves[0]).toEqual({ label: "fast", x: [1e-3, 2e-3, 3e-3], y: [1, 0.005, null] });
  expect(raceChart([])).toBeUndefined();
});
