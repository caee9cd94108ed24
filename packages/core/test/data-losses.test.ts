import {
  leastSquares,
  linearPredict,
  logistic,
  networkLoss,
  predict,
  probability,
  valueAndGradient,
} from "@proxkit/core";
import * as fc from "fast-check";
import { Matrix, MatrixTransposeView } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { gaussianData, gaussians, relativeError } from "./numbers.ts";
import { halfMeanSquare, meanLogLoss, network, networkRisk } from "./slow-twins.ts";

const shapes = fc.record({
  m: fc.integer({ min: 2, max: 12 }),
  d: fc.integer({ min: 1, max: 9 }),
  k: fc.integer({ min: 1, max: 4 }),
  seed: fc.nat(),
});

describe("networkLoss", () => {
  it("is eq. (2) and predict eq. (1), written as nested loops", () => {
    fc.assert(
      fc.property(shapes, ({ m, d, k, seed }) => {
        const { X, y, random } = gaussianData(m, k * d, seed);
        const w = gaussians(d, random);
        const { value } = networkLoss({ X, y, patches: k });
        expect(relativeError(value(w), networkRisk(X, y, w, k))).toBeLessThan(1e-12);
        const outputs = predict({ w, X, patches: k });
        outputs.forEach((p, j) => {
          expect(Math.abs(p - network(X[j], w, k))).toBeLessThan(1e-13);
        });
      }),
    );
  });

  it("takes slope 0 for a patch at exactly 0, so that w = 0 has gradient 0", () => {
    const { X, y } = gaussianData(5, 6, 1);
    const { gradient } = networkLoss({ X, y, patches: 2 });
    expect(gradient(new Float64Array(3))).toEqual(new Float64Array(3));
  });

  it("comes out by hand: two samples of two patches", () => {
    // patches 1, −2 | 3, 4; w = 2: outputs (2 + 0)/2 = 1 and (6 + 8)/2 = 7; residuals 0 and −1
    const loss = networkLoss({
      X: [
        [1, -2],
        [3, 4],
      ],
      y: [1, 8],
      patches: 2,
    });
    expect(loss.value(Float64Array.of(2))).toBe(0.5);
    expect(loss.gradient(Float64Array.of(2))).toEqual(Float64Array.of(-3.5)); // 2/2 · (−1) · (3 + 4)/2
  });
});

describe("leastSquares", () => {
  it("is 1/(2m) ‖y − Xw‖², written as nested loops", () => {
    fc.assert(
      fc.property(shapes, ({ m, d, seed }) => {
        const { X, y, random } = gaussianData(m, d, seed);
        const w = gaussians(d, random);
        expect(
          relativeError(leastSquares({ X, y }).value(w), halfMeanSquare(X, y, w)),
        ).toBeLessThan(1e-12);
      }),
    );
  });
});

describe("logistic", () => {
  it("is the mean of log(1 + exp(−s z)), written as nested loops", () => {
    fc.assert(
      fc.property(shapes, ({ m, d, seed }) => {
        const { X, random } = gaussianData(m, d, seed);
        const w = gaussians(d, random);
        const signs = X.map((_, j) => (j % 3 === 0 ? 1 : -1));
        expect(
          relativeError(logistic({ X, y: signs }).value(w), meanLogLoss(X, signs, w)),
        ).toBeLessThan(1e-12);
      }),
    );
  });

  it("gives the same bits for labels 0, 1 and −1, 1", () => {
    const { X, random } = gaussianData(5, 3, 1);
    const w = gaussians(3, random);
    const zeros = logistic({ X, y: [0, 1, 1, 0, 1] });
    const signs = logistic({ X, y: [-1, 1, 1, -1, 1] });
    expect(zeros.value(w)).toBe(signs.value(w));
    expect(zeros.gradient(w)).toEqual(signs.gradient(w));
  });

  it("grows like |z| and does not overflow, up to |z| = 1e300", () => {
    const { value, gradient } = logistic({ X: [[1], [1]], y: [0, 1] }); // one right, one wrong
    for (const z of [1e3, 1e10, 1e300, -1e300]) {
      expect(value(Float64Array.of(z))).toBe(Math.abs(z) / 2);
      expect(gradient(Float64Array.of(z))).toEqual(Float64Array.of(Math.sign(z) / 2));
    }
    expect(value(Float64Array.of(800))).toBe(400); // exp(800) overflows
  });

  it("keeps the digits of a small loss, where log(1 + x) loses them", () => {
    const { value } = logistic({ X: [[1], [-1]], y: [1, 0] });
    expect(relativeError(value(Float64Array.of(40)), Math.exp(-40))).toBeLessThan(1e-15);
  });
});

