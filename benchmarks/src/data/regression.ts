import { type FlatMatrix, type SparseMatrix, seededRandom } from "@proxkit/core";
import type { Data, Parameters } from "../workload.ts";
import { diabetes } from "./diabetes.ts";
import { gaussian } from "./gaussian.ts";

/** A problem of regression: dense X by columns and y, or the starts, rowIndices and values of a sparse X and y. */
export interface Problem {
  /** "diabetes" */
  readonly name: string;
  readonly m: number;
  readonly n: number;
  data(): Data;
}

export const diabetesProblem: Problem = {
  name: "diabetes",
  m: 442,
  n: 10,
  data() {
    const { X, y } = diabetes();
    return { X: byColumns(X, 442, 10), y };
  },
};

/** As X lies in memory, for proxkit. */
export function matrixOf(data: Data, { m, n }: Parameters): FlatMatrix | SparseMatrix {
  if (data.starts === undefined)
    return { data: data.X as Float64Array, rows: m, columns: n, layout: "columns" };
  const [starts, rowIndices] = [Uint32Array.from(data.starts), Uint32Array.from(data.rowIndices)];
  return { starts, rowIndices, values: data.values as Float64Array, rows: m, columns: n };
}

function byColumns(X: Float64Array, m: number, n: number): Float64Array {
  return X.map((_, at) => X[(at % m) * n + Math.floor(at / m)]);
}

/** Gaussian inputs, one weight in `every` that is 1 or −1, and noise. */
export function planted(m: number, n: number, every = 100): Problem {
  return {
    name: "generated",
    m,
    n,
    data() {
      const X = gaussian(m * n, 11);
      const y = gaussian(m, 12);
      for (let j = 0; j < n; j += every)
        for (let i = 0; i < m; i++) y[i] += sign(j / every) * X[j * m + i];
      return { X, y };
    },
  };
}

const sign = (k: number) => (k % 2 === 0 ? 1 : -1);

/**
 * Of the shape of Golub's leukaemia data: 38 samples of two classes, 3051 genes that follow five common factors, each
 * of mean 0 and variance 1; y is the class, of mean 0.
 */
export function genes(m = 38, n = 3051): Problem {
  return {
    name: "genes",
    m,
    n,
    data() {
      const { normal } = seededRandom(21);
      const factors = Array.from({ length: FACTORS }, () => gaussianOf(m, normal));
      const X = new Float64Array(m * n);
      for (let j = 0; j < n; j++) {
        const column = X.subarray(j * m, (j + 1) * m);
        column.set(gaussianOf(m, normal));
        for (const factor of factors) {
          const loading = 0.6 * normal();
          for (let i = 0; i < m; i++) column[i] += loading * factor[i];
        }
        standardize(column);
      }
      const y = Float64Array.from({ length: m }, (_, i) => (i % 10 < 7 ? -1 : 1));
      center(y);
      return { X, y };
    },
  };
}

const FACTORS = 5;

function gaussianOf(n: number, normal: () => number): Float64Array {
  return Float64Array.from({ length: n }, normal);
}

function center(x: Float64Array): void {
  const mean = x.reduce((sum, xi) => sum + xi, 0) / x.length;
  for (let i = 0; i < x.length; i++) x[i] -= mean;
}

function standardize(x: Float64Array): void {
  center(x);
  const size = Math.sqrt(x.reduce((sum, xi) => sum + xi * xi, 0) / x.length);
  for (let i = 0; i < x.length; i++) x[i] /= size;
}

/** Sparse Gaussian inputs, each entry there by chance; one weight in 200 that is 3 or −3, and noise. */
export function plantedSparse(m: number, n: number, density: number): Problem {
  return {
    name: `sparse, ${100 * density}% entries`,
    m,
    n,
    data() {
      const random = seededRandom(31);
      const y = gaussian(m, 32);
      const starts = new Float64Array(n + 1);
      const [rows, values]: number[][] = [[], []];
      for (let j = 0; j < n; j++) {
        const weight = j % 200 === 0 ? 3 * sign(j / 200) : 0;
        for (let i = 0; i < m; i++) {
          if (random.uniform() >= density) continue;
          const value = random.normal();
          rows.push(i);
          values.push(value);
          y[i] += weight * value;
        }
        starts[j + 1] = rows.length;
      }
      return { starts, rowIndices: Float64Array.from(rows), values: Float64Array.from(values), y };
    },
  };
}

/** The same inputs with classes ±1 for targets, as the logistic loss wants them: a coin that knows Xw. */
export function classified(problem: Problem): Problem {
  return {
    ...problem,
    data() {
      const data = problem.data();
      return { ...data, y: Float64Array.from(data.y, (yi) => (yi > 0 ? 1 : -1)) };
    },
  };
}

/** The same inputs with counts for targets, as the Poisson loss wants them: of mean exp(y over its size). */
export function counted(problem: Problem): Problem {
  return {
    ...problem,
    data() {
      const data = problem.data();
      const y = data.y as Float64Array;
      const size = Math.sqrt(y.reduce((sum, yi) => sum + yi * yi, 0) / y.length);
      const { uniform } = seededRandom(41);
      return { ...data, y: y.map((yi) => count(Math.exp(yi / size), uniform)) };
    },
  };
}

/** A Poisson count by Knuth's product of uniforms. */
function count(mean: number, uniform: () => number): number {
  const least = Math.exp(-mean);
  let k = 0;
  for (let product = uniform(); product > least; product *= uniform()) k++;
  return k;
}
