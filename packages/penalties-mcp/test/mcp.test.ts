import plugin, { mcp } from "@proxkit/penalties-mcp";
import { createPenalty } from "@proxkit/penalty";
import { penaltyLaws } from "@proxkit/penalty-laws";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decades } from "./arbitraries.ts";

describe.each([
  { gamma: 3 },
  { gamma: 0.2 },
  { gamma: 1e4 },
  { gamma: 50, lambda: 0.3 },
  { gamma: 1.5, lambda: 1e3 },
])("mcp(%o)", (options) => {
  for (const law of penaltyLaws(mcp(options), { plugin })) it(law.name, law.check);
});

describe("mcp", () => {
  it("has λ|x| − x²/(2γ) up to γλ as its value, and γλ²/2 beyond", () => {
    const { value } = mcp({ gamma: 4, lambda: 0.5 }).scalar;
    expect(value(-1)).toBe(0.5 - 1 / 8);
    expect(value(2)).toBe(0.5);
    expect(value(Number.POSITIVE_INFINITY)).toBe(0.5);
    expect(value(5e-324)).toBe(0); // half of the smallest number
    expect(value(1e-310)).toBe(5e-311);
  });

  it("thresholds firmly while t < γ: 0, then a steep line, then the identity", () => {
    const { prox } = mcp({ gamma: 3 }).scalar;
    expect(prox(1, 1)).toBe(0);
    expect(prox(2, 1)).toBe(1.5); // 3(2 − 1)/(3 − 1)
    expect(prox(-2, 1)).toBe(-1.5);
    expect(prox(3.5, 1)).toBe(3.5);
  });

  it("thresholds hard at √(γt) when t ≥ γ, where the firm formula has a maximum instead", () => {
    const { prox, threshold } = mcp({ gamma: 3 }).scalar;
    expect(threshold(12)).toBe(6);
    expect(prox(5.9, 12)).toBe(0); // the firm formula keeps everything beyond γ = 3
    expect(prox(6, 12)).toBe(0); // objectives of 0 and 6: 18 and 12·3/2
    expect(prox(6 + 2 ** -50, 12)).toBe(6 + 2 ** -50);
  });

  it("has one threshold from both sides of t = γ", () => {
    const { threshold, prox } = mcp({ gamma: 3, lambda: 2 }).scalar;
    expect(threshold(3)).toBe(6);
    expect(threshold(3 - 2 ** -51)).toBeCloseTo(6, 14);
    expect(prox(6, 3)).toBe(0); // every u from 0 to 6 has the same objective
  });

  it("is the MCP of Zhang, ncvreg and skglm: λ²·p₁(x/λ), so that the prox scales with the same t", () => {
    fc.assert(
      fc.property(decades(-2, 2), decades(-2, 2), decades(-2, 2), (gamma, x, t) => {
        const lambda = 0.25; // a power of two: no rounding
        const one = mcp({ gamma }).scalar;
        const scaled = mcp({ gamma, lambda }).scalar;
        expect(scaled.value(x)).toBe(lambda ** 2 * one.value(x / lambda));
        expect(scaled.threshold(t)).toBe(lambda * one.threshold(t));
        expect(scaled.prox(x, t)).toBe(lambda * one.prox(x / lambda, t));
      }),
    );
  });

  it("times c is the MCP with slope cλ and concavity γ/c, so a solver's weight moves no knot", () => {
    fc.assert(
      fc.property(decades(-2, 2), decades(-2, 2), decades(-2, 2), (gamma, x, t) => {
        const c = 8;
        const weighted = mcp({ gamma }).scalar;
        const zhang = mcp({ gamma: gamma / c, lambda: c }).scalar;
        expect(zhang.value(x)).toBe(c * weighted.value(x));
        expect(zhang.prox(x, t)).toBe(weighted.prox(x, c * t));
      }),
    );
  });

  it("keeps the small image of a v between λt and the double above it", () => {
    const { prox, threshold } = mcp({ gamma: 3, lambda: 0.1 }).scalar;
    const t = 3 - 2 ** -51; // the slope above the threshold is 3·2⁵¹
    const v = threshold(t) * (1 + 2 ** -52);
    expect(prox(threshold(t), t)).toBe(0);
    expect(prox(v, t)).toBeGreaterThan(v / 100);
  });

  it("has a threshold where γt is out of range", () => {
    expect(mcp({ gamma: 1e-200 }).scalar.threshold(1e-150)).toBeCloseTo(1e-175, 189);
    expect(mcp({ gamma: 1e150 }).scalar.threshold(1e250) / 1e200).toBeCloseTo(1, 14);
    expect(mcp().scalar.prox(1e300, Number.MAX_VALUE)).toBe(1e300); // threshold √3·1e154
  });

  it("is found by its default export, with γ = 3 and λ = 1 unless told", () => {
    expect(createPenalty(plugin).parameters).toEqual({ gamma: 3, lambda: 1 });
    expect(createPenalty(plugin, { gamma: 2 }).parameters).toEqual({ gamma: 2, lambda: 1 });
  });

  it.each([-1, 0, Number.NaN, Number.POSITIVE_INFINITY])("refuses γ or λ = %d", (bad) => {
    expect(() => mcp({ gamma: bad })).toThrow(/^mcp: gamma must be .*, received/);
    expect(() => mcp({ lambda: bad })).toThrow(/^mcp: lambda must be .*, received/);
  });
});
