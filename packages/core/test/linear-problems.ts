import {
  type FlatMatrix,
  huber,
  type LinearLoss,
  leastSquares,
  logistic,
  type MatrixLike,
  multinomial,
  poisson,
  type Random,
  type SparseMatrix,
  seededRandom,
} from "@proxkit/core";
import { gaussians } from "./numbers.ts";

export interface Data {
  readonly X: MatrixLike | SparseMatrix;
  readonly y: readonly number[];
  readonly weights?: readonly number[];
  readonly storage?: "float32" | "float64";
}

/** A loss of a linear model, and the slow twin of one sample of it. */
export interface Kind {
  readonly name: string;
  /** K. */
  readonly outputs: number;
  /** The largest curvature, if there is one. */
  readonly steepest?: number;
  make(data: Data): LinearLoss;
  target(row: number, random: Random): number;
  /** φ(z, y), z of length K. */
  value(z: readonly number[], y: number): number;
  /** ∇φ(z, y). */
  slope(z: readonly number[], y: number): number[];
}

export const DELTA = 0.75;
const clamp = (r: number) => Math.min(DELTA, Math.max(-DELTA, r));
const total = (z: readonly number[]) => z.reduce((sum, x) => sum + Math.exp(x), 0);

export const kinds: readonly Kind[] = [
  {
    name: "leastSquares",
    outputs: 1,
    steepest: 1,
    make: leastSquares,
    target: (_, random) => random.normal(),
    value: ([z], y) => (z - y) ** 2 / 2,
    slope: ([z], y) => [z - y],
  },
  {
    name: "huber",
    outputs: 1,
    steepest: 1,
    make: (data) => huber({ ...data, delta: DELTA }),
    target: (_, random) => random.normal(),
    value: ([z], y) =>
      Math.abs(z - y) <= DELTA ? (z - y) ** 2 / 2 : DELTA * Math.abs(z - y) - DELTA ** 2 / 2,
    slope: ([z], y) => [clamp(z - y)],
  },
  {
    name: "logistic",
    outputs: 1,
    steepest: 1 / 4,
    make: logistic,
    target: (row) => (row % 2 === 0 ? 1 : -1),
    value: ([z], y) => Math.log(1 + Math.exp(-y * z)),
    slope: ([z], y) => [-y / (1 + Math.exp(y * z))],
  },
  {
    name: "poisson",
    outputs: 1,
    make: poisson,
    target: (_, random) => random.integer(5),
    value: ([z], y) => Math.exp(z) - y * z,
    slope: ([z], y) => [Math.exp(z) - y],
  },
  {
    name: "multinomial",
    outputs: 3,
    steepest: 1 / 2,
    make: multinomial,
    target: (row) => row % 3,
    value: (z, y) => Math.log(total(z)) - z[y],
    slope: (z, y) => z.map((x, k) => Math.exp(x) / total(z) - (k === y ? 1 : 0)),
  },
];

export interface Problem {
  readonly X: number[][];
  readonly y: number[];
  readonly weights: number[];
  /** d × K */
  readonly w: Float64Array;
  readonly random: Random;
}

/** m × d numbers of which about a half are 0, targets of a kind, weights and w. */
export function problem(kind: Kind, m: number, d: number, seed: number): Problem {
  const random = seededRandom(seed);
  const X = Array.from({ length: m }, () =>
    Array.from(gaussians(d, random), (x) => (random.uniform() < 0.5 ? 0 : x)),
  );
  return {
    X,
    y: X.map((_, row) => kind.target(row, random)),
    weights: X.map(() => 0.1 + random.uniform()),
    w: gaussians(d * kind.outputs, random),
    random,
  };
}

/** z = XW, row by row. */
export function productsOf(X: readonly number[][], w: Float64Array, K: number): number[][] {
  return X.map((row) =>
    Array.from({ length: K }, (_, k) => row.reduce((sum, x, i) => sum + x * w[i * K + k], 0)),
  );
}

/** The numbers of an array after each other by columns. */
export function byColumns(X: readonly number[][]): FlatMatrix {
  const [rows, columns] = [X.length, X[0].length];
  const data = new Float64Array(rows * columns).map((_, at) => X[at % rows][Math.floor(at / rows)]);
  return { data, rows, columns, layout: "columns" };
}

/** The numbers of an array that are not 0, by columns. */
export function toSparse(X: readonly number[][]): SparseMatrix {
  const starts = [0];
  const rowIndices: number[] = [];
  const values: number[] = [];
  for (let j = 0; j < X[0].length; j++) {
    for (let i = 0; i < X.length; i++)
      if (X[i][j] !== 0) {
        rowIndices.push(i);
        values.push(X[i][j]);
      }
    starts.push(values.length);
  }
  return { starts, rowIndices, values, rows: X.length, columns: X[0].length };
}

/** The forms that data come in. */
export const forms = {
  rows: (X: number[][]) => X,
  columns: byColumns,
  sparse: toSparse,
} as const;
