import { randomUnitVector, seededRandom } from "@proxkit/core";
import { sphereMean, sphereZeros } from "@proxkit/paper";
import { expect, test } from "vitest";

test.each([2, 3, 10, 50, 1000])("has the moments of a coordinate of a unit vector, d = %i", (d) => {
  // X² ~ Beta(1/2, (d − 1)/2): E X² = 1/d, E X⁴ = 3/(d(d + 2)), E X⁶ = 15/(d(d + 2)(d + 4))
  expect(d * sphereMean(d, (x) => x * x, [])).toBeCloseTo(1, 12);
  expect((d * (d + 2) * sphereMean(d, (x) => x ** 4, [])) / 3).toBeCloseTo(1, 12);
  expect((d * (d + 2) * (d + 4) * sphereMean(d, (x) => x ** 6, [])) / 15).toBeCloseTo(1, 12);
});

test("kinks do not cost accuracy", () => {
  // d = 3: X is uniform on [−1, 1] (Archimedes), so E max(0, |X| − t) = (1 − t)²/2
  for (const t of [0.01, 0.3, 0.9])
    expect(sphereMean(3, (x) => Math.max(0, Math.abs(x) - t), [t])).toBeCloseTo(
      (1 - t) ** 2 / 2,
      13,
    );
  expect(sphereMean(3, (x) => x * x, [2])).toBeCloseTo(1 / 3, 13); // beyond 1 there is nothing
});

test("counts zeros as Archimedes does for d = 3, and as the circle does for d = 2", () => {
  expect(sphereZeros(3, 0.2).mean).toBeCloseTo(3 * 0.2, 13);
  // at most one entry of a point of the circle is below 0.5: the count is 0 or 1
  const p = 2 * (2 / Math.PI) * Math.asin(0.5);
  expect(sphereZeros(2, 0.5).mean).toBeCloseTo(p, 13);
  expect(sphereZeros(2, 0.5).sd).toBeCloseTo(Math.sqrt(p * (1 - p)), 12);
});

test("from threshold 1 on every entry is a zero", () => {
  expect(sphereZeros(10, 1).mean).toBeCloseTo(10, 12);
  expect(sphereZeros(10, 1).sd).toBeCloseTo(0, 5);
});

test.each([
  [10, 0.2236],
  [30, 0.05],
  [5, 0.8], // above √½, where two entries cannot both be large
])(
  "mean and deviation of the zeros are within 4 standard errors of 20 000 draws, d = %i",
  (d, t) => {
    const random = seededRandom(d);
    const draws = 20_000;
    const counts = Array.from({ length: draws }, () =>
      randomUnitVector(d, random).reduce((n, x) => n + (Math.abs(x) <= t ? 1 : 0), 0),
    );
    const { mean, sd } = sphereZeros(d, t);
    const seen = counts.reduce((sum, n) => sum + n, 0) / draws;
    const squares = counts.map((n) => (n - mean) ** 2);
    const variance = squares.reduce((sum, x) => sum + x, 0) / draws;
    const fourth = squares.reduce((sum, x) => sum + (x - variance) ** 2, 0) / draws;
    expect(Math.abs(seen - mean)).toBeLessThan(4 * Math.sqrt(variance / draws));
    expect(Math.abs(variance - sd * sd)).toBeLessThan(4 * Math.sqrt(fourth / draws));
  },
);
