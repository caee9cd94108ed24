import { type Loss, leastSquares, linearPredict, logistic, networkLoss } from "@proxkit/core";
import * as fc from "fast-check";
import { EVD, Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { gaussianData, gaussians } from "./numbers.ts";

const shapes = fc.record({
  m: fc.integer({ min: 2, max: 40 }),
  d: fc.integer({ min: 1, max: 25 }),
  k: fc.integer({ min: 1, max: 4 }),
  seed: fc.nat(),
});

/** λmax(XᵀX) by ml-matrix. */
function largestEigenvalue(rows: number[][]): number {
  const X = new Matrix(rows);
  return Math.max(...new EVD(X.transpose().mmul(X), { assumeSymmetric: true }).realEigenvalues);
}

/** The rows cut into patches, each a row of its own. */
function cut(X: number[][], k: number): number[][] {
  const d = X[0].length / k;
  return X.flatMap((row) => Array.from({ length: k }, (_, i) => row.slice(i * d, (i + 1) * d)));
}

/** f(v) ≤ f(w) + ∇f(w)·(v − w) + L/2 ‖v − w‖². */
function expectDescent(loss: Loss, w: Float64Array, v: Float64Array): void {
  const gradient = loss.gradient(w);
  let bound = loss.value(w);
  for (let i = 0; i < w.length; i++)
    bound += gradient[i] * (v[i] - w[i]) + ((loss.smoothness ?? 0) / 2) * (v[i] - w[i]) ** 2;
  expect(loss.value(v)).toBeLessThanOrEqual(bound + 1e-12 * Math.abs(bound));
}

describe("smoothness", () => {
  it("is λmax of the Gram matrix and 1% more, for each loss on data", () => {
    fc.assert(
      fc.property(shapes, ({ m, d, k, seed }) => {
        const { X, y } = gaussianData(m, k * d, seed);
        const labels = y.map((_, j) => j % 2);
        const whole = largestEigenvalue(X) / m;
        const patch = (2 * largestEigenvalue(cut(X, k))) / (k * m);
        for (const [loss, exact] of [
          [leastSquares({ X, y }), whole],
          [logistic({ X, y: labels }), whole / 4],
          [networkLoss({ X, y, patches: k }), patch],
        ] as const) {
          expect((loss.smoothness ?? 0) / exact).toBeGreaterThan(1.01 * (1 - 1e-8));
          expect((loss.smoothness ?? 0) / exact).toBeLessThan(1.01 * (1 + 1e-12));
        }
      }),
    );
  });

  // found by chance: a start with little of the top eigenvector, and an iteration that ended at 1e-6
  it("does not settle on the second eigenvalue where the first is late to show", () => {
    const { X } = gaussianData(7, 42, 1980080211);
    const exact = largestEigenvalue(X) / 7;
    const { smoothness } = leastSquares({ X, y: X.map(() => 0) });
    expect((smoothness ?? 0) / exact).toBeGreaterThan(1.0099);
  });

  it("finds a largest eigenvalue that is double, and one among zeros", () => {
    const half = { y: [0, 0, 0] };
    expect(
      leastSquares({
        X: [
          [3, 0, 0],
          [0, 3, 0],
          [0, 0, 1],
        ],
        ...half,
      }).smoothness,
    ).toBeCloseTo(3.03, 12);
    expect(
      leastSquares({
        X: [
          [0, 0, 0],
          [0, 3, 0],
          [0, 0, 0],
        ],
        ...half,
      }).smoothness,
    ).toBeCloseTo(3.03, 12);
    expect(
      leastSquares({
        X: [
          [0, 0, 0],
          [0, 0, 0],
          [0, 0, 0],
        ],
        ...half,
      }).smoothness,
    ).toBe(0);
  });

  it("is Infinity where the Gram matrix overflows, not NaN", () => {
    expect(leastSquares({ X: [[1e200, 1e200]], y: [0] }).smoothness).toBe(Number.POSITIVE_INFINITY);
  });

  it("makes the descent lemma hold between any two points, for leastSquares and logistic", () => {
    fc.assert(
      fc.property(shapes, ({ m, d, seed }) => {
        const { X, y, random } = gaussianData(m, d, seed);
        const [w, v] = [gaussians(d, random), gaussians(d, random)];
        expectDescent(leastSquares({ X, y }), w, v);
        expectDescent(logistic({ X, y: y.map((_, j) => j % 2) }), w, v);
      }),
    );
  });

  it("makes the descent lemma hold for networkLoss while the same patches are active", () => {
    fc.assert(
      fc.property(shapes, ({ m, d, k, seed }) => {
        const { X, y, random } = gaussianData(m, k * d, seed);
        const [w, step] = [gaussians(d, random), gaussians(d, random)];
        const pattern = (at: Float64Array) =>
          String(linearPredict({ w: at, X: cut(X, k) }).map(Math.sign));
        let t = 1;
        const to = () => w.map((x, i) => x + t * step[i]);
        while (pattern(to()) !== pattern(w)) t /= 2;
        expectDescent(networkLoss({ X, y, patches: k }), w, to());
      }),
    );
  });

  it("is computed when it is first read, and then kept", () => {
    const [read, unread] = [0, 0].map(() => leastSquares({ X: [[2]], y: [0] }));
    expect(read.smoothness).toBeCloseTo(4.04, 12);
    for (const loss of [read, unread]) loss.free(); // there are no data to compute it from any more
    expect(read.smoothness).toBeCloseTo(4.04, 12);
    expect(() => unread.smoothness).toThrow("before it is freed");
  });
});
