import plugin, { l1 } from "@proxkit/penalties-l1";
import { createPenalty } from "@proxkit/penalty";
import { penaltyLaws } from "@proxkit/penalty-laws";
import { describe, expect, it } from "vitest";
import { expectSameBits } from "../../penalty/test/expect-same-bits.ts";
import reference from "./reference-prox.json" with { type: "json" };

/** The conjugate of ‖w‖₁: 0 where all |sᵢ| ≤ 1, Infinity elsewhere; its prox clips. */
const unitBall = {
  value: (s: Float64Array) => (s.every((si) => Math.abs(si) <= 1) ? 0 : Number.POSITIVE_INFINITY),
  prox: (v: Float64Array) => v.map((vi) => Math.min(1, Math.max(-1, vi))),
};

describe("l1", () => {
  it.each(reference)("agrees with the reference: prox($v, $t) = $prox", ({ v, t, ...expected }) => {
    const { prox, threshold } = l1().scalar;
    expect(threshold(t)).toBe(expected.threshold);
    expect(prox(v, t)).toBe(expected.prox); // one subtraction, correctly rounded
  });

  for (const law of penaltyLaws(l1(), { conjugate: unitBall, plugin })) it(law.name, law.check);

  it("leaves infinities where they are", () => {
    expect([...l1().prox(Float64Array.of(1 / 0, -1 / 0), 1)]).toEqual([1 / 0, -1 / 0]);
  });

  it("is the sum of absolute values", () => {
    expect(l1().value(Float64Array.of(1, -2, 0.5))).toBe(3.5);
  });

  it("is found by its default export, and takes no options", () => {
    expect(createPenalty(plugin).name).toBe("l1");
    expect(() => createPenalty(plugin, { a: 1 })).toThrow("l1: unknown option a; it takes none");
  });

  it("gives vectors what it gives each number, to the last bit", () => {
    expectSameBits(l1());
  });
});
