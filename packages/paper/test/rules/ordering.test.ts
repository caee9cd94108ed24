import { smallestOf } from "@proxkit/paper";
import { expect, test } from "vitest";

test("the smallest is counted over problems, not over means", () => {
  const cases = [
    { l0: 3, tl1: 2, l1: 1 },
    { l0: 3, tl1: 2, l1: 1 },
    { l0: 0, tl1: 50, l1: 100 }, // l0 has the smallest mean
  ];
  expect(smallestOf(cases)).toEqual({ penalty: "l1", share: 2 / 3, cases: 3 });
});

test("a problem without a value for some penalty is left out", () => {
  const cases = [
    { l0: null, tl1: 1, l1: 2 },
    { l0: 2, tl1: null, l1: 3 },
    { l0: 2, tl1: 3, l1: null },
    { l0: 5, tl1: 7, l1: 6 },
  ];
  expect(smallestOf(cases)).toEqual({ penalty: "l0", share: 1, cases: 1 });
});
