import { expect, test } from "vitest";
import { apart, checksumOf } from "../src/measure/checksum.ts";
import { logSlope, median } from "../src/measure/statistics.ts";

test("the median is the middle one, or the mean of the middle two", () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 2, 100])).toBe(3);
});

test("the slope on log axes is the exponent", () => {
  const x = [1, 10, 100, 1000];
  expect(
    logSlope(
      x,
      x.map((t) => 7 * t),
    ),
  ).toBeCloseTo(1, 12);
  expect(
    logSlope(
      x,
      x.map((t) => t * t),
    ),
  ).toBeCloseTo(2, 12);
  expect(
    logSlope(
      x,
      x.map(() => 3),
    ),
  ).toBeCloseTo(0, 12);
});

test("checksums are Σ x, Σ |x| and Σ (i mod 97 − 48) x", () => {
  expect(checksumOf([1, -2, 3])).toEqual({ sum: 2, size: 6, moment: -48 + 94 - 138 });
});

test("results that differ in an entry, or in the order, are apart; the same are not", () => {
  const a = checksumOf([1, -2, 3]);
  expect(apart(a, checksumOf([1, -2, 3]))).toBe(0);
  expect(apart(a, checksumOf([1, -2, 3.001]))).toBeGreaterThan(1e-4);
  expect(apart(a, checksumOf([3, -2, 1]))).toBeGreaterThan(1e-3);
  expect(apart(a, checksumOf([-1, 2, 3]))).toBeGreaterThan(1e-3);
});
