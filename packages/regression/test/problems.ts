import type { FlatMatrix, SparseMatrix } from "@proxkit/core";
import { seededRandom } from "@proxkit/core";
import type { FitPathOptions, Regression } from "@proxkit/regression";
import { coordinateDescent } from "@proxkit/solvers";

/** Options that bring the violation of every coordinate's fixed point to rounding. */
export function toTheEnd({ loss, penalty }: Regression): FitPathOptions {
  return {
    solver: (lambda) => coordinateDescent({ loss, penalty, lambda, stop: "fixed point" }),
    tolerance: 1e-14,
    maxIterations: 3000,
  };
}

/** Rows as a sparse matrix that leaves out the zeros. */
export function toSparse(rows: readonly (readonly number[])[]): SparseMatrix {
  const starts = [0];
  const rowIndices: number[] = [];
  const values: number[] = [];
  for (let j = 0; j < rows[0].length; j++) {
    rows.forEach((row, i) => {
      if (row[j] === 0) return;
      rowIndices.push(i);
      values.push(row[j]);
    });
    starts.push(values.length);
  }
  return { starts, rowIndices, values, rows: rows.length, columns: rows[0].length };
}

export function toColumns(rows: readonly (readonly number[])[]): FlatMatrix {
  const [m, d] = [rows.length, rows[0].length];
  const data = Float64Array.from({ length: m * d }, (_, at) => rows[at % m][Math.floor(at / m)]);
  return { data, rows: m, columns: d, layout: "columns" };
}

export interface Sample {
  readonly X: number[][];
  readonly numbers: number[];
  readonly signs: number[];
  readonly counts: number[];
  /** 0, 1, 2, each at least once. */
  readonly classes: number[];
  readonly weights: number[];
}

/** Correlated columns of different means and sizes, every second mostly 0; three matter. */
export function sample(m: number, d: number, seed: number): Sample {
  const random = seededRandom(seed);
  const X = Array.from({ length: m }, () => {
    const common = random.normal();
    return Array.from({ length: d }, (_, j) =>
      j % 2 === 1 && random.uniform() < 0.6
        ? 0
        : (1 + (j % 3)) * (random.normal() + common / 2) + (j % 4),
    );
  });
  const z = X.map((x) => 0.8 * x[0] - 0.5 * x[1] + 0.6 * x[2]);
  return {
    X,
    numbers: z.map((zi) => 2 + zi + random.normal()),
    signs: z.map((zi, i) => (i < 4 ? i % 2 : Number(zi + random.normal() > 1.5))),
    counts: z.map((zi) => Math.round(Math.exp(0.4 * zi + 0.3 * random.normal()))),
    classes: z.map((zi, i) => (i < 6 ? i % 3 : zi > 2 ? 2 : Number(zi + random.normal() > 0))),
    weights: z.map((_, i) => (i % 9 === 4 ? 0 : 0.2 + 2 * random.uniform())),
  };
}

/** y for a loss. */
export function targetOf(given: Sample, loss: string): number[] {
  if (loss === "logistic") return given.signs;
  if (loss === "poisson") return given.counts;
  return loss === "multinomial" ? given.classes : given.numbers;
}
