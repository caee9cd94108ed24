import { box } from "@proxkit/penalties-box";
import { lhalf } from "@proxkit/penalties-lhalf";
import { scad } from "@proxkit/penalties-scad";
import { type SeparablePenalty, separablePenalty } from "@proxkit/penalty";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

/** a + b·x. */
type Line = readonly [a: number, b: number];

/** p(x) = min of lines at |x|, 0 at 0: with as many local minimisers as lines, each at v − t·b. */
function lowestOf(lines: readonly Line[]): SeparablePenalty {
  const value = (x: number) =>
    x === 0 ? 0 : Math.min(...lines.map(([a, b]) => a + b * Math.abs(x)));
  return separablePenalty({
    name: "pieces",
    convex: false,
    value,
    prox: (v, t) => Math.sign(v) * bestOf(lines, value, Math.abs(v), t, Number.POSITIVE_INFINITY),
    threshold: () => 0, // not asked for
  });
}

/** The slow twin: of 0, h, and each line's own minimiser, the one with the least objective. */
function bestOf(
  lines: readonly Line[],
  value: (x: number) => number,
  v: number,
  t: number,
  h: number,
): number {
  const objective = (u: number) => t * value(u) + 0.5 * (u - v) ** 2;
  const candidates = [Math.min(h, v), ...lines.map(([, b]) => v - t * b)];
  return candidates
    .filter((u) => u > 0 && u <= h)
    .reduce((best, u) => (objective(u) < objective(best) ? u : best), 0);
}

const evenly = (size: number) => fc.integer({ min: 1, max: 1e6 }).map((n) => (n / 1e6) * size);
/** Through 0 and bends that each take off some of the slope. */
const lines = fc
  .array(fc.tuple(evenly(1), evenly(1)), { minLength: 2, maxLength: 8 })
  .map((bends): Line[] => {
    let [x, a, b] = [0, 0, bends.reduce((sum, [, drop]) => sum + drop, 0)];
    return bends.map(([gap, drop]) => {
      const line: Line = [a, b];
      x += gap;
      a += drop * x;
      b -= drop;
      return line;
    });
  });

describe("box around concave penalties of straight pieces", () => {
  it("finds the best of all their local minimisers", () => {
    let between = 0;
    fc.assert(
      fc.property(lines, evenly(2), evenly(1), evenly(6), fc.nat(7), (pieces, x, share, t, i) => {
        const penalty = lowestOf(pieces);
        const v = x + t * pieces[i % pieces.length][1]; // where x is stationary, on one line
        const h = share * (penalty.scalar.prox(v, t) || v);
        const u = box({ upper: h, penalty }).scalar.prox(v, t);
        const best = bestOf(pieces, penalty.scalar.value, v, t, h);
        const objective = (x: number) => t * penalty.scalar.value(x) + 0.5 * (x - v) ** 2;
        expect(objective(u)).toBeLessThanOrEqual(objective(best) + 1e-14);
        if (u > 0 && u < h && u !== penalty.scalar.prox(v, t)) between++;
      }),
      { numRuns: 3000, seed: 1 },
    );
    expect(between).toBeGreaterThan(20); // the search was needed
  });
});

describe("box around a penalty that is straight up to the bound", () => {
  // SCAD is |u| up to λ = 1: within the bounds the prox is v − t. Objectives at v − t and at the bound 0.5 differ
  // by ½ (0.5 − (v − t))², which rounding hides from 1e-7 on.
  it.each([4.05, 2.75, 100])("is soft thresholding up to the bound itself, at t = %d", (t) => {
    const { prox, threshold } = box({ lower: -1, upper: 0.5, penalty: scad() }).scalar;
    for (const below of [1e-2, 1e-5, 1e-7, 9e-8, 5e-8, 1e-8, 1e-9, 1e-12]) {
      const v = t + 0.5 - below;
      expect(prox(v, t)).toBe(v - t);
      expect(prox(t + below, t)).toBe(t + below - t);
    }
    expect(prox(t + 0.5, t)).toBe(0.5);
    expect(threshold(t)).toBeCloseTo(t, 12);
  });

  it("is convex, and no more than a bound makes it", () => {
    const traits = (upper: number, penalty: SeparablePenalty) => box({ upper, penalty }).traits;
    const convex = { convex: true, separable: true, weakConvexity: 0 };
    expect(traits(1, scad())).toEqual(convex);
    expect(traits(1.01, scad())).toEqual(scad().traits);
    expect(traits(1, lhalf())).toEqual(lhalf().traits);
  });
});

describe("box, where squares leave the number range", () => {
  it.each([1e200, 1e-200])("compares a bound with 0, around %d", (size) => {
    // √u at t = size^(3/2): beyond v = 1.5 size its prox is at least size. Up to 0.9 size, the bound is
    // better than 0 from t·p(h)/h + h/2 = (√0.9/0.9 + 0.45) size = 1.5041 size on.
    const { prox } = box({ upper: 0.9 * size, penalty: lhalf() }).scalar;
    const t = size ** 1.5;
    expect(prox(1.503 * size, t)).toBe(0);
    expect(prox(1.505 * size, t)).toBe(0.9 * size);
  });
});
