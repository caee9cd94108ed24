import { leastSquares, linearLoss, type Pointwise } from "@proxkit/core";
import { describe, expect, it } from "vitest";
import { forms, kinds, problem } from "./linear-problems.ts";
import { distance, relativeError } from "./numbers.ts";

/** Someone else's loss, with state of its own: the squared hinge, scaled. */
class SquaredHinge implements Pointwise {
  readonly #scale: number;
  readonly steepest: number;

  constructor(scale: number) {
    this.#scale = scale;
    this.steepest = scale;
  }
  value(z: number, y: number): number {
    return (this.#scale * Math.max(0, 1 - y * z) ** 2) / 2;
  }
  slope(z: number, y: number): number {
    return -this.#scale * y * Math.max(0, 1 - y * z);
  }
  curvature(): number {
    return this.#scale;
  }
  conjugate(theta: number, y: number): number {
    return theta * (theta / (2 * this.#scale) + y);
  }
  least(): number {
    return 0 * this.#scale;
  }
}

describe("linearLoss", () => {
  const logistic = kinds[2];
  const { X, y, weights, w } = problem(logistic, 9, 4, 1);

  it("takes an instance of a class, and calls its methods on it", () => {
    for (const form of Object.values(forms)) {
      const loss = linearLoss({
        name: "hinge",
        X: form(X),
        y,
        weights,
        pointwise: new SquaredHinge(2),
      });
      const z = Float64Array.from({ length: 9 }, (_, j) => j / 3 - 1);
      const theta = z.slice();
      const value = loss.linear.slopes(z, theta);
      const whole = weights.reduce((a, b) => a + b);
      const expected = y.reduce(
        (sum, s, j) => sum + weights[j] * Math.max(0, 1 - s * z[j]) ** 2,
        0,
      );
      expect(relativeError(value, expected / whole)).toBeLessThan(1e-14);
      const conjugate = loss.linear.conjugate?.(theta) ?? Number.NaN;
      const inner = theta.reduce((sum, q, j) => sum + q * z[j], 0);
      expect(value + conjugate).toBeCloseTo(inner, 14);
      expect(loss.linear.least).toBe(0);
    }
  });

  it("is least squares for the loss of least squares", () => {
    const pointwise: Pointwise = {
      value: (z, target) => (z - target) ** 2 / 2,
      slope: (z, target) => z - target,
      curvature: () => 1,
      steepest: 1,
    };
    for (const form of Object.values(forms)) {
      const mine = linearLoss({ name: "mine", X: form(X), y, weights, pointwise });
      const ours = leastSquares({ X: form(X), y, weights });
      expect(relativeError(mine.value(w), ours.value(w))).toBeLessThan(1e-14);
      expect(distance(mine.gradient(w), ours.gradient(w))).toBeLessThan(1e-15);
      expect(mine.smoothness).toBe(ours.smoothness);
    }
  });

  it("states neither smoothness nor a conjugate if the loss of a sample has none, and least 0", () => {
    const pointwise: Pointwise = {
      value: (z) => z ** 4,
      slope: (z) => 4 * z ** 3,
      curvature: (z) => 12 * z * z,
    };
    const loss = linearLoss({ name: "fourth", X, y, pointwise });
    expect(loss.smoothness).toBeUndefined();
    expect("conjugate" in loss.linear).toBe(false);
    expect(loss.linear.least).toBe(0);
    expect(loss.linear.quadratic).toBe(false);
  });

  it("copies the data, the targets and the weights", () => {
    const given = { X: forms.columns(X), y: [...y], weights: [...weights] };
    const loss = linearLoss({ name: "hinge", ...given, pointwise: new SquaredHinge(1) });
    const before = loss.value(w);
    given.X.data.fill(9);
    given.y.fill(1);
    given.weights.fill(7);
    expect(loss.value(w)).toBe(before);
  });
});
