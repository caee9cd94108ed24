import { angle, norm, randomUnitVector, seededRandom } from "@proxkit/core";
import { type PaperPenalty, predictLimit, publishedParameters, table } from "@proxkit/paper";
import { l0 } from "@proxkit/penalties-l0";
import { l1 } from "@proxkit/penalties-l1";
import { tl1 } from "@proxkit/penalties-tl1";
import { expect, test } from "vitest";

const PENALTIES: readonly PaperPenalty[] = ["l0", "tl1", "l1"];
const penalties = { l0: l0(), tl1: tl1(), l1: l1() };
const { lambda, beta } = publishedParameters;

test.each(PENALTIES)(
  "‖ū‖² and cos γ are those of 10 000 random vectors, within 4 standard errors: %s",
  (name) => {
    const d = 20;
    const random = seededRandom(1);
    const squares: number[] = [];
    const alongs: number[] = [];
    for (let draw = 0; draw < 10_000; draw++) {
      const x = randomUnitVector(d, random);
      const u = penalties[name].prox(x, lambda / beta);
      squares.push(norm(u) ** 2);
      alongs.push(norm(u) * Math.cos(angle(x, u)));
    }
    const limit = predictLimit({ penalty: name, d, ...publishedParameters });
    expect(standardErrors(squares, limit.norm ** 2)).toBeLessThan(4);
    expect(standardErrors(alongs, limit.norm * Math.cos(limit.gamma ?? 0))).toBeLessThan(4);
  },
);

test.each(PENALTIES)(
  "is within 4 standard errors and 5% of the mean of 100 runs, in every row: %s",
  (penalty) => {
    for (const { cells } of table({ penalty, d: [10, 30, 50] }).columns)
      for (const [name, { mean, sd, theory }] of Object.entries(cells)) {
        const [ours, spread, predicted] = [
          mean ?? Number.NaN,
          sd ?? Number.NaN,
          theory ?? Number.NaN,
        ];
        const room = (4 * spread) / Math.sqrt(100) + 0.05 * ours;
        expect(Math.abs(ours - predicted), name).toBeLessThan(room);
      }
  },
);

test("w̄ lies between ū and w*, so the angles add up, and eq. (17) holds", () => {
  const limit = predictLimit({ penalty: "l0", d: 30, ...publishedParameters });
  const [theta, gamma] = [limit.angleW ?? Number.NaN, limit.gamma ?? Number.NaN];
  expect(limit.angleU).toBeCloseTo(theta + gamma, 14);
  const left = ((Math.PI - theta) / (2 * Math.PI)) * Math.sin(theta);
  expect(left).toBeCloseTo(beta * limit.norm * Math.sin(gamma), 15);
});

test("where every entry is set to 0 the limit is w* itself, and ū has no angle", () => {
  const limit = predictLimit({ penalty: "l1", d: 10, patches: 2, lambda: 1, beta: 0.5, a: 1 });
  expect(limit).toMatchObject({ norm: 0, gamma: null, angleW: 0, lossW: 0, angleU: null });
  expect(limit.lossUnitU).toBeNull();
  expect(limit.zerosU).toBeCloseTo(10, 12);
  expect(limit.lossU).toBeCloseTo((1 / Math.PI + 1) / 4, 14); // f(0) = γ/k², γ = 1/π + 1
});

test("without a penalty the limit is w*", () => {
  const limit = predictLimit({ penalty: "tl1", d: 10, patches: 3, lambda: 0, beta: 0.1, a: 1 });
  expect(limit.angleW).toBeLessThan(1e-8); // acos near 1 has half the digits
  expect(limit.norm).toBeCloseTo(1, 12);
  expect(limit.zerosU).toBe(0);
});

/** How many standard errors the mean of the numbers is from what it should be. */
function standardErrors(numbers: readonly number[], expected: number): number {
  const { length } = numbers;
  const mean = numbers.reduce((sum, x) => sum + x, 0) / length;
  const variance = numbers.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (length - 1);
  return Math.abs(mean - expected) / Math.sqrt(variance / length);
}
