import { agrees } from "@proxkit/paper";
import { expect, test } from "vitest";

test("a number agrees within 3 standard deviations of single runs", () => {
  expect(agrees(16, 10, 2)).toBe(true);
  expect(agrees(4, 10, 2)).toBe(true);
  expect(agrees(16.001, 10, 2)).toBe(false);
  expect(agrees(3.999, 10, 2)).toBe(false);
});

test("without a spread only the mean agrees, and without a mean nothing does", () => {
  expect(agrees(10, 10, 0)).toBe(true);
  expect(agrees(10.001, 10, 0)).toBe(false);
  expect(agrees(10, null, null)).toBe(false);
});

test("NaN agrees with nothing", () => {
  expect(agrees(Number.NaN, 10, 2)).toBe(false);
});
