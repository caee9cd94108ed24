import { moreauEnvelope } from "@proxkit/penalty";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { absoluteValue } from "./absolute-value.ts";

const point = fc.double({ min: -100, max: 100, noNaN: true });
const step = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
const at = (x: number, t: number) => moreauEnvelope(absoluteValue, Float64Array.of(x), t);

describe("moreauEnvelope", () => {
  it("is the Huber function for the absolute value", () => {
    fc.assert(
      fc.property(point, step, (x, t) => {
        const size = Math.abs(x);
        expect(at(x, t)).toBeCloseTo(size <= t ? (x * x) / (2 * t) : size - t / 2, 9);
      }),
    );
  });

  it("is at most the penalty, and falls as t grows", () => {
    fc.assert(
      fc.property(point, step, (x, t) => {
        expect(at(x, t)).toBeLessThanOrEqual(Math.abs(x) * (1 + 1e-12));
        expect(at(x, 2 * t)).toBeLessThanOrEqual(at(x, t) * (1 + 1e-12));
      }),
    );
  });

  it("is the penalty itself at t = 0, infinite at infinity, and 0 for no coordinates", () => {
    expect(at(-3, 0)).toBe(3);
    expect(at(Number.POSITIVE_INFINITY, 1)).toBe(Number.POSITIVE_INFINITY);
    expect(moreauEnvelope(absoluteValue, new Float64Array(0), 1)).toBe(0);
  });

  it("is right where squares leave the number range", () => {
    expect(at(1e200, 1e300)).toBeCloseTo(5e99, -86); // x²/2t
    expect(at(-1e-200, 1e-150)).toBe(5e-251);
    expect(at(1e200, 1e308)).toBeCloseTo(5e91, -78);
    expect(at(1e200, Number.POSITIVE_INFINITY)).toBe(0);
  });

  it("refuses a negative step", () => {
    expect(() => at(1, -1)).toThrow(/moreauEnvelope: t must be at least 0, received -1/);
  });
});
