import { l0 } from "@proxkit/penalties-l0";
import { tl1 } from "@proxkit/penalties-tl1";
import {
  isEven,
  type SeparablePenalty,
  scaled,
  separablePenalty,
  weighted,
} from "@proxkit/penalty";
import { expect, it } from "vitest";
import { euclideanNorm } from "./euclidean-norm.ts";

const withValue = (value: (x: number) => number): SeparablePenalty =>
  separablePenalty({ name: "x", convex: true, value, prox: (v) => v, threshold: () => 0 });

it("finds separable penalties even whose least value is at 0", () => {
  for (const penalty of [l0(), tl1({ a: 1e-3 }), scaled(tl1(), 3), withValue(() => 0)])
    expect(isEven(penalty)).toBe(true);
});

it("finds others not to be, bounded and shifted ones and those without scalar functions", () => {
  for (const value of [
    (x: number) => (x < 0 ? Number.POSITIVE_INFINITY : 0),
    (x: number) => Math.abs(x - 1),
    (x: number) => Math.max(0, 1 - Math.abs(x)),
    () => Number.NaN,
  ])
    expect(isEven(withValue(value))).toBe(false);
  for (const penalty of [euclideanNorm, weighted(l0(), [1]), { scalar: {} }, "l1", null, undefined])
    expect(isEven(penalty)).toBe(false);
});
