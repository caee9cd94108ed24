import plugin, { logSum } from "@proxkit/penalties-log-sum";
import { createPenalty } from "@proxkit/penalty";
import { penaltyLaws } from "@proxkit/penalty-laws";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decades } from "../../penalties-mcp/test/arbitraries.ts";

describe.each([1e-4, 0.1, 1, 1e4])("log-sum with ε = %d", (epsilon) => {
  for (const law of penaltyLaws(logSum({ epsilon }), { plugin })) it(law.name, law.check);
});

describe("log-sum", () => {
  it("is log(1 + |x|/ε), also where |x|/ε overflows", () => {
    expect(logSum({ epsilon: 0.5 }).scalar.value(-1.5)).toBe(Math.log(4));
    const { value } = logSum({ epsilon: 1e-200 }).scalar;
    expect(value(1e200)).toBeCloseTo(400 * Math.LN10, 9);
    expect(value(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
    expect(value(1e-220)).toBe(1e-20); // not the 0 of log(1 + 1e-20)
  });

  it("is continuous up to t = ε², and jumps beyond", () => {
    const { prox, threshold } = logSum({ epsilon: 1 }).scalar;
    expect(threshold(0.9)).toBe(0.9);
    expect(prox(0.9 * (1 + 1e-9), 0.9)).toBeLessThan(1e-7);
    expect(prox(threshold(4) * (1 - 1e-9), 4)).toBe(0);
    expect(prox(threshold(4) * (1 + 1e-9), 4)).toBeGreaterThan(1);
  });

  it("has images that a hand can check: (u + ε)(x − u) = t", () => {
    const { prox } = logSum({ epsilon: 0.5 }).scalar;
    expect(prox(4, 2)).toBe(3.5); // 4·½
    expect(prox(-3.25, 0.875)).toBe(-3); // 3.5·¼
    expect(logSum({ epsilon: 4 }).scalar.prox(2, 5)).toBe(1); // 5·1
  });

  it("ties 0 and the other minimiser at its threshold beyond t = ε²", () => {
    fc.assert(
      fc.property(decades(-3, 3), decades(-2, 6), (epsilon, by) => {
        const t = epsilon * epsilon * (1 + by);
        const { prox, threshold, value } = logSum({ epsilon }).scalar;
        const v = threshold(t) * (1 + 1e-14);
        const u = prox(v, t);
        const gain = t * value(u) + 0.5 * (u - v) ** 2 - 0.5 * v * v;
        expect(Math.abs(gain)).toBeLessThanOrEqual(1e-13 * v * v);
        expect(u).toBeGreaterThan(Math.sqrt(t) - epsilon); // where the objective bends upwards
      }),
    );
  });

  it("gives the same image whatever t was asked for before", () => {
    const one = logSum();
    const v = Float64Array.of(5, 5, 5, 5);
    const t = Float64Array.of(3, 0, 9, 3);
    expect([...one.prox(v, t)]).toEqual([...t].map((step) => logSum().scalar.prox(5, step)));
  });

  it("scales: with c·v, c·ε and c²·t the image is c times as large", () => {
    fc.assert(
      fc.property(decades(-3, 3), decades(-6, 6), decades(-6, 3), (epsilon, v, t) => {
        const c = 2 ** -300; // a power of two: no rounding
        const image = logSum({ epsilon }).scalar.prox(v, t);
        const { prox } = logSum({ epsilon: c * epsilon }).scalar;
        expect(prox(c * v, c * c * t)).toBe(c * image);
      }),
    );
  });

  it("declares the curvature at 0 as its weak convexity", () => {
    expect(logSum({ epsilon: 0.5 }).traits.weakConvexity).toBe(4);
  });

  it("is found by its default export, with ε = 1 unless told", () => {
    expect(createPenalty(plugin).parameters).toEqual({ epsilon: 1 });
    expect(createPenalty(plugin, { epsilon: 0.1 }).parameters).toEqual({ epsilon: 0.1 });
  });

  it.each([-1, 0, Number.NaN, Number.POSITIVE_INFINITY])("refuses ε = %d", (epsilon) => {
    expect(() => logSum({ epsilon })).toThrow(/^log-sum: epsilon must be .*, received/);
  });
});
