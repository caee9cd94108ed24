import { hardThreshold } from "@proxkit/penalties-l0";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

/** The slow twin: sort by magnitude, NaN apart, lower index first among equals. */
function bySorting(v: Float64Array, s: number): Float64Array {
  const order = [...v.keys()].filter((i) => !Number.isNaN(v[i]));
  order.sort((i, j) => Math.abs(v[j]) - Math.abs(v[i]) || i - j);
  const kept = new Set(order.slice(0, s));
  return v.map((x, i) => (kept.has(i) || Number.isNaN(x) ? x : 0));
}

const anyDouble = fc.double();
const fewValues = fc.constantFrom(
  0,
  -0,
  1,
  -1,
  2,
  -2,
  5e-324,
  Number.NaN,
  Number.NEGATIVE_INFINITY,
);
const nearlyEqual = fc.integer({ min: 0, max: 9 }).map((n) => 1 + n * 2 ** -52);

describe("hardThreshold", () => {
  it.each([
    ["any doubles", anyDouble],
    ["many ties", fewValues],
    ["values that differ in the last bits", nearlyEqual],
  ])("agrees with a sort on %s", (_, entries) => {
    fc.assert(
      fc.property(fc.array(entries, { maxLength: 60 }), fc.nat(70), (list, s) => {
        const v = Float64Array.from(list);
        expect(hardThreshold(v, s)).toEqual(bySorting(v, s)); // toEqual tells −0 from +0
      }),
      { numRuns: 500 },
    );
  });

  it("keeps the lower index of equal magnitudes", () => {
    expect([...hardThreshold(Float64Array.of(-1, 1, -1, 1), 2)]).toEqual([-1, 1, 0, 0]);
  });

  it("never hides a NaN, whatever s", () => {
    const v = Float64Array.of(Number.NaN, 1, Number.NaN, 3);
    expect([...hardThreshold(v, 0)]).toEqual([Number.NaN, 0, Number.NaN, 0]);
    expect([...hardThreshold(v, 1)]).toEqual([Number.NaN, 0, Number.NaN, 3]);
  });

  it("is the nearest s-sparse point", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 1, maxLength: 8 }),
        fc.nat(8),
        (list, s) => {
          const v = Float64Array.from(list);
          const distance = (u: ArrayLike<number>) =>
            list.reduce((sum, x, i) => sum + (x - u[i]) ** 2, 0);
          const best = distance(hardThreshold(v, s));
          for (let mask = 0; mask < 1 << list.length; mask++) {
            const u = list.map((x, i) => ((mask >> i) & 1 ? x : 0));
            const size = mask.toString(2).replaceAll("0", "").length;
            if (size <= s) expect(distance(u)).toBeGreaterThanOrEqual(best);
          }
        },
      ),
    );
  });

  it("leaves its input untouched, may write over it, and works on a part of a larger buffer", () => {
    const whole = Float64Array.of(9, 1, -3, 2, 9);
    const v = whole.subarray(1, 4);
    expect([...hardThreshold(v, 1)]).toEqual([0, -3, 0]);
    expect([...whole]).toEqual([9, 1, -3, 2, 9]);
    expect(hardThreshold(v, 1, v)).toBe(v);
    expect([...whole]).toEqual([9, 0, -3, 0, 9]);
  });

  it.each([
    [-1, "hardThreshold: s must be a whole number at least 0, received -1"],
    [1.5, "hardThreshold: s must be a whole number at least 0, received 1.5"],
    [Number.NaN, "hardThreshold: s must be a whole number at least 0, received NaN"],
  ])("refuses s = %d", (s, message) => {
    expect(() => hardThreshold(Float64Array.of(1), s)).toThrow(message);
  });

  it("refuses an output of another length", () => {
    expect(() => hardThreshold(Float64Array.of(1, 2), 1, new Float64Array(1))).toThrow(
      "hardThreshold: out must have length 2, received 1",
    );
  });
});
