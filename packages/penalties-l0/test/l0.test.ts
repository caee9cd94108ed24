import plugin, { l0 } from "@proxkit/penalties-l0";
import { createPenalty } from "@proxkit/penalty";
import { penaltyLaws } from "@proxkit/penalty-laws";
import { describe, expect, it } from "vitest";
import { expectSameBits } from "../../penalty/test/expect-same-bits.ts";
import reference from "./reference-prox.json" with { type: "json" };

const { prox, threshold } = l0().scalar;

describe("l0", () => {
  it.each(reference)("agrees with the reference: prox($v, $t) = $prox", ({ v, t, ...expected }) => {
    expect(Math.abs(threshold(t) / expected.threshold - 1)).toBeLessThanOrEqual(2 ** -52);
    expect(prox(v, t)).toBe(expected.prox);
  });

  for (const law of penaltyLaws(l0(), { plugin })) it(law.name, law.check);

  it("thresholds at the square root of 2t, not at t as Lemma 5.2.2 prints", () => {
    expect(threshold(2)).toBe(2);
    expect(prox(1.999, 2)).toBe(0);
    expect(prox(2.001, 2)).toBe(2.001);
    expect(prox(1.5, 1)).toBe(1.5); // above √2; a threshold of 2t or t² would differ
    expect(prox(0.3, 0.125)).toBe(0); // above t, below √(2t) = 0.5
  });

  it("keeps the larger of two equal minimisers out", () => {
    expect(prox(2, 2)).toBe(0);
    expect(prox(-2, 2)).toBe(0);
  });

  it("has a threshold where 2t would overflow", () => {
    expect(threshold(1.7e308)).toBeCloseTo(1.8439088914585e154, -142);
    expect(prox(1e200, 1.7e308)).toBe(1e200);
  });

  it("leaves infinities where they are", () => {
    expect([...l0().prox(Float64Array.of(1 / 0, -1 / 0), 1)]).toEqual([1 / 0, -1 / 0]);
  });

  it("counts the nonzeros", () => {
    expect(l0().value(Float64Array.of(0, -0, 1e-300, -5, Number.POSITIVE_INFINITY))).toBe(3);
  });

  it("is found by its default export, and takes no options", () => {
    expect(createPenalty(plugin).name).toBe("l0");
    expect(() => createPenalty(plugin, { s: 1 })).toThrow("l0: unknown option s; it takes none");
  });

  it("gives vectors what it gives each number, to the last bit", () => {
    expectSameBits(l0());
  });
});
