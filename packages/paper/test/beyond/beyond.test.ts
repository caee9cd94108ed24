import { describe, expect, test } from "vitest";
import { blocks, figure, sectionOf, verdicts } from "../figures/section-of.ts";

const section = sectionOf("beyond", 4);
const [uniform, sparse, samples] = blocks(section, "table");
const column = ({ head }: typeof uniform, name: string) => head.indexOf(name);

describe("beyond", () => {
  test("RVSM converges without normalisation on the paper's problem, to a w shorter than w*", () => {
    const [verdict] = verdicts(section);
    expect([verdict.outcome, verdict.ours]).toEqual(["agrees", "6 of 6 runs converge"]);
    for (const row of uniform.rows.filter(([name]) => String(name).includes("not normalised"))) {
      expect(row[column(uniform, "‖w‖")]).toBeLessThan(1);
      expect(row[column(uniform, "‖w‖")]).toBeGreaterThan(0.99);
    }
  });

  test("normalised runs end on the unit sphere", () => {
    for (const table of [uniform, sparse, samples])
      for (const row of table.rows.filter(([name]) => /^RVSM, (l|T)/.test(String(name))))
        expect(row[column(table, "‖w‖")]).toBeCloseTo(1, 14);
  });

  test("one gradient a step and one for the start, but for ADMM, which takes several", () => {
    for (const { rows, head } of [uniform, sparse, samples])
      for (const row of rows) {
        const [steps, gradients] = ["steps", "gradients"].map((name) =>
          Number(row[head.indexOf(name)]),
        );
        if (String(row[0]).startsWith("ADMM")) expect(gradients).toBeGreaterThan(steps + 1);
        else expect(gradients).toBe(steps + 1);
      }
  });

  test("told the number of nonzeros, adaptive IHT finds a sparse w*, and plain IHT may rest across it", () => {
    const [plain, adaptive] = sparse.rows.slice(-2);
    expect(adaptive[column(sparse, "support found")]).toBe("2 of 2");
    expect(adaptive[column(sparse, "θ(solution, w*)")]).toBeLessThan(1e-8);
    expect(plain[column(sparse, "support found")]).toBe("1 of 2");
    // At a right angle to w* the gradient along w is 0 where ‖w‖ = (k/π + (k² − k)/π)/(k + (k² − k)/π); the other run is at w*
    const resting = 4 / Math.PI / (2 + 2 / Math.PI);
    expect(plain[column(sparse, "‖w‖")]).toBeCloseTo((1 + resting) / 2, 8);
  });

  test("the courses begin at the start's norm, and end on the sphere only where w is normalised", () => {
    const [, , norms] = figure(section).panels;
    for (const { y } of norms.curves) {
      expect(y[0]).toBeCloseTo(1, 14);
      expect(y.at(-1)).toBeLessThan(1);
    }
  });
});
