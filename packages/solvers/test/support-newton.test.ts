import { leastSquares, seededRandom } from "@proxkit/core";
import { elasticNet } from "@proxkit/penalties-elastic-net";
import { group } from "@proxkit/penalties-group";
import { l1 } from "@proxkit/penalties-l1";
import { mcp } from "@proxkit/penalties-mcp";
import { tl1 } from "@proxkit/penalties-tl1";
import type { Penalty } from "@proxkit/penalty";
import { coordinateDescent, solve } from "@proxkit/solvers";
import { describe, expect, it } from "vitest";
import { evaluateAt } from "../src/descent/evaluate.ts";
import { type Crossing, supportNewton } from "../src/descent/support-newton.ts";
import { termsOf } from "../src/descent/terms.ts";
import { workingSet } from "../src/descent/working-set.ts";
import { workspaceOf } from "../src/descent/workspace.ts";

const [m, d, lambda] = [80, 12, 0.05];
const random = seededRandom(8);
const X = Array.from({ length: m }, () => {
  const common = random.normal();
  return Array.from({ length: d }, () => common + random.normal());
});
const y = X.map((x) => 3 * x[0] - 2 * x[1] + x[4] + 2 * x[5] - x[9] + 0.3 * random.normal());
const loss = leastSquares({ X, y });
const norm = (v: Iterable<number>) => Math.hypot(...v);

/** Where a Newton step from w comes to, on all terms. */
function stepped(penalty: Penalty, w: Float64Array, crossing: Crossing): Float64Array {
  const workspace = workspaceOf(loss.linear);
  const terms = termsOf("test", penalty, workspace);
  evaluateAt(workspace, w);
  terms.begin();
  workspace.w.view.set(w);
  const list = Uint32Array.from({ length: terms.count }, (_, u) => u);
  expect(supportNewton(workspace, terms, list, lambda)?.(crossing)).toBe(true);
  const after = workspace.w.view.slice();
  const slopes = workspace.slopes.view.slice();
  evaluateAt(workspace, after);
  for (const [i, q] of workspace.slopes.view.entries()) expect(slopes[i]).toBeCloseTo(q, 12); // they went along
  return after;
}

describe("a Newton step on the support", () => {
  it.each([
    ["l1", l1()],
    ["elastic net", elasticNet()],
    ["TL1", tl1({ a: 1 })],
    ["MCP", mcp({ gamma: 20 })],
    ["group", group({ size: 3 })],
    ["group of an elastic net", group({ size: 3, radial: elasticNet({ ratio: 0.3 }) })],
    ["group of MCP", group({ size: 3, radial: mcp({ gamma: 20 }) })],
    [
      "some in no group",
      group({
        groups: [
          [0, 1, 2],
          [4, 5],
        ],
        weights: "equal",
      }),
    ],
  ])("converges quadratically: %s", (_, penalty) => {
    const solver = coordinateDescent({ loss, penalty, lambda });
    const { w: solution } = solve(solver, new Float64Array(d), { tolerance: 1e-14 });
    const errors = [1e-3, 1e-4].map((off) => {
      const w = solution.map((x, i) => x * (1 + off * Math.sin(i)));
      const after = stepped(penalty, w, "each");
      expect(Array.from(after, (x) => x === 0)).toEqual(Array.from(solution, (x) => x === 0));
      return norm(after.map((x, i) => x - solution[i])) / norm(solution);
    });
    expect(errors[0]).toBeLessThan(1e-4);
    expect(errors[1]).toBeLessThan(errors[0] / 50 + 1e-8); // a tenth as far off comes a hundred times as near
  });

  it("stops each term that would pass 0 there, or all with the first", () => {
    for (const [penalty, size] of [
      [l1(), 1],
      [group({ size: 3 }), 3],
    ] as const) {
      const solver = coordinateDescent({ loss, penalty, lambda });
      const { w: solution } = solve(solver, new Float64Array(d), { tolerance: 1e-14 });
      const w = solution.map((x, i) => (x === 0 ? 0 : i < 3 ? -0.5 * x : 1.5 * x)); // the first are on the wrong side
      const each = stepped(penalty, w, "each");
      const first = stepped(penalty, w, "first");
      const zeros = (v: Float64Array) =>
        Array.from(v.keys()).filter((i) => w[i] !== 0 && v[i] === 0);
      expect(zeros(each).length).toBeGreaterThanOrEqual(size);
      expect(zeros(each).every((i) => i < 3)).toBe(true);
      expect(zeros(first)).toHaveLength(size);
      // the others go the same part of their way
      const parts = Array.from(w.keys())
        .filter((i) => i >= 3 && w[i] !== 0)
        .map((i) => (first[i] - w[i]) / (each[i] - w[i]));
      expect(parts.length).toBeGreaterThan(1);
      for (const part of parts) {
        expect(part).toBeCloseTo(parts[0], 9);
        expect(part).toBeLessThan(1);
        expect(part).toBeGreaterThan(0);
      }
    }
  });
});

describe("a working set", () => {
  it("has all that are not 0, and of the others those that are pulled furthest", () => {
    const many = 300;
    const wide = leastSquares({
      X: Array.from({ length: 20 }, () => Array.from({ length: many }, () => random.normal())),
      y: Array.from({ length: 20 }, () => random.normal()),
    });
    const workspace = workspaceOf(wide.linear);
    const terms = termsOf("test", l1(), workspace);
    const w = new Float64Array(many);
    w[7] = 1e-3;
    const { gradient } = evaluateAt(workspace, w);
    terms.begin();
    const { list, whole } = workingSet(workspace, terms, w, 1e-3);
    expect(whole).toBe(false);
    expect(list).toContain(7);
    const pulls = Array.from(gradient.keys())
      .filter((i) => i !== 7)
      .sort((i, j) => Math.abs(gradient[j]) - Math.abs(gradient[i]));
    const others = Array.from(list).filter((i) => i !== 7);
    expect(new Set(others)).toEqual(new Set(pulls.slice(0, others.length)));
    expect(Array.from(list)).toEqual(Array.from(list).sort((i, j) => i - j));
  });
});
