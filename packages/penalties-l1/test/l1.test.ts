import plugin, { l1 } from "@proxkit/penalties-l1";
import { createPenalty } from "@proxkit/penalty";
import { describe, expect, it } from "vitest";
import { itObeysTheProxLaws } from "../../penalty/test/prox-laws.ts";
import reference from "./reference-prox.json" with { type: "json" };

describe("l1", () => {
  it.each(reference)("agrees with the reference: prox($v, $t) = $prox", ({ v, t, ...expected }) => {
    const { prox, threshold } = l1().scalar;
    expect(threshold(t)).toBe(expected.threshold);
    expect(prox(v, t)).toBe(expected.prox); // one subtraction, correctly rounded
  });

  itObeysTheProxLaws("l1", l1());

  it("is the sum of absolute values", () => {
    expect(l1().value(Float64Array.of(1, -2, 0.5))).toBe(3.5);
  });

  it("is found by its default export, and takes no options", () => {
    expect(createPenalty(plugin).name).toBe("l1");
    expect(() => createPenalty(plugin, { a: 1 })).toThrow("l1: unknown option a; it takes none");
  });
});
