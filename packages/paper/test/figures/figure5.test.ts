import { describe, expect, test } from "vitest";
import { checks, figure, sectionOf } from "./section-of.ts";

const section = sectionOf("figure5", 1);
const lambda = 0.05;

describe("figure5", () => {
  const curves = figure(section).panels.flatMap((panel) => panel.curves);
  const named = (label: string) => curves.filter((curve) => curve.label === label);

  test("l0's envelope is min(x²/2, λ)", () => {
    for (const { x, y } of named("l0"))
      for (const [j, v] of x.entries()) expect(y[j]).toBeCloseTo(Math.min((v * v) / 2, lambda), 15);
  });

  test("l1's envelope is Huber's function", () => {
    for (const { x, y } of named("l1"))
      for (const [j, v] of x.entries()) {
        const size = Math.abs(v);
        const huber = size <= lambda ? (v * v) / 2 : lambda * size - (lambda * lambda) / 2;
        expect(y[j]).toBeCloseTo(huber, 15);
      }
  });

  test("no envelope is above the least that a grid of u finds", () => {
    expect(checks(section).map(({ verdict }) => verdict)).toEqual(Array(4).fill("holds"));
  });
});
