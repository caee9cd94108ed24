import {
  type DenseMatrix,
  type EngineName,
  gemv,
  gemvTransposed,
  leastSquaresPass,
  logisticPass,
  networkPass,
  type Pass,
} from "@proxkit/kernels";
import { describe, expect, it } from "vitest";
import { bits, engines, float32, float64, numbers, open } from "./samples.ts";

interface Shape {
  readonly m: number;
  readonly d: number;
  readonly k: number;
}

/** f(w) and ∇f(w), straight from the formula. */
type Plain = (X: Float64Array, y: Float64Array, w: Float64Array, shape: Shape) => Float64Array;

const dot = (X: Float64Array, at: number, w: Float64Array) =>
  w.reduce((sum, weight, i) => sum + weight * X[at + i], 0);

const network: Plain = (X, y, w, { m, d, k }) => {
  const out = new Float64Array(d + 1);
  for (let j = 0; j < m; j++) {
    const z = Array.from({ length: k }, (_, i) => dot(X, (j * k + i) * d, w));
    const r = z.reduce((sum, value) => sum + Math.max(0, value), 0) / k - y[j];
    out[0] += (r * r) / m;
    for (let i = 0; i < k; i++)
      if (z[i] > 0)
        for (let q = 0; q < d; q++) out[q + 1] += (2 * r * X[(j * k + i) * d + q]) / (m * k);
  }
  return out;
};

const linear =
  (value: (z: number, y: number) => number, slope: (z: number, y: number) => number): Plain =>
  (X, y, w, { m, d }) => {
    const out = new Float64Array(d + 1);
    for (let j = 0; j < m; j++) {
      const z = dot(X, j * d, w);
      out[0] += value(z, y[j]) / m;
      for (let q = 0; q < d; q++) out[q + 1] += (slope(z, y[j]) * X[j * d + q]) / m;
    }
    return out;
  };

const losses: Readonly<Record<string, { plain: Plain; pass: typeof open_; k: number[] }>> = {
  network: {
    plain: network,
    pass: (X, y, k) => networkPass({ X, y, patches: k }),
    k: [1, 2, 3, 4, 7],
  },
  "least squares": {
    plain: linear(
      (z, y) => (z - y) ** 2 / 2,
      (z, y) => z - y,
    ),
    pass: (X, y) => leastSquaresPass({ X, y }),
    k: [1],
  },
  logistic: {
    plain: linear(
      (z, y) => Math.log1p(Math.exp(-y * z)),
      (z, y) => -y / (1 + Math.exp(y * z)),
    ),
    pass: (X, y) => logisticPass({ X, y }),
    k: [1],
  },
};
declare const open_: (X: DenseMatrix, y: Float64Array, k: number) => Pass;

const shapes = [1, 2, 3, 5, 8, 17].flatMap((d) => [1, 2, 3, 4, 5, 9].map((m) => ({ m, d })));