describe("linearPredict and probability", () => {
  it("are Xw and 1/(1 + exp(−Xw))", () => {
    const w = Float64Array.of(1, -1);
    const X = [
      [2, 1],
      [1, 2],
      [1e300, 0],
      [-1e300, 0],
    ];
    expect(linearPredict({ w, X })).toEqual(Float64Array.of(1, -1, 1e300, -1e300));
    const [p, q, one, zero] = probability({ w, X });
    expect(relativeError(p, Math.E / (Math.E + 1))).toBeLessThan(1e-15);
    expect(relativeError(q, 1 / (Math.E + 1))).toBeLessThan(1e-15);
    expect([one, zero]).toEqual([1, 0]);
  });
});

describe("data", () => {
  const makers = {
    networkLoss: (X: Parameters<typeof networkLoss>[0]["X"], y: number[]) =>
      networkLoss({ X, y, patches: 3 }),
    leastSquares: (X: Parameters<typeof leastSquares>[0]["X"], y: number[]) =>
      leastSquares({ X, y }),
    logistic: (X: Parameters<typeof logistic>[0]["X"], y: number[]) =>
      logistic({ X, y: y.map((_, j) => j % 2) }),
  };

  it.each(Object.entries(makers))("of every form gives equal bits to %s", (_, make) => {
    const { X, y, random } = gaussianData(7, 12, 3);
    const flat = Float64Array.from(X.flat());
    const transposed = new Matrix(X).transpose();
    const losses = [
      make(X, y),
      make(
        X.map((row) => Float64Array.from(row)),
        y,
      ),
      make({ data: flat, rows: 7, columns: 12 }, y),
      make(new Matrix(X), y),
      make(new MatrixTransposeView(transposed), y),
    ];
    const w = gaussians(losses[0].dimension, random);
    const out = losses.map((loss) => new Float64Array(loss.dimension));
    const values = losses.map((loss, i) => valueAndGradient(loss, w, out[i]));
    for (let i = 1; i < losses.length; i++) {
      expect(values[i]).toBe(values[0]);
      expect(out[i]).toEqual(out[0]);
      expect(losses[i].smoothness).toBe(losses[0].smoothness);
    }
  });

  it.each(Object.entries(makers))("is left untouched by %s", (_, make) => {
    const { X, y } = gaussianData(7, 12, 3);
    const flat = { data: Float64Array.from(X.flat()), rows: 7, columns: 12 };
    const matrix = new Matrix(X);
    const before = structuredClone({ X, y, data: flat.data });
    for (const form of [X, flat, matrix]) {
      const loss = make(form, y);
      loss.gradient(new Float64Array(loss.dimension).fill(1));
      void loss.smoothness;
    }
    expect({ X, y, data: flat.data }).toEqual(before);
    expect(matrix.to2DArray()).toEqual(before.X);
  });

  it("is copied, from rows and when flat, and so is y", () => {
    const X = [[1]];
    const y = [1];
    const flat = { data: Float64Array.of(1), rows: 1, columns: 1 };
    const losses = [leastSquares({ X, y }), leastSquares({ X: flat, y })];
    X[0][0] = 3;
    flat.data[0] = 3;
    y[0] = 100;
    for (const loss of losses) expect(loss.value(Float64Array.of(1))).toBe(0);
  });
});
