import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ONE, ratio, root, times, toDouble } from "../derivation/fixed-point.ts";
import { sourceFile } from "../derivation/source-file.ts";
import { approximation, relativeRoot, squaredRatio } from "../derivation/squared-ratio.ts";
import { denominator, numerator } from "../src/squared-ratio.ts";

const hundredths = Array.from({ length: 101 }, (_, i) => ratio(BigInt(i), 100n));

describe("the derivation", () => {
  it("derives the coefficients that are in use", () => {
    const inUse = readFileSync(new URL("../src/squared-ratio.ts", import.meta.url), "utf8");
    expect(inUse).toBe(sourceFile(approximation()));
  });

  it("is about the root of the cubic: w²(1 − w) = (4/27)(1 − h²), w ≥ 2/3, to 90 digits", () => {
    for (const h of hundredths) {
      const w = relativeRoot(h);
      const off = 27n * times(times(w, w), ONE - w) - 4n * (ONE - times(h, h));
      expect(Math.abs(toDouble(off))).toBeLessThan(1e-90);
      expect(3n * w - 2n * ONE >= -3n).toBe(true);
    }
  });

  it("agrees with the cosine form, (1 + 2 cos(⅔ acos h))/3, to the digits of a double", () => {
    for (const h of hundredths) {
      const cosine = (1 + 2 * Math.cos((2 / 3) * Math.acos(toDouble(h)))) / 3;
      expect(toDouble(relativeRoot(h))).toBeCloseTo(cosine, 14);
    }
  });

  it("gives R in doubles to 2 units of 2⁻⁵², and R(1) = 1 and R(0) = 9/4 exactly", () => {
    const R = (h: number) => 1 + ((1 - h) * numerator(h)) / denominator(h);
    for (let h = 0; h <= 1; h += 2 ** -10) {
      const exact = squaredRatio(ratio(BigInt(h * 2 ** 10), 1024n));
      expect(Math.abs(R(h) / toDouble(exact) - 1)).toBeLessThanOrEqual(2 * 2 ** -52);
    }
    expect([R(0), R(1)]).toEqual([2.25, 1]);
  });

  it("rounds to the nearest double, and takes roots", () => {
    expect(toDouble(ratio(1n, 3n))).toBe(1 / 3);
    expect(toDouble(ratio(-2n, 3n))).toBe(-2 / 3);
    expect(toDouble(ONE + (ONE >> 53n))).toBe(1); // a tie, to even
    expect(toDouble(ONE + 3n * (ONE >> 53n))).toBe(1 + 2 ** -51);
    expect(toDouble(root(2n * ONE))).toBe(Math.SQRT2);
  });
});
