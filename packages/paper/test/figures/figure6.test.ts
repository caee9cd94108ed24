import { dot, norm, randomUnitVector, seededRandom } from "@proxkit/core";
import { l0 } from "@proxkit/penalties-l0";
import { l1 } from "@proxkit/penalties-l1";
import { tl1 } from "@proxkit/penalties-tl1";
import { describe, expect, test } from "vitest";
import { blocks, figure, sectionOf, verdicts } from "./section-of.ts";

const seeds = 12;
const section = sectionOf("figure6", seeds);
const [{ head, rows }] = blocks(section, "table");
const column = (name: string) => rows.map((row) => row[head.indexOf(name)]);
const draws = (d: number) =>
  Array.from({ length: 10 * seeds }, (_, i) => randomUnitVector(d, seededRandom(i + 1)));

/** The slow and plain angle; infinite where y = 0 has none. */
function acos(x: Float64Array, y: Float64Array): number {
  return norm(y) === 0 ? Number.POSITIVE_INFINITY : Math.acos(dot(x, y) / (norm(x) * norm(y)));
}

describe("figure6", () => {
  test("counts a draw for l1 only where its angle is below both others", () => {
    for (const [i, d] of column("d").entries()) {
      const wins = draws(Number(d)).filter((x) => {
        const [first, ...others] = [l1(), tl1(), l0()].map((p) => acos(x, p.prox(x, 0.05)));
        return others.every((other) => first < other - 1e-9);
      });
      expect(rows[i][head.indexOf("l1 smallest")]).toBe(wins.length);
    }
  });

  test("calls l1 the smallest at d = 30, and says that at d = 2 it often is not", () => {
    const [verdict] = verdicts(section);
    expect(verdict.outcome).toBe("agrees");
    expect(Number(column("l1 smallest")[0])).toBeLessThan(0.6 * 10 * seeds);
  });

  test("counts more draws that l0 sends to 0 as d grows", () => {
    const killed = column("d").map(
      (d) => draws(Number(d)).filter((x) => x.every((v) => Math.abs(v) <= Math.sqrt(0.1))).length,
    );
    expect(column("T(X) = 0, l0")).toEqual(killed);
    expect(verdicts(section)[1].outcome).toBe("agrees");
    // an entry is at most 1/√d, and below 1/√10 for all only if d > 10
    expect(killed.slice(0, 2)).toEqual([0, 0]);
  });

  test("a draw without an angle has no dot", () => {
    const dots = figure(section).panels[0].curves.find(({ label }) => label === "l0");
    const x = draws(30).slice(0, seeds);
    expect(dots?.y.map((gamma) => gamma === null)).toEqual(
      x.map((v) => norm(l0().prox(v, 0.05)) === 0),
    );
  });
});
