import {
  type Loss,
  leastSquares,
  linearPredict,
  logistic,
  networkLoss,
  norm,
  populationLoss,
  valueAndGradient,
} from "@proxkit/core";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { centralDifferences, distance, gaussianData, gaussians } from "./numbers.ts";

interface Point {
  readonly loss: Loss;
  readonly w: Float64Array;
}

const shapes = fc.record({
  m: fc.integer({ min: 2, max: 12 }),
  d: fc.integer({ min: 1, max: 9 }),
  k: fc.integer({ min: 1, max: 4 }),
  seed: fc.nat(),
});
type Shape = { m: number; d: number; k: number; seed: number };

/** Each loss on Gaussian data, at a Gaussian w where it is smooth. */
const points: Record<string, (shape: Shape) => Point> = {
  populationLoss({ d, k, seed }) {
    const { y, random } = gaussianData(d, 1, seed);
    return { loss: populationLoss({ wStar: y, patches: k }), w: gaussians(d, random) };
  },
  networkLoss({ m, d, k, seed }) {
    const { X, y, random } = gaussianData(m, k * d, seed);
    const w = gaussians(d, random);
    const patches = { data: Float64Array.from(X.flat()), rows: m * k, columns: d };
    fc.pre(linearPredict({ w, X: patches }).every((z) => Math.abs(z) > 1e-3)); // away from the kinks
    return { loss: networkLoss({ X, y, patches: k }), w };
  },
  leastSquares({ m, d, seed }) {
    const { X, y, random } = gaussianData(m, d, seed);
    return { loss: leastSquares({ X, y }), w: gaussians(d, random) };
  },
  logistic({ m, d, seed }) {
    const { X, random } = gaussianData(m, d, seed);
    const labels = X.map((_, j) => j % 2);
    return { loss: logistic({ X, y: labels }), w: gaussians(d, random) };
  },
};

describe.each(Object.keys(points))("%s", (name) => {
  it("has the gradient that central differences find", () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const { loss, w } = points[name](shape);
        if (name === "populationLoss") fc.pre(norm(w) > 0.05); // f has a kink at 0
        const gradient = loss.gradient(w);
        expect(distance(gradient, centralDifferences(loss, w))).toBeLessThan(
          1e-6 * (1 + loss.value(w) + norm(gradient)),
        );
      }),
    );
  });

  it("gives the same bits together and apart, in a given array and in a new one", () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const { loss, w } = points[name](shape);
        const out = new Float64Array(loss.dimension).fill(7);
        expect(valueAndGradient(loss, w, out)).toBe(loss.value(w));
        expect(loss.gradient(w)).toEqual(out);
        const given = new Float64Array(loss.dimension).fill(NaN);
        expect(loss.gradient(w, given)).toBe(given);
        expect(given).toEqual(out);
      }),
    );
  });

  it("leaves w untouched, and gives NaN for a w with a NaN", () => {
    const { loss, w } = points[name]({ m: 6, d: 5, k: 2, seed: 7 });
    const before = w.slice();
    valueAndGradient(loss, w, new Float64Array(5));
    expect(w).toEqual(before);
    const spoilt = w.with(2, NaN);
    expect(loss.value(spoilt)).toBeNaN();
    expect(loss.gradient(spoilt).every(Number.isNaN)).toBe(true);
  });

  it("refuses a w or an out of the wrong length, and w itself as out", () => {
    const { loss, w } = points[name]({ m: 6, d: 5, k: 2, seed: 7 });
    expect(() => loss.value(new Float64Array(4))).toThrow(
      `${name}: w must have length 5, received 4`,
    );
    expect(() => loss.gradient(new Float64Array(6))).toThrow(
      `${name}: w must have length 5, received 6`,
    );
    expect(() => loss.gradient(w, new Float64Array(4))).toThrow(
      `${name}: out must have length 5, received 4`,
    );
    expect(() => loss.gradient(w, w)).toThrow(
      `${name}: out must be another array than w, received w`,
    );
  });
});

it("valueAndGradient makes do with value and gradient", () => {
  const loss: Loss = {
    dimension: 1,
    value: (w) => w[0] ** 2,
    gradient(w, out = new Float64Array(1)) {
      out[0] = 2 * w[0];
      return out;
    },
  };
  const out = new Float64Array(1);
  expect(valueAndGradient(loss, Float64Array.of(3), out)).toBe(9);
  expect(out).toEqual(Float64Array.of(6));
});
