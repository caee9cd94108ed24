import { type Random, seededRandom } from "@proxkit/core";

/** A small table by columns. */
export interface Table {
  readonly columns: number[][];
  readonly y: number[];
  /** Columns that are always in. */
  readonly keep: number[];
}

/** What is hard about a table. */
export const kinds = [
  "independent",
  "correlated",
  "near-duplicate",
  "duplicated",
  "dependent",
  "constant",
  "wide",
] as const;

/** Five to ten columns, every other table with an intercept that is kept and a y far from 0. */
export function table(kind: (typeof kinds)[number], seed: number): Table {
  const random = seededRandom(seed);
  const p = 5 + random.integer(6);
  const m = kind === "wide" ? 4 + random.integer(p - 4) : p + 3 + random.integer(20);
  const columns = Array.from({ length: p }, () => normals(random, m));
  if (kind !== "independent") {
    const common = normals(random, m);
    for (const x of columns) for (let i = 0; i < m; i++) x[i] = 0.5 * x[i] + common[i];
  }
  if (kind === "near-duplicate") columns[p - 1] = near(columns[1], columns[p - 1], 1e-3);
  if (kind === "duplicated") {
    columns[p - 1] = columns[1].slice();
    columns[3] = columns[2].map((x) => -3 * x);
  }
  if (kind === "dependent") columns[3] = columns[1].map((x, i) => x - columns[2][i] / 3);
  if (kind === "constant") columns[2] = columns[2].map(() => 2);
  const keep = seed % 2 === 0 ? [] : [0];
  if (keep.length > 0) columns[0].fill(1);
  const y = columns[1].map((x, i) => x - 2 * columns[4][i] + random.normal() + 50 * keep.length);
  return { columns, y, keep };
}

function normals(random: Random, m: number): number[] {
  return Array.from({ length: m }, () => random.normal());
}

const near = (x: number[], other: number[], by: number) => x.map((xi, i) => xi + by * other[i]);

export const rowsOf = ({ columns, y }: Pick<Table, "columns" | "y">): number[][] =>
  y.map((_, i) => columns.map((x) => x[i]));

/** Every subset of some columns, by size. */
function subsetsOf(columns: readonly number[]): number[][][] {
  const bySize: number[][][] = columns.map(() => []);
  bySize.push([]);
  for (let mask = 0; mask < 2 ** columns.length; mask++) {
    const some = columns.filter((_, bit) => (mask >> bit) & 1);
    bySize[some.length].push(some);
  }
  return bySize;
}

/** The least value of at most s columns for s = 0, 1, 2, …, by looking at every subset. */
export function exhaustive({ columns, keep }: Table, value: (some: number[]) => number): number[] {
  const free = columns.map((_, j) => j).filter((j) => !keep.includes(j));
  let least = Number.POSITIVE_INFINITY;
  return subsetsOf(free).map((subsets) => {
    for (const some of subsets) least = Math.min(least, value([...keep, ...some]));
    return least;
  });
}

/** ‖y − Xw‖²/(2m) at its least over the weights of some columns: by Gram-Schmidt, each column three times. */
export function leastSquared({ columns, y }: Table, some: readonly number[]): number {
  const basis: number[][] = [];
  const left = y.slice();
  for (const j of some) {
    const x = columns[j].slice();
    for (let n = 0; n < 3; n++) for (const u of basis) takeOut(x, u);
    const size = Math.hypot(...x);
    if (!(size > 1e-6 * Math.hypot(...columns[j]))) continue;
    const unit = x.map((entry) => entry / size);
    basis.push(unit);
    takeOut(left, unit);
  }
  return dot(left, left) / (2 * y.length);
}

function takeOut(x: number[], unit: number[]): void {
  const by = dot(x, unit);
  for (let i = 0; i < x.length; i++) x[i] -= by * unit[i];
}

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, x, i) => sum + x * b[i], 0);

export interface PlantedOptions {
  readonly m: number;
  readonly p: number;
  /** How many weights are not 0: each ±1, at places drawn at random. */
  readonly k: number;
  /** The correlation of neighbouring columns; that of columns i and j is its |i − j|th power. */
  readonly correlation: number;
  /** The variance of Xw over that of the noise. */
  readonly signalToNoise: number;
  readonly seed: number;
}

export interface Planted {
  readonly X: number[][];
  readonly y: number[];
  /** Xw. */
  readonly clean: number[];
  /** Ascending. */
  readonly support: number[];
}

export function planted(options: PlantedOptions): Planted {
  const { m, p, k, correlation, signalToNoise, seed } = options;
  const random = seededRandom(seed);
  const places = new Set<number>();
  while (places.size < k) places.add(random.integer(p));
  const support = [...places].sort((a, b) => a - b);
  const weights = support.map(() => (random.uniform() < 0.5 ? -1 : 1));
  const X = Array.from({ length: m }, () => {
    const row = normals(random, p);
    for (let j = 1; j < p; j++)
      row[j] = correlation * row[j - 1] + Math.sqrt(1 - correlation ** 2) * row[j];
    return row;
  });
  const clean = X.map((row) =>
    dot(
      support.map((j) => row[j]),
      weights,
    ),
  );
  const spread = Math.sqrt(dot(clean, clean) / m / signalToNoise);
  return { X, y: clean.map((z) => z + spread * random.normal()), clean, support };
}
