import { lossOfAngle, type PaperPenalty, published, table } from "@proxkit/paper";
import { expect, test } from "vitest";

const PENALTIES: readonly PaperPenalty[] = ["l0", "tl1", "l1"];
const PAIRS = [
  ["angleW", "lossW"],
  ["angleU", "lossUnitU"],
] as const;

test("all thirty printed losses of unit vectors are f of the printed angles", () => {
  for (const penalty of PENALTIES)
    for (const [angle, loss] of PAIRS)
      published[penalty][angle].forEach((theta, i) => {
        const printed = published[penalty][loss][i] ?? Number.NaN;
        expect(lossOfAngle(theta ?? Number.NaN, printed, 2).agrees).toBe(true);
      });
});

test("a loss that is off by 2 in the last of 6 digits is not f of the angle", () => {
  // rounding leaves 0.5 of that digit to f, and 0.8 through the angle: 2f · 5e-7/0.337294 = 8e-8
  expect(lossOfAngle(0.337294, 0.0261605, 2).agrees).toBe(true);
  expect(lossOfAngle(0.337294, 0.0261607, 2).agrees).toBe(false);
  expect(lossOfAngle(0.337294, 0.0261603, 2).agrees).toBe(false);
});

test.each(PENALTIES)(
  "averages over runs would not pass, so a printed column is one run: %s",
  (penalty) => {
    const six = (x: number | null) => Number((x ?? Number.NaN).toPrecision(6));
    for (const { cells } of table({ penalty, seeds: 20 }).columns)
      for (const [angle, loss] of PAIRS)
        expect(lossOfAngle(six(cells[angle].mean), six(cells[loss].mean), 2).agrees).toBe(false);
  },
);
