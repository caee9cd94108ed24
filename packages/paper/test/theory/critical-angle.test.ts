import { criticalAngle, lossAt } from "@proxkit/paper";
import { expect, test } from "vitest";

const pull = (theta: number, k: number) => ((Math.PI - theta) / (k * Math.PI)) * Math.sin(theta);

test.each([1, 2, 5])("solves eq. (17) for the small angle, k = %i", (k) => {
  for (const theta of [0, 1e-12, 1e-4, 0.03, 0.5, 1.05])
    expect(criticalAngle(pull(theta, k), k)).toBeCloseTo(theta, 14);
});

test("has no angle for a pull that is too strong, and none for NaN", () => {
  expect(criticalAngle(1, 1)).toBeNull();
  expect(criticalAngle(Number.NaN, 2)).toBeNull();
});

test("the loss at an angle and a norm is eq. (8)", () => {
  for (const k of [1, 2, 7])
    for (const angle of [0.3, 1.2, 3])
      for (const norm of [0.2, 1, 1.7]) {
        const pairs = (k * k - k) / (2 * Math.PI);
        const gamma = pairs + k / 2;
        const g = (norm * (Math.sin(angle) + (Math.PI - angle) * Math.cos(angle))) / (2 * Math.PI);
        const eq8 = (gamma * norm * norm + gamma - 2 * k * g - 2 * pairs * norm) / (k * k);
        expect(lossAt({ angle, norm, patches: k })).toBeCloseTo(eq8, 14);
      }
});
