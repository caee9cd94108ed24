import { createPenalty } from "@proxkit/penalty";
import { penaltyLaws } from "@proxkit/penalty-laws";
import { describe, expect, it } from "vitest";
import plugin, { cappedL1 } from "../src/index.ts";

describe.each([0.01, 1, 100])("capped l1 with c = %d", (c) => {
  for (const law of penaltyLaws(cappedL1({ c }), { plugin })) it(law.name, law.check);
});

describe("capped l1", () => {
  const { prox, threshold, value } = cappedL1({ c: 2 }).scalar;

  it("is l1 up to c, and constant from there", () => {
    expect([0, -0.5, 2, -3].map(value)).toEqual([0, 0.5, 2, 2]);
  });

  it("shrinks small entries by t and leaves large ones alone, while t ≤ 2c", () => {
    expect(threshold(1)).toBe(1);
    expect(prox(1.5, 1)).toBe(0.5);
    expect(prox(-2.5, 1)).toBe(-1.5); // a tie at c + t/2
    expect(prox(2.75, 1)).toBe(2.75);
  });

  it("is a hard threshold at √(2tc) beyond", () => {
    expect(threshold(9)).toBe(6); // √(2 · 9 · 2), where l1 would have 9
    expect(prox(6, 9)).toBe(0);
    expect(prox(-6.25, 9)).toBe(-6.25);
  });

  it("is found by its default export, with c = 1 unless told", () => {
    expect(createPenalty(plugin).parameters).toEqual({ c: 1 });
    expect(createPenalty(plugin, { c: 0.5 }).parameters).toEqual({ c: 0.5 });
  });

  it("refuses a c that is not above 0", () => {
    expect(() => cappedL1({ c: 0 })).toThrow("capped-l1: c must be greater than 0, received 0");
  });
});
