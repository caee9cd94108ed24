import { randomUnitVector, seededRandom } from "@proxkit/core";
import { describe, expect, test } from "vitest";
import { figure, sectionOf } from "./section-of.ts";

const section = sectionOf("path", 1);
const [nonzeros, angleU, angleW] = figure(section).panels;

describe("path", () => {
  test.each([
    ["l1", (t: number) => t],
    ["TL1, a = 1", (t: number) => (t <= 0.25 ? 2 * t : Math.sqrt(4 * t) - 0.5)],
    ["l0", (t: number) => Math.sqrt(2 * t)],
  ])("%s keeps the entries of w* above its threshold at λ/β", (label, threshold) => {
    const wStar = randomUnitVector(30, seededRandom(1));
    const curve = nonzeros.curves.find((one) => one.label === label);
    for (const [i, lambda] of (curve?.x ?? []).entries()) {
      const cut = threshold(lambda / 4e-3);
      const above = (limit: number) => wStar.filter((x) => Math.abs(x) > limit).length;
      expect(curve?.y[i]).toBeGreaterThanOrEqual(above(cut + 0.01)); // w̄ is within 0.01 of w*
      expect(curve?.y[i]).toBeLessThanOrEqual(above(cut - 0.01));
    }
  });

  test("where ū = 0 it has no angle, and w̄ = w*", () => {
    for (const [i, { y }] of nonzeros.curves.entries())
      for (const [at, size] of y.entries()) {
        expect(angleU.curves[i].y[at] === null).toBe(size === 0);
        if (size === 0) expect(angleW.curves[i].y[at]).toBeLessThan(1e-10);
      }
  });
});
