import { type DataOptions, networkLoss } from "@proxkit/core";
import { networkPass, openMemory } from "@proxkit/kernels";
import { Matrix } from "ml-matrix";
import { gaussian } from "../data/gaussian.ts";
import { power } from "../data/power.ts";
import type { Case, Data, Prepare, Variant, Workload } from "../workload.ts";

const K = 4;

/** The public interface; X is stored as it comes. */
function ours(options: Pick<DataOptions, "threads">): Prepare {
  return ({ X, y, w }, { m, n, k }) => {
    const loss = networkLoss({
      X: { data: Float64Array.from(X), rows: m, columns: n },
      y,
      patches: k,
      storage: X instanceof Float32Array ? "float32" : "float64",
      ...options,
    });
    const [at, out] = [Float64Array.from(w), new Float64Array(w.length)];
    return () => loss.gradient(at, out);
  };
}

/** The kernel's twin in JavaScript, which is what runs where there is no SIMD. */
const scalarTwin: Prepare = ({ X, y, w }, { m, n, k }) => {
  const memory = openMemory({ engine: "scalar", bytes: X.byteLength + 24 * m + 64 * n });
  const data = X instanceof Float32Array ? memory.float32(m * n) : memory.float64(m * n);
  data.view.set(X);
  const pass = networkPass({ X: { data, rows: m, columns: n }, y, patches: k });
  const [at, out] = [Float64Array.from(w), new Float64Array(w.length)];
  return () => {
    pass.evaluate(at, out);
    return out;
  };
};

/** Eq. (2)'s gradient in plain loops: a row's patches are added while it is in the cache. */
const plainLoops: Prepare = ({ X, y, w }, { m, n, k }) => {
  const d = n / k;
  const [out, active] = [new Float64Array(d), new Uint8Array(k)];
  return () => {
    out.fill(0);
    for (let j = 0, row = 0; j < m; j++, row += n) {
      let sum = 0;
      for (let i = 0; i < k; i++) {
        let z = 0;
        for (let l = 0, at = row + i * d; l < d; l++) z += X[at + l] * w[l];
        active[i] = z > 0 ? 1 : 0;
        if (z > 0) sum += z;
      }
      const scale = (2 * (sum / k - y[j])) / (m * k);
      for (let i = 0; i < k; i++)
        if (active[i] === 1)
          for (let l = 0, at = row + i * d; l < d; l++) out[l] += scale * X[at + l];
    }
    return out;
  };
};

/** The same with matrices: one of all patches, m·k rows. */
const mlMatrix: Prepare = ({ X, y, w }, { m, n, k }) => {
  const d = n / k;
  const P = new Matrix(m * k, d);
  for (let i = 0; i < m * k; i++) P.setRow(i, Array.from(X.subarray(i * d, (i + 1) * d)));
  const W = Matrix.columnVector(Array.from(w));
  return () => {
    const z = P.mmul(W).to1DArray();
    const factors = new Float64Array(m * k);
    for (let j = 0; j < m; j++) {
      let sum = 0;
      for (let i = 0; i < k; i++) sum += Math.max(0, z[j * k + i]);
      const scale = (2 * (sum / k - y[j])) / (m * k);
      for (let i = 0; i < k; i++) factors[j * k + i] = z[j * k + i] > 0 ? scale : 0;
    }
    const row = Matrix.rowVector(Array.from(factors));
    return Float64Array.from(row.mmul(P).to1DArray());
  };
};

/** Who takes part. A variant of ours more is one entry in `node` below, and one line here. */
const variants: readonly Variant[] = [
  { name: "proxkit", host: "node", entry: "loss" },
  { name: "proxkit, 2 threads", host: "node", entry: "loss, 2 threads", threads: 2 },
  { name: "scalar twin", host: "node", entry: "scalar twin" },
  { name: "plain JavaScript", host: "node", entry: "loops" },
  { name: "ml-matrix", host: "node", entry: "ml-matrix" },
  ...[1, 2].flatMap((threads): Variant[] => {
    const suffix = threads === 1 ? "" : ", 2 threads";
    const python = { host: "python", threads } as const;
    return [
      { ...python, name: `numpy${suffix}`, entry: "numpy", needs: ["numpy"] },
      { ...python, name: `numba${suffix}`, entry: "numba", needs: ["numpy", "numba"] },
      { ...python, name: `torch${suffix}`, entry: "torch", needs: ["numpy", "torch"] },
    ];
  }),
  { name: "C", host: "c", entry: "network", needs: ["C"] },
  { name: "C, plain pages", host: "c", entry: "network", needs: ["C"], pages: "plain" },
];

/** Those that store float32 inputs as float32. */
const singles = variants.filter(({ name }) => name !== "ml-matrix" && !name.startsWith("numba"));

function data(m: number, n: number): Data {
  return { X: gaussian(m * n, 3), y: gaussian(m, 4), w: gaussian(n / K, 5) };
}

/** One problem; tests take other shapes. */
export function networkCase(m: number, n: number, type: "f64" | "f32" = "f64"): Case {
  const single = type === "f32";
  return {
    name: `${type}, ${power(m)} × ${n}`,
    series: type,
    size: m,
    parameters: { m, n, k: K },
    bytes: (single ? 4 : 8) * m * n,
    data: () => {
      const doubles = data(m, n);
      return single ? { ...doubles, X: Float32Array.from(doubles.X) } : doubles;
    },
    variants: single ? singles : variants,
  };
}

export const networkGradient: Workload = {
  name: "network-gradient",
  title: "Gradient of the no-overlap network, eq. (2)",
  about: `∇f(w) for m samples of k = ${K} patches; X is float64 or float32, all else float64. One thread unless it says two. With "plain pages" C does not ask for those of 2 MiB, as WebAssembly cannot.`,
  sizeLabel: "m, samples",
  tolerance: 1e-5, // numpy and torch multiply float32 by float32
  reference: "C",
  node: {
    loss: ours({}),
    "loss, 2 threads": ours({ threads: 2 }),
    "scalar twin": scalarTwin,
    loops: plainLoops,
    "ml-matrix": mlMatrix,
  },
  cases: (size) => {
    const rows = size === "quick" ? [1e3, 4e3] : [1e3, 1e4, 1e5];
    return [
      ...rows.map((m) => networkCase(m, 784)),
      ...rows.map((m) => networkCase(m, 784, "f32")),
    ];
  },
};
