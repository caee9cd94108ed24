import { angle, dot, norm, seededRandom } from "@proxkit/core";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gaussians, relativeError } from "./numbers.ts";

const of = Float64Array.of.bind(Float64Array);
const vectors = fc
  .record({ d: fc.integer({ min: 1, max: 12 }), seed: fc.nat() })
  .map(({ d, seed }) => {
    const random = seededRandom(seed);
    return { x: gaussians(d, random), y: gaussians(d, random) };
  });

describe("angle", () => {
  it("keeps its digits from nearly parallel to nearly opposite", () => {
    for (const e of [1e-150, 1e-15, 1e-9, 1e-6, 0.1]) {
      expect(relativeError(angle(of(1, 0), of(1, e)), Math.atan(e))).toBeLessThan(3e-16);
      expect(Math.abs(Math.PI - angle(of(1, 0), of(-1, e)) - Math.atan(e))).toBeLessThan(5e-16);
    }
  });

  it("is 0, π/2 and π where it should be", () => {
    expect(angle(of(1, 2, 2), of(1, 2, 2))).toBe(0);
    expect(angle(of(1, 0), of(0, 5))).toBe(Math.PI / 2);
    expect(angle(of(1, 2, 2), of(-1, -2, -2))).toBe(Math.PI);
  });

  it("does not change with the order or the scale, from 1e-300 to 1e300", () => {
    const scale = fc.constantFrom(1e-300, 1e-160, 1e-5, 1, 1e5, 1e160, 1e298);
    fc.assert(
      fc.property(vectors, scale, scale, ({ x, y }, s, t) => {
        const theta = angle(x, y);
        expect(angle(y, x)).toBe(theta);
        const scaled = angle(
          x.map((v) => s * v),
          y.map((v) => t * v),
        );
        expect(Math.abs(scaled - theta)).toBeLessThan(1e-14);
      }),
    );
  });

  it("is NaN for a zero vector, an infinite norm, and a NaN", () => {
    for (const x of [of(0, 0), of(1, Infinity), of(1.7e308, 1.7e308), of(1, NaN)]) {
      expect(angle(x, of(1, 0))).toBeNaN();
      expect(angle(of(1, 0), x)).toBeNaN();
    }
  });

  it("refuses vectors of two lengths", () => {
    expect(() => angle(of(1, 2, 3), of(1, 2))).toThrow("angle: y must have length 3, received 2");
  });
});

describe("norm", () => {
  it("is the square root of the sum of squares", () => {
    fc.assert(
      fc.property(vectors, ({ x }) => {
        expect(relativeError(norm(x), Math.hypot(...x))).toBeLessThan(1e-15);
      }),
    );
  });

  it("neither overflows nor underflows on the way", () => {
    for (const s of [2 ** -1070, 2 ** -600, 2 ** -450, 2 ** 500, 2 ** 1020])
      expect(norm(of(3 * s, -4 * s, 0))).toBe(5 * s);
    expect(norm(of(1e-170, 1))).toBe(1);
  });

  it("is 0 for zeros and for nothing, Infinity with an infinity, NaN with a NaN", () => {
    expect(norm(of(0, -0))).toBe(0);
    expect(norm(of())).toBe(0);
    expect(norm(of(1, -Infinity))).toBe(Number.POSITIVE_INFINITY);
    expect(norm(of(NaN, Infinity))).toBeNaN();
    expect(norm(of(0, NaN))).toBeNaN();
  });
});

describe("dot", () => {
  it("is the sum of products, at every length", () => {
    for (let d = 0; d < 12; d++) {
      const x = Float64Array.from({ length: d }, (_, i) => i + 1);
      expect(dot(x, x)).toBe((d * (d + 1) * (2 * d + 1)) / 6);
    }
  });

  it("refuses vectors of two lengths", () => {
    expect(() => dot(of(1, 2, 3), of(1, 2))).toThrow("dot: y must have length 3, received 2");
  });
});
