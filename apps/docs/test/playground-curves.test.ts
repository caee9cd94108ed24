import { readFileSync } from "node:fs";
import { box } from "@proxkit/penalties-box";
import { group } from "@proxkit/penalties-group";
import { l0 } from "@proxkit/penalties-l0";
import { l1 } from "@proxkit/penalties-l1";
import { mcp } from "@proxkit/penalties-mcp";
import { tl1 } from "@proxkit/penalties-tl1";
import type { Penalty } from "@proxkit/penalty";
import { describe, expect, it } from "vitest";
import { catalogue } from "../playground/penalties/catalogue.ts";
import { levelLines } from "../playground/penalties/level-lines.ts";
import { makePenalty } from "../playground/penalties/make-penalty.ts";
import { defaultSpec } from "../playground/penalties/penalty-spec.ts";
import { sampleCurve } from "../playground/penalties/sample-curve.ts";
import { samplePenalty } from "../playground/penalties/sample-penalty.ts";
import { spreadLabels } from "../playground/plot/spread-labels.ts";

describe("a sampled curve", () => {
  const options = { from: -1, to: 1, intervals: 10 };

  it("goes through the function", () => {
    const { x, y, jumps } = sampleCurve((v) => v * v, options);
    expect(Array.from(y)).toEqual(Array.from(x, (v) => v * v));
    expect(jumps).toEqual([]);
  });

  it("finds a jump to the last bit, and leaves a gap there", () => {
    const { x, y, jumps } = sampleCurve((v) => (v > Math.SQRT1_2 ? 1 : 0), options);
    expect(jumps).toHaveLength(1);
    expect(jumps[0].at).toBeCloseTo(Math.SQRT1_2, 15);
    expect(jumps[0]).toMatchObject({ left: 0, right: 1 });
    expect(Array.from(x).filter((_, i) => Number.isNaN(y[i]))).toEqual([jumps[0].at]);
  });

  it("tells a point with a height of its own from the heights around it", () => {
    const { jumps } = sampleCurve((v) => (v === 0 ? 0 : 1), { ...options, marks: [0] });
    expect(jumps).toEqual([{ at: 0, left: 1, right: 1, value: 0 }]);
  });

  it("does not take a steep function for one that jumps, and follows its bend", () => {
    const { x, jumps } = sampleCurve((v) => Math.sqrt(Math.abs(v)), options);
    expect(jumps).toEqual([]);
    expect(Array.from(x).filter((v) => v > 0 && v < 0.01).length).toBeGreaterThan(2);
  });

  it("ends where the function is infinite", () => {
    const { jumps } = sampleCurve((v) => (v < 0 ? Number.POSITIVE_INFINITY : v), options);
    expect(jumps).toEqual([{ at: 0, left: Number.POSITIVE_INFINITY, right: 0, value: 0 }]);
  });
});

describe("a sampled penalty", () => {
  const request = { t: 0.5, reach: 3, at: 1.5, intervals: 300 };

  it("jumps where its threshold is if t·ρ > 1", () => {
    // TL1 with a = 1, t = ½: super-critical, threshold √(2t(a + 1)) − a/2 = √2 − ½ (Lemma 5.2.1)
    const { prox, threshold } = samplePenalty(tl1(), request);
    expect(threshold).toBeCloseTo(Math.SQRT2 - 0.5, 15);
    expect(prox.jumps.map(({ at }) => at)).toEqual([-(threshold ?? 0), threshold]);
    expect(prox.jumps[1]).toMatchObject({ left: 0, value: 0 });
    expect(prox.jumps[1].right).toBeCloseTo(Math.SQRT2 - 1, 12);
    expect(samplePenalty(l0(), request).prox.jumps[1].right).toBeCloseTo(1, 12); // √(2t)
  });

  it("does not jump if it is convex", () => {
    for (const penalty of [l1(), box({ lower: -0.5, upper: 1.5 }), group({ size: 2 })])
      expect(samplePenalty(penalty, request).prox.jumps).toEqual([]);
  });

  it("is read off at x", () => {
    expect(samplePenalty(l1(), request).reading).toEqual({ prox: 1, value: 1.5, envelope: 1.25 });
  });

  it("is there for every penalty that comes with the command line", () => {
    const cli = new URL("../../cli/package.json", import.meta.url);
    const { dependencies } = JSON.parse(readFileSync(cli, "utf8"));
    const prefix = "@proxkit/penalties-";
    const names = Object.keys(dependencies).filter((name) => name.startsWith(prefix));
    expect(names.length).toBeGreaterThan(5);
    for (const name of names)
      expect(catalogue.map((entry) => entry.name)).toContain(name.slice(prefix.length));
    for (const entry of catalogue) {
      const { prox, value, envelope } = samplePenalty(makePenalty(defaultSpec(entry)), request);
      for (const { y } of [prox, value, envelope])
        expect(y.filter(Number.isFinite).length).toBeGreaterThan(50);
    }
  });
});

describe("level lines", () => {
  const radii = [0.25, 0.5, 1];
  const on = (penalty: Penalty) =>
    levelLines(penalty, radii).map(({ level, x, y }) =>
      Array.from(x, (a, i) => penalty.value(Float64Array.of(a, y[i])) - level),
    );

  it("are where P is as at (r, 0)", () => {
    for (const penalty of [l1(), tl1({ a: 0.01 }), group({ size: 2 })]) {
      expect(levelLines(penalty, radii).map(({ r }) => r)).toEqual(radii);
      for (const off of on(penalty).flat()) expect(Math.abs(off)).toBeLessThan(1e-8);
    }
  });

  it("of l1 are squares on a corner, of a group circles", () => {
    const [square] = levelLines(l1(), [1]);
    for (const [i, x] of square.x.entries())
      expect(Math.abs(x) + Math.abs(square.y[i])).toBeCloseTo(1, 9);
    const [circle] = levelLines(group({ size: 2, weights: "equal" }), [1]);
    for (const [i, x] of circle.x.entries()) expect(Math.hypot(x, circle.y[i])).toBeCloseTo(1, 9);
  });

  it("of l0 are the axes, once", () => {
    const lines = levelLines(l0(), radii);
    expect(lines.map(({ level }) => level)).toEqual([1]);
    const [{ x, y }] = lines;
    for (const [i, a] of x.entries()) expect(Math.abs(a * y[i])).toBe(0);
    expect(Math.max(...x)).toBe(1.1);
    expect(Math.min(...y)).toBe(-1.1);
  });

  it("of a penalty that is flat are drawn up to where it becomes so", () => {
    const levels = levelLines(mcp({ gamma: 1, lambda: 0.5 }), [0.25, 0.75, 1]); // flat from γλ = ½ on
    expect(levels.map(({ r }) => r)).toEqual([0.25, 0.75]);
  });
});

describe("labels", () => {
  it("stay where they are wished if there is room", () => {
    expect(spreadLabels([50, 10, 90], 14, [0, 100])).toEqual([50, 10, 90]);
  });

  it("move apart as little as may be, in order, and stay within the ends", () => {
    expect(spreadLabels([50, 50], 14, [0, 100])).toEqual([43, 57]);
    expect(spreadLabels([99, 98, 97], 14, [0, 100])).toEqual([100, 86, 72]);
  });
});
