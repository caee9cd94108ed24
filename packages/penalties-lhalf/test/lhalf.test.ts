import plugin, { lhalf } from "@proxkit/penalties-lhalf";
import { createPenalty } from "@proxkit/penalty";
import { penaltyLaws } from "@proxkit/penalty-laws";
import { describe, expect, it } from "vitest";
import reference from "./reference-prox.json" with { type: "json" };

const { prox, threshold, value } = lhalf().scalar;

describe("lhalf", () => {
  for (const law of penaltyLaws(lhalf(), { plugin })) it(law.name, law.check);

  it.each(reference)("agrees with the reference: prox($v, $t) = $prox", ({ v, t, ...expected }) => {
    expect(Math.abs(threshold(t) / expected.threshold - 1)).toBeLessThanOrEqual(2 * 2 ** -52);
    expect(Math.abs(prox(v, t) - expected.prox)).toBeLessThanOrEqual(2 * 2 ** -52 * Math.abs(v));
  });

  it("jumps from 0 to t^(2/3) at (3/2) t^(2/3)", () => {
    expect(threshold(8)).toBe(6);
    expect(prox(6, 8)).toBe(0); // objectives of 0 and 4: 18 and 8·2 + 2²/2
    expect(prox(6 + 2 ** -50, 8)).toBeCloseTo(4, 14);
    expect(prox(-6 - 2 ** -50, 8)).toBeCloseTo(-4, 14);
  });

  it("has roots that a hand can check: 2s³ − 2xs + t = 0 with u = s²", () => {
    expect(prox(5, 4)).toBe(4); // 16 − 20 + 4
    expect(prox(-16.5, 4)).toBe(-16); // 128 − 132 + 4
    expect(prox(3, 4)).toBe(0); // s = 1 is a root too, but at u = 1 the objective is 6, at 0 it is 4.5
  });

  it("has a threshold and a value for the largest and the smallest numbers", () => {
    expect(threshold(Number.MAX_VALUE) / (1.5 * Number.MAX_VALUE ** (2 / 3))).toBeCloseTo(1, 12);
    expect(threshold(5e-324)).toBeGreaterThan(0);
    expect(prox(Number.MAX_VALUE, Number.MAX_VALUE)).toBe(Number.MAX_VALUE);
    expect(prox(1e-310, 0)).toBe(1e-310);
    expect(value(Number.NEGATIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
    expect(value(-9)).toBe(3);
  });

  it("is found by its default export, and takes no options", () => {
    expect(createPenalty(plugin).name).toBe("lhalf");
    expect(() => createPenalty(plugin, { a: 1 })).toThrow("lhalf: unknown option a; it takes none");
  });
});
