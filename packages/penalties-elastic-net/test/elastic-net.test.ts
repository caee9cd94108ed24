import plugin, { elasticNet } from "@proxkit/penalties-elastic-net";
import { l1 } from "@proxkit/penalties-l1";
import { createPenalty } from "@proxkit/penalty";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

describe("elasticNet", () => {
  it("agrees with examples worked by hand", () => {
    const { prox, value } = elasticNet({ ratio: 0.25 }).scalar;
    expect(value(-2)).toBe(0.25 * 2 + 0.375 * 4);
    expect(prox(5, 4)).toBe(1); // (5 − 1)/(1 + 3)
    expect(prox(-5, 4)).toBe(-1);
    expect(prox(1, 4)).toBe(0); // at the threshold
  });

  it("is l1 at ratio 1, to the bit", () => {
    const any = fc.double({ noNaN: true });
    fc.assert(
      fc.property(any, fc.double({ min: 0, noNaN: true }), (v, t) => {
        expect(elasticNet({ ratio: 1 }).scalar.prox(v, t)).toBe(l1().scalar.prox(v, t));
        expect(elasticNet({ ratio: 1 }).scalar.value(v)).toBe(Math.abs(v));
      }),
    );
  });

  it("is ridge at ratio 0, which makes nothing 0 but for an infinite step", () => {
    const { prox, value, threshold } = elasticNet({ ratio: 0 }).scalar;
    expect(value(3)).toBe(4.5);
    expect(prox(3, 2)).toBe(1);
    expect(threshold(2)).toBe(0);
    expect(threshold(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
    for (const v of [-7, 1e300, 0, -5e-324]) expect(prox(v, Number.POSITIVE_INFINITY)).toBe(0);
    expect(prox(Number.NEGATIVE_INFINITY, 2)).toBe(Number.NEGATIVE_INFINITY);
    expect(prox(Number.NaN, Number.POSITIVE_INFINITY)).toBeNaN();
  });

  it("has no −0, where a quotient underflows either", () => {
    expect(elasticNet().scalar.prox(-5e-324, 1e9)).toBe(0);
    expect(elasticNet({ ratio: 0 }).scalar.prox(-5e-324, 1)).toBe(0);
  });

  it("has a value for the largest numbers", () => {
    for (const ratio of [0, 0.5, 1]) {
      const { value } = elasticNet({ ratio }).scalar;
      expect(value(Number.NEGATIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
      expect(value(Number.NaN)).toBeNaN();
    }
    expect(elasticNet({ ratio: 1 - 2 ** -53 }).scalar.value(2 ** 520)).toBe(2 ** 986); // 2⁻⁵⁴·2¹⁰⁴⁰
  });

  it("is convex, and found by its default export with half of each part unless told", () => {
    expect(elasticNet().traits).toEqual({ convex: true, separable: true, weakConvexity: 0 });
    expect(createPenalty(plugin).parameters).toEqual({ ratio: 0.5 });
    const { name, parameters } = elasticNet({ ratio: 0.1 });
    expect(name).toBe("elastic-net");
    expect(createPenalty(plugin, JSON.parse(JSON.stringify(parameters))).parameters).toEqual({
      ratio: 0.1,
    });
  });

  it.each([
    [-0.1, "elastic-net: ratio must be at least 0, received -0.1"],
    [1.1, "elastic-net: ratio must be at most 1, received 1.1"],
    [Number.NaN, "elastic-net: ratio must be a finite number, received NaN"],
  ])("refuses ratio = %d", (ratio, message) => {
    expect(() => elasticNet({ ratio })).toThrow(message);
  });
});
