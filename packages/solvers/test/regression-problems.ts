import {
  type LinearLoss,
  leastSquares,
  logistic,
  type SparseMatrix,
  seededRandom,
} from "@proxkit/core";

/** Correlated columns, of which a third is 0 in most rows; a few weights that are not 0; noise. */
export interface Sample {
  readonly m: number;
  readonly d: number;
  /** Row after row. */
  readonly rows: number[][];
  readonly y: Float64Array;
  readonly labels: Float64Array;
  readonly weights: Float64Array;
}

export function sample(m: number, d: number, seed: number): Sample {
  const random = seededRandom(seed);
  const rows = Array.from({ length: m }, () => {
    const common = random.normal();
    return Array.from({ length: d }, (_, j) => {
      const x = random.normal() + 0.7 * common + (j % 4 === 0 ? 3 : 0);
      return j % 3 === 1 && random.uniform() < 0.7 ? 0 : x;
    });
  });
  const truth = Array.from({ length: d }, (_, j) => (j % 5 === 2 ? random.normal() : 0));
  const clean = rows.map((row) => row.reduce((sum, x, j) => sum + x * truth[j], 0));
  const y = Float64Array.from(clean, (z) => z + 0.5 * random.normal() + 1);
  const labels = y.map((target) => (target + random.normal() > 1 ? 1 : 0));
  const weights = Float64Array.from({ length: m }, () => 0.2 + random.uniform());
  return { m, d, rows, y, labels, weights };
}

function sparse({ rows, m, d }: Sample): SparseMatrix {
  const starts = [0];
  const rowIndices: number[] = [];
  const values: number[] = [];
  for (let j = 0; j < d; j++) {
    for (let i = 0; i < m; i++)
      if (rows[i][j] !== 0) {
        rowIndices.push(i);
        values.push(rows[i][j]);
      }
    starts.push(values.length);
  }
  return { starts, rowIndices, values, rows: m, columns: d };
}

function byColumns({ rows, m, d }: Sample) {
  const data = Float64Array.from({ length: m * d }, (_, at) => rows[at % m][Math.floor(at / m)]);
  return { data, rows: m, columns: d, layout: "columns" } as const;
}

/** The same losses over data that are kept in three ways. */
export const kept: Readonly<
  Record<string, (given: Sample, what: "squared" | "logistic", weighted?: boolean) => LinearLoss>
> = {
  rows: (given, what, weighted) => of(given, given.rows, what, weighted),
  columns: (given, what, weighted) => of(given, byColumns(given), what, weighted),
  sparse: (given, what, weighted) => of(given, sparse(given), what, weighted),
};

function of(
  given: Sample,
  X: number[][] | SparseMatrix | ReturnType<typeof byColumns>,
  what: "squared" | "logistic",
  weighted = false,
): LinearLoss {
  const weights = weighted ? given.weights : undefined;
  return what === "squared"
    ? leastSquares({ X, y: given.y, weights })
    : logistic({ X, y: given.labels, weights });
}

/** ∇f and the second derivatives along the coordinates, straight from the definitions. */
export function derivatives(
  { rows, y, labels, weights, m, d }: Sample,
  what: "squared" | "logistic",
  weighted: boolean,
  w: Float64Array,
): { gradient: Float64Array; curvature: Float64Array } {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const gradient = new Float64Array(d);
  const curvature = new Float64Array(d);
  rows.forEach((row, i) => {
    const s = weighted ? weights[i] / total : 1 / m;
    const z = row.reduce((sum, x, j) => sum + x * w[j], 0);
    const p = 1 / (1 + Math.exp(-z));
    const slope = what === "squared" ? z - y[i] : p - labels[i];
    const bend = what === "squared" ? 1 : p * (1 - p);
    row.forEach((x, j) => {
      gradient[j] += s * slope * x;
      curvature[j] += s * bend * x * x;
    });
  });
  return { gradient, curvature };
}
