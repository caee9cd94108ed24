import { leastSquares, logistic } from "@proxkit/core";
import { leastSquaresPass, logisticPass, openMemory } from "@proxkit/kernels";
import { Matrix } from "ml-matrix";
import { gaussian } from "../data/gaussian.ts";
import { power } from "../data/power.ts";
import type { Case, Parameters, Prepare, Variant, Workload } from "../workload.ts";

type Model = "least squares" | "logistic";

/** The public interface. */
function ours(make: typeof leastSquares | typeof logistic): Prepare {
  return ({ X, y, w }, { m, n }) => {
    const loss = make({ X: { data: Float64Array.from(X), rows: m, columns: n }, y });
    const [at, out] = [Float64Array.from(w), new Float64Array(n)];
    return () => loss.gradient(at, out);
  };
}

/** The kernel's twin in JavaScript, which is what runs where there is no SIMD. */
function scalarTwin(make: typeof leastSquaresPass | typeof logisticPass): Prepare {
  return ({ X, y, w }, { m, n }) => {
    const memory = openMemory({ engine: "scalar", bytes: X.byteLength + 24 * m + 64 * n });
    const data = memory.float64(m * n);
    data.view.set(X);
    const pass = make({ X: { data, rows: m, columns: n }, y });
    const [at, out] = [Float64Array.from(w), new Float64Array(n)];
    return () => {
      pass.evaluate(at, out);
      return out;
    };
  };
}

/** ∂ℓ/∂z at one prediction z and one target y, or label −1 or 1. */
const slopes: Readonly<Record<Model, (z: number, y: number) => number>> = {
  "least squares": (z, y) => z - y,
  logistic: (z, y) => -y / (1 + Math.exp(y * z)),
};

/** Plain loops, a row at a time. */
function plainLoops(slope: (z: number, y: number) => number): Prepare {
  return ({ X, y, w }, { m, n }) => {
    const out = new Float64Array(n);
    return () => {
      out.fill(0);
      for (let j = 0, row = 0; j < m; j++, row += n) {
        let z = 0;
        for (let l = 0; l < n; l++) z += X[row + l] * w[l];
        const scale = slope(z, y[j]) / m;
        for (let l = 0; l < n; l++) out[l] += scale * X[row + l];
      }
      return out;
    };
  };
}

function mlMatrix(slope: (z: number, y: number) => number): Prepare {
  return ({ X, y, w }, { m, n }: Parameters) => {
    const A = new Matrix(m, n);
    for (let i = 0; i < m; i++) A.setRow(i, Array.from(X.subarray(i * n, (i + 1) * n)));
    const W = Matrix.columnVector(Array.from(w));
    return () => {
      const factors = A.mmul(W)
        .to1DArray()
        .map((z, j) => slope(z, y[j]) / m);
      return Float64Array.from(Matrix.rowVector(factors).mmul(A).to1DArray());
    };
  };
}

/** Who takes part. A variant of ours more is one entry in `node` below, and one line here. */
function variantsOf(model: Model): Variant[] {
  return [
    { name: "proxkit", host: "node", entry: model },
    { name: "scalar twin", host: "node", entry: `${model} scalar twin` },
    { name: "plain JavaScript", host: "node", entry: `${model} loops` },
    { name: "ml-matrix", host: "node", entry: `${model} ml-matrix` },
    { name: "numpy", host: "python", entry: `numpy ${model}`, needs: ["numpy"] },
    { name: "numba", host: "python", entry: `numba ${model}`, needs: ["numpy", "numba"] },
    { name: "torch", host: "python", entry: `torch ${model}`, needs: ["numpy", "torch"] },
    { name: "C", host: "c", entry: model, needs: ["C"] },
  ];
}

function caseOf(model: Model, m: number, n: number): Case {
  return {
    name: `${model}, ${power(m)} × ${n}`,
    series: model,
    size: m,
    parameters: { m, n },
    bytes: 8 * m * n,
    data: () => {
      const y = gaussian(m, 7);
      const w = gaussian(n, 8).map((x) => x / 28); // z of order 1
      return { X: gaussian(m * n, 6), y: model === "logistic" ? y.map(Math.sign) : y, w };
    },
    variants: variantsOf(model),
  };
}

export const linearGradients: Workload = {
  name: "linear-gradients",
  title: "Gradients of linear models",
  about: "The gradient of least squares, 1/m Xᵀ(Xw − y), and of the logistic loss, one thread.",
  sizeLabel: "m, samples",
  tolerance: 1e-9,
  reference: "C",
  node: {
    "least squares": ours(leastSquares),
    logistic: ours(logistic),
    "least squares scalar twin": scalarTwin(leastSquaresPass),
    "logistic scalar twin": scalarTwin(logisticPass),
    "least squares loops": plainLoops(slopes["least squares"]),
    "logistic loops": plainLoops(slopes.logistic),
    "least squares ml-matrix": mlMatrix(slopes["least squares"]),
    "logistic ml-matrix": mlMatrix(slopes.logistic),
  },
  cases: (size) =>
    (["least squares", "logistic"] as const).flatMap((model) =>
      (size === "quick" ? [1e3, 4e3] : [1e3, 1e4, 1e5]).map((m) => caseOf(model, m, 784)),
    ),
};
