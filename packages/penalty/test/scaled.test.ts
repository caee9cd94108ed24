import { l0 } from "@proxkit/penalties-l0";
import { tl1 } from "@proxkit/penalties-tl1";
import { restricted, scaled, separablePenalty, weighted } from "@proxkit/penalty";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { absoluteValue } from "./absolute-value.ts";
import { euclideanNorm } from "./euclidean-norm.ts";
import { minimisationCases, nothingBeatsTheProx } from "./nothing-beats.ts";

const factor = fc.double({ min: 1e-3, max: 1e3, noNaN: true });

describe("scaled", () => {
  it("is the penalty's value times c, and its prox with the step times c", () => {
    fc.assert(
      fc.property(minimisationCases(4), factor, ({ v, t }, c) => {
        for (const penalty of [absoluteValue, euclideanNorm]) {
          expect(scaled(penalty, c).value(v)).toBeCloseTo(c * penalty.value(v), 9);
          expect(scaled(penalty, c).prox(v, t)).toEqual(penalty.prox(v, c * t));
          const steps = v.map(() => t);
          expect(scaled(penalty, c).prox(v, steps)).toEqual(penalty.prox(v, c * t));
        }
      }),
    );
  });

  it("goes through vectors in the loop of the penalty that it scales", () => {
    const steps: number[] = [];
    const counting = separablePenalty({
      ...{ name: "counting", convex: true, value: Math.abs, prox: (v) => v, threshold: () => 0 },
      fill: (_, t) => void steps.push(t),
    });
    scaled(counting, 3).prox(new Float64Array(100), 2);
    expect(steps).toEqual([6]);
    expect([...scaled(counting, 0).prox(Float64Array.of(1, -0), 2)]).toEqual([1, -0]);
  });

  it("has no point that beats its prox", () => {
    fc.assert(
      fc.property(minimisationCases(4), factor, ({ v, t, random }, c) => {
        for (const penalty of [l0(), tl1({ a: 0.3 }), euclideanNorm])
          nothingBeatsTheProx(scaled(penalty, c), v, t, random);
      }),
    );
  });

  it("multiplies the weak convexity, and keeps the rest of the traits", () => {
    const { traits } = tl1({ a: 2 });
    expect(scaled(tl1({ a: 2 }), 3).traits).toEqual({
      ...traits,
      weakConvexity: 3 * traits.weakConvexity,
    });
    expect(scaled(l0(), 2).traits.weakConvexity).toBe(Number.POSITIVE_INFINITY);
    expect(scaled(euclideanNorm, 2).traits).toEqual(euclideanNorm.traits);
  });

  it("is separable with scalar functions where the penalty is, and so can be weighted", () => {
    expect(scaled(l0(), 2).scalar.threshold(1)).toBe(2); // √(2·2·1)
    const penalty = weighted(scaled(absoluteValue, 2), [0, 1]);
    expect([...penalty.prox(Float64Array.of(5, 5), 1)]).toEqual([5, 3]);
    expect("scalar" in scaled(euclideanNorm, 2)).toBe(false);
  });

  it("penalises nothing at c = 0, for an infinite step and an infinite value too", () => {
    for (const penalty of [scaled(l0(), 0), scaled(euclideanNorm, 0)]) {
      const v = Float64Array.of(Number.POSITIVE_INFINITY, -2);
      expect(penalty.value(v)).toBe(0);
      expect(penalty.value(Float64Array.of(Number.NaN))).toBeNaN();
      expect(penalty.prox(v, Number.POSITIVE_INFINITY)).toEqual(v);
      expect(penalty.traits).toMatchObject({ convex: true, weakConvexity: 0 });
    }
    expect(scaled(l0(), 0).scalar.threshold(5)).toBe(0);
  });

  it("leaves its input and its steps untouched, and may write over v", () => {
    for (const penalty of [scaled(absoluteValue, 2), scaled(euclideanNorm, 2)]) {
      const v = Float64Array.of(3, 4);
      const t = Float64Array.of(1, 1);
      const fresh = penalty.prox(v, t);
      expect([...v, ...t]).toEqual([3, 4, 1, 1]);
      expect(penalty.prox(v, t, v)).toBe(v);
      expect(v).toEqual(fresh);
    }
  });

  it("tells c and the penalty inside, as JSON", () => {
    const { name, parameters } = scaled(restricted(tl1({ a: 2 }), [1]), 0.5);
    expect(JSON.parse(JSON.stringify({ name, parameters }))).toEqual({
      name: "scaled",
      parameters: {
        c: 0.5,
        penalty: {
          name: "restricted",
          parameters: { indices: [1], penalty: { name: "tl1", parameters: { a: 2 } } },
        },
      },
    });
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])("refuses c = %d", (c) => {
    expect(() => scaled(absoluteValue, c)).toThrow(
      `scaled: c must be finite and >= 0, received ${c}`,
    );
  });

  it("refuses a bad step, of a penalty that does not look at it too, and writes nothing", () => {
    const out = Float64Array.of(7, 7);
    const v = Float64Array.of(1, 2);
    for (const penalty of [absoluteValue, euclideanNorm])
      for (const c of [0, 1]) {
        const p = scaled(penalty, c);
        expect(() => p.prox(v, -1, out)).toThrow("scaled: t must be at least 0, received -1");
        expect(() => p.prox(v, Float64Array.of(1, Number.NaN), out)).toThrow(
          "scaled: t must be at least 0, received NaN",
        );
        expect(() => p.prox(v, 1, new Float64Array(1))).toThrow(
          "scaled: out must have length 2, received 1",
        );
      }
    expect([...out]).toEqual([7, 7]);
  });
});
