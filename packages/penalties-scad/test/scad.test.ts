import plugin, { scad } from "@proxkit/penalties-scad";
import { createPenalty } from "@proxkit/penalty";
import { penaltyLaws } from "@proxkit/penalty-laws";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decades } from "../../penalties-mcp/test/arbitraries.ts";

describe.each([
  { a: 3.7 },
  { a: 1.2 },
  { a: 1e4 },
  { a: 30, lambda: 0.3 },
  { a: 2.5, lambda: 1e3 },
])("scad(%o)", (options) => {
  for (const law of penaltyLaws(scad(options), { plugin })) it(law.name, law.check);
});

describe("scad", () => {
  it("is λ|x| up to λ, bends up to aλ, and is (a + 1)λ²/2 beyond", () => {
    const { value } = scad({ a: 3, lambda: 2 }).scalar;
    expect(value(-1)).toBe(2);
    expect(value(2)).toBe(4);
    expect(value(4)).toBe(7); // (2·3·2·4 − 16 − 4)/(2·2)
    expect(value(6)).toBe(8);
    expect(value(Number.NEGATIVE_INFINITY)).toBe(8);
  });

  it("thresholds softly, then steeply, then not at all while t < a − 1", () => {
    const { prox } = scad({ a: 3 }).scalar;
    expect([1, 1.5, 2, 2.5, 3, 4].map((v) => prox(v, 1))).toEqual([0, 0.5, 1, 2, 3, 4]);
  });

  it("jumps from x − t to x at (a + 1 + t)/2 when a − 1 ≤ t < a + 1, with objectives equal there", () => {
    const { prox, value } = scad({ a: 3 }).scalar;
    const t = 3; // jump at 3.5
    expect(prox(3, t)).toBe(0);
    expect(prox(3.5, t)).toBe(0.5);
    expect(prox(3.5 + 2 ** -51, t)).toBe(3.5 + 2 ** -51);
    expect(t * value(0.5) + (3.5 - 0.5) ** 2 / 2).toBe(t * value(3.5));
  });

  it("thresholds hard at √(t(a + 1)) when t ≥ a + 1", () => {
    const { prox, threshold } = scad({ a: 3 }).scalar;
    expect(threshold(4)).toBe(4); // both formulas
    expect(threshold(9)).toBe(6);
    expect(prox(6, 9)).toBe(0); // objectives of 0 and 6: 18 and 9·4/2
    expect(prox(6 + 2 ** -50, 9)).toBe(6 + 2 ** -50);
    expect(prox(8, 9)).toBe(8); // below t, where soft thresholding would give 0
  });

  it("is the SCAD of Fan & Li, ncvreg and skglm: λ²·p₁(x/λ), so that the prox scales with the same t", () => {
    fc.assert(
      fc.property(decades(-2, 2), decades(-2, 2), decades(-2, 2), (by, x, t) => {
        const a = 1 + by;
        const lambda = 0.25; // a power of two: no rounding
        const one = scad({ a }).scalar;
        const scaled = scad({ a, lambda }).scalar;
        expect(scaled.value(x)).toBe(lambda ** 2 * one.value(x / lambda));
        expect(scaled.threshold(t)).toBe(lambda * one.threshold(t));
        expect(scaled.prox(x, t)).toBe(lambda * one.prox(x / lambda, t));
      }),
    );
  });

  it("at t = 1 and a > 2 is the thresholding rule that Fan & Li print", () => {
    fc.assert(
      fc.property(decades(-2, 1), decades(-2, 1), decades(-2, 2), (by, lambda, x) => {
        const a = 2 + by;
        const printed =
          x <= 2 * lambda
            ? Math.max(0, x - lambda)
            : x <= a * lambda
              ? ((a - 1) * x - a * lambda) / (a - 2)
              : x;
        const slope = (a - 1) / (a - 2); // by which the printed form magnifies rounding
        const off = Math.abs(scad({ a, lambda }).scalar.prox(x, 1) - printed);
        expect(off).toBeLessThanOrEqual(4 * 2 ** -52 * slope * a * Math.max(x, lambda));
      }),
    );
  });

  it("is right where a − 1 − t is lost in the rounding of a", () => {
    const a = 1e17; // its neighbours are 16 apart
    const { prox } = scad({ a }).scalar;
    // 16 − 1 = 15 beyond t = a − 160: the share of t taken is (a − x)/(a − 1 − t) = 80/159
    expect(prox(a - 80, a - 160) / a).toBeCloseTo(1 - 80 / 159, 14);
  });

  it("keeps the small image of a v between λt and the double above it", () => {
    const { prox, threshold } = scad({ lambda: 0.1 }).scalar;
    const v = threshold(0.7) * (1 + 2 ** -52); // 0.1·0.7 as doubles is no double
    expect(prox(threshold(0.7), 0.7)).toBe(0);
    expect(prox(v, 0.7)).toBeGreaterThan(0);
    expect(prox(v, 0.7)).toBeLessThan(2 ** -56);
  });

  it("thresholds where λt and t(a + 1) are out of range", () => {
    const { prox, threshold } = scad({ a: 3, lambda: 1e150 }).scalar;
    expect(threshold(1e200) / 2e250).toBeCloseTo(1, 14);
    expect(prox(1e300, 1e200)).toBe(1e300);
    expect(prox(1e200, 1e200)).toBe(0);
    expect(scad({ a: 3 }).scalar.threshold(1e308) / 2e154).toBeCloseTo(1, 14);
  });

  it("is found by its default export, with a = 3.7 and λ = 1 unless told", () => {
    expect(createPenalty(plugin).parameters).toEqual({ a: 3.7, lambda: 1 });
    expect(createPenalty(plugin, { a: 3 }).parameters).toEqual({ a: 3, lambda: 1 });
  });

  it.each([1, 0, Number.NaN, Number.POSITIVE_INFINITY])("refuses a = %d", (a) => {
    expect(() => scad({ a })).toThrow(/^scad: a must be .*, received/);
  });

  it.each([0, -1, Number.NaN])("refuses λ = %d", (lambda) => {
    expect(() => scad({ lambda })).toThrow(/^scad: lambda must be .*, received/);
  });
});