describe.each(Object.entries(losses))("the %s pass", (name, { plain, pass, k: ks }) => {
  const problems = ks.flatMap((k) => shapes.map((shape) => ({ ...shape, k })));
  const sample = ({ m, d, k }: Shape) => {
    const X = numbers(m * k * d, 1).map((x) => Math.fround(2 * x)); // float32 holds them
    const y = numbers(m, 2).map((x) => (name === "logistic" ? Math.sign(x) : x));
    return { X, y, w: numbers(d, 3) };
  };
  const run = (engine: EngineName, stored: typeof float64 | typeof float32, shape: Shape) => {
    const { X, y, w } = sample(shape);
    const { m, d, k } = shape;
    const memory = open(engine);
    const matrix = { data: stored(memory, X), rows: m, columns: k * d };
    const out = new Float64Array(d);
    const ready = pass(matrix, y, k);
    const value = ready.evaluate(w, out);
    expect(ready.evaluate(w)).toBe(value); // the same without a gradient
    expect(ready.dimension).toBe(d);
    ready.free();
    return Float64Array.of(value, ...out);
  };

  it.each(engines)("is the formula (%s)", (engine) => {
    for (const shape of problems) {
      const { X, y, w } = sample(shape);
      const [got, expected] = [run(engine, float64, shape), plain(X, y, w, shape)];
      expected.forEach((x, i) => {
        expect(Math.abs(got[i] - x), JSON.stringify(shape)).toBeLessThan(1e-14);
      });
    }
  });

  it("has the same bits in both engines, and from float32 data that float32 holds", () => {
    for (const shape of problems) {
      const expected = bits(run("simd", float64, shape));
      expect(bits(run("scalar", float64, shape)), JSON.stringify(shape)).toEqual(expected);
      expect(bits(run("simd", float32, shape)), JSON.stringify(shape)).toEqual(expected);
      expect(bits(run("scalar", float32, shape)), JSON.stringify(shape)).toEqual(expected);
    }
  });

  it.each(engines)("gives NaN for weights that are NaN (%s)", (engine) => {
    const shape = { m: 3, d: 5, k: ks[0] };
    const { X, y } = sample(shape);
    const data = float64(open(engine), X);
    const ready = pass({ data, rows: 3, columns: 5 * shape.k }, y, shape.k);
    const out = new Float64Array(5);
    expect(ready.evaluate(new Float64Array(5).fill(Number.NaN), out)).toBeNaN();
    expect(out.every(Number.isNaN)).toBe(true);
  });

  it("refuses targets that do not fit, and data with its columns together", () => {
    const data = float64(open("scalar"), numbers(6));
    const X = { data, rows: 3, columns: 2 };
    expect(() => pass(X, new Float64Array(2), 1)).toThrow("y must have length 3, received 2");
    expect(() => pass({ ...X, layout: "columns" }, new Float64Array(3), 1)).toThrow("columns");
    expect(() => pass({ ...X, rows: 4 }, new Float64Array(4), 1)).toThrow("length 8, received 6");
  });
});

describe("the logistic pass", () => {
  const ready = (engine: EngineName) => {
    const data = float64(open(engine), [0]);
    const pass = logisticPass({ X: { data, rows: 1, columns: 1 }, y: [1] });
    const out = new Float64Array(1);
    return (margin: number) => {
      data.view[0] = margin;
      return { value: pass.evaluate(Float64Array.of(1), out), gradient: out[0] };
    };
  };
  const margins = [
    ...Array.from({ length: 4001 }, (_, i) => (i - 2000) / 50),
    ...[-1000, -745.13, -708.4, 708.4, 744.5, 745.13, 1000, 1e300, -1e300],
  ];

  it.each(engines)("is within 4 ulp of the formula, from −1e300 to 1e300 (%s)", (engine) => {
    const at = ready(engine);
    for (const margin of margins) {
      const { value } = at(margin);
      const expected = Math.max(0, -margin) + Math.log1p(Math.exp(-Math.abs(margin)));
      const ulp = Math.max(5e-324, expected * Number.EPSILON);
      expect(Math.abs(value - expected), `margin ${margin}`).toBeLessThanOrEqual(4 * ulp);
    }
  });

  it("has the same bits in both engines, however large the margin", () => {
    const [simd, scalar] = [ready("simd"), ready("scalar")];
    for (const margin of margins) expect(simd(margin)).toStrictEqual(scalar(margin));
  });
});

describe.each(engines)("a matrix times a vector (%s)", (engine) => {
  const [rows, columns] = [7, 5];
  const entries = numbers(rows * columns);
  const byColumns = entries.map((_, i) => entries[(i % rows) * columns + Math.floor(i / rows)]);
  const [v, u] = [numbers(columns, 2), numbers(rows, 3)];
  const product = Float64Array.from({ length: rows }, (_, j) => dot(entries, j * columns, v));
  const transposed = Float64Array.from({ length: columns }, (_, i) =>
    u.reduce((sum, x, j) => sum + x * entries[j * columns + i], 0),
  );

  it.each([
    ["rows", entries],
    ["columns", byColumns],
  ] as const)("is the sum of products with its %s together", (layout, stored) => {
    const memory = open(engine);
    for (const data of [float64(memory, stored), float32(memory, stored)]) {
      const digits = data.view instanceof Float32Array ? 6 : 14;
      const A = { data, rows, columns, layout };
      const [out, outT] = [memory.float64(rows), memory.float64(columns)];
      gemv(A, float64(memory, v), out);
      gemvTransposed(A, float64(memory, u), outT);
      out.view.forEach((x, i) => {
        expect(x).toBeCloseTo(product[i], digits);
      });
      outT.view.forEach((x, i) => {
        expect(x).toBeCloseTo(transposed[i], digits);
      });
    }
  });
});
