import plugin, { tl1 } from "@proxkit/penalties-tl1";
import { createPenalty } from "@proxkit/penalty";
import { penaltyLaws } from "@proxkit/penalty-laws";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectSameBits } from "../../penalty/test/expect-same-bits.ts";
import reference from "./reference-prox.json" with { type: "json" };

describe("tl1", () => {
  it.each(reference)("agrees with the reference: a = $a, prox($v, $t) = $prox", (known) => {
    const { prox, threshold } = tl1({ a: known.a }).scalar;
    expect(Math.abs(threshold(known.t) / known.threshold - 1)).toBeLessThanOrEqual(1e-15);
    expect(Math.abs(prox(known.v, known.t) - known.prox)).toBeLessThanOrEqual(
      1e-14 * Math.abs(known.v),
    );
  });

  describe.each([1e-3, 0.1, 1, 10, 1e8])("with a = %d", (a) => {
    for (const law of penaltyLaws(tl1({ a }), { plugin })) it(law.name, law.check);
  });

  it("is continuous below the critical t, and jumps above it", () => {
    const { prox, threshold } = tl1({ a: 1 }).scalar; // critical t = 1/4
    expect(prox(threshold(0.2) * (1 + 1e-9), 0.2)).toBeLessThan(1e-8);
    expect(prox(threshold(0.3) * (1 + 1e-9), 0.3)).toBeCloseTo(Math.sqrt(0.6 * 2) - 1, 6);
  });

  it("keeps the larger of two equal minimisers out", () => {
    const { prox, threshold } = tl1({ a: 1 }).scalar;
    expect(threshold(1)).toBe(1.5); // √4 − 1/2; the other minimiser is at 1, with the same objective
    expect(prox(1.5, 1)).toBe(0);
    expect(prox(1.5 + 2 ** -50, 1)).toBeCloseTo(1, 6);
  });

  it("makes +0 of what rounding makes 0 just above the threshold, on either side", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 0.2, noNaN: true }), fc.nat(3), (t, ulps) => {
        const { prox, threshold } = tl1({ a: 1 }).scalar;
        const v = threshold(t) * (1 + ulps * 2 ** -52);
        for (const p of [prox(v, t), prox(-v, t)]) expect(Object.is(p, -0)).toBe(false);
      }),
    );
  });

  it("gives a long vector the bits of its entries' own prox, whether few or many are above the threshold", () => {
    const { prox, scalar } = tl1();
    const kind = (i: number) => Math.floor(i / 200) % 3; // all, one of 40, none: longer than a block of the loop
    for (const length of [127, 128, 1001])
      for (const t of [0, 0.2, 3]) {
        const threshold = scalar.threshold(t);
        const v = Float64Array.from({ length }, (_, i) => {
          const x = 2 * Math.sin(i * i);
          const large = kind(i) === 0 || (kind(i) === 1 && i % 40 === 7);
          return large ? x + threshold * Math.sign(x) : (threshold * x) / 2;
        });
        v.set([NaN, Infinity, -Infinity, -0, threshold], length - 100);
        const expected = v.map((x) => scalar.prox(x, t));
        expect(prox(v, t)).toEqual(expected);
        expect(prox(v, t, v)).toEqual(expected);
      }
  });

  it("goes to l0 as a falls, and to l1 as a grows", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (x) => {
        expect(tl1({ a: 1e-9 }).scalar.value(x)).toBeCloseTo(1, 5);
        expect(tl1({ a: 1e9 }).scalar.value(x) / x).toBeCloseTo(1, 5);
      }),
    );
  });

  it("has a value for the largest and the smallest numbers", () => {
    const { value } = tl1({ a: 2 }).scalar;
    expect(value(Number.MAX_VALUE)).toBeCloseTo(3, 12);
    expect(value(Number.NEGATIVE_INFINITY)).toBe(3);
    expect(value(1e-310)).toBeCloseTo(1.5e-310, 320);
  });

  it("leaves infinities where they are", () => {
    expect([...tl1().prox(Float64Array.of(1 / 0, -1 / 0), 1)]).toEqual([1 / 0, -1 / 0]);
  });

  it("declares the curvature at 0 as its weak convexity", () => {
    const { weakConvexity } = tl1({ a: 2 }).traits;
    expect(weakConvexity).toBe(1.5); // 2(a + 1)/a²
    const { value } = tl1({ a: 2 }).scalar;
    const h = 1e-4;
    expect((value(2 * h) - 2 * value(h)) / h ** 2).toBeCloseTo(-1.5, 3);
  });

  it("is found by its default export, with a = 1 unless told", () => {
    expect(createPenalty(plugin).parameters).toEqual({ a: 1 });
    expect(createPenalty(plugin, { a: 0.5 }).parameters).toEqual({ a: 0.5 });
  });

  it.each([-1, 0, Number.NaN, Number.POSITIVE_INFINITY])("refuses a = %d", (a) => {
    expect(() => tl1({ a })).toThrow(/^tl1: a must be .*, received/);
  });

  it("gives vectors what it gives each number, to the last bit", () => {
    expectSameBits(tl1());
  });
});
