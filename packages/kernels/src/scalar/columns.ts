import { axpyAt } from "./axpy.ts";
import { dotAt } from "./dot.ts";
import type { FloatArray, Views } from "./views.ts";

// The twins of assembly/columns.ts; x, y, s, q, values and rows in entries, s −1 for none.

/** In four sums: entry i goes to sum i mod 4. */
export function sparseDotAt(
  { f64, u32 }: Views,
  values: number,
  rows: number,
  q: number,
  count: number,
): number {
  let [a, b, c, e] = [0, 0, 0, 0];
  let i = 0;
  for (; i + 4 <= count; i += 4) {
    a += f64[values + i] * f64[q + u32[rows + i]];
    b += f64[values + i + 1] * f64[q + u32[rows + i + 1]];
    c += f64[values + i + 2] * f64[q + u32[rows + i + 2]];
    e += f64[values + i + 3] * f64[q + u32[rows + i + 3]];
  }
  const left = count - i;
  if (left > 0) a += f64[values + i] * f64[q + u32[rows + i]];
  if (left > 1) b += f64[values + i + 1] * f64[q + u32[rows + i + 1]];
  if (left > 2) c += f64[values + i + 2] * f64[q + u32[rows + i + 2]];
  return a + c + (b + e);
}

export function sparseAxpyAt(
  a: number,
  { f64, u32 }: Views,
  values: number,
  rows: number,
  q: number,
  count: number,
): void {
  for (let i = 0; i < count; i++) f64[q + u32[rows + i]] += a * f64[values + i];
}

export function sparseWeightedAxpyAt(
  a: number,
  { f64, u32 }: Views,
  values: number,
  rows: number,
  s: number,
  q: number,
  count: number,
): void {
  for (let i = 0; i < count; i++) {
    const row = u32[rows + i];
    f64[q + row] += a * f64[s + row] * f64[values + i];
  }
}

export function sparseSquaresAt(
  { f64, u32 }: Views,
  values: number,
  rows: number,
  s: number,
  count: number,
): number {
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const v = f64[values + i];
    sum += s < 0 ? v * v : f64[s + u32[rows + i]] * v * v;
  }
  return sum;
}

export function weightedAxpyAt(
  a: number,
  x: FloatArray,
  at: number,
  f64: Float64Array,
  s: number,
  y: number,
  n: number,
): void {
  for (let i = 0; i < n; i++) f64[y + i] += a * f64[s + i] * x[at + i];
}

/** In two sums: entry i goes to sum i mod 2. */
export function squaresAt(
  x: FloatArray,
  at: number,
  f64: Float64Array,
  s: number,
  n: number,
): number {
  let [even, odd] = [0, 0];
  const square = (i: number) => (s < 0 ? x[at + i] : f64[s + i] * x[at + i]) * x[at + i];
  for (let i = 0; i + 1 < n; i += 2) {
    even += square(i);
    odd += square(i + 1);
  }
  if (n % 2 === 1) even += square(n - 1);
  return even + odd;
}

/** A column of the matrix, and what is done with it. */
export interface ColumnTwin {
  dot(j: number, q: number): number;
  axpy(a: number, j: number, q: number): void;
  weightedAxpy(a: number, j: number, s: number, q: number): void;
}

/** The columns of a dense matrix from an entry on. */
export function denseColumnsAt(
  f64: Float64Array,
  data: FloatArray,
  X: number,
  m: number,
): ColumnTwin {
  return {
    dot: (j, q) => dotAt(data, X + j * m, f64, q, m),
    axpy: (a, j, q) => axpyAt(a, data, X + j * m, f64, q, m),
    weightedAxpy: (a, j, s, q) => weightedAxpyAt(a, data, X + j * m, f64, s, q, m),
  };
}

/** The columns of a sparse matrix. */
export function sparseColumnsAt(
  views: Views,
  values: number,
  starts: number,
  rows: number,
): ColumnTwin {
  const { u32 } = views;
  const from = (j: number) => u32[starts + j];
  const count = (j: number) => u32[starts + j + 1] - u32[starts + j];
  return {
    dot: (j, q) => sparseDotAt(views, values + from(j), rows + from(j), q, count(j)),
    axpy: (a, j, q) => sparseAxpyAt(a, views, values + from(j), rows + from(j), q, count(j)),
    weightedAxpy: (a, j, s, q) =>
      sparseWeightedAxpyAt(a, views, values + from(j), rows + from(j), s, q, count(j)),
  };
}

/** The arrays in bytes, as the kernel has them. */
export function descendAt(
  { f64, u32 }: Views,
  columns: ColumnTwin,
  q: number,
  w: number,
  c: number,
  p: number,
  list: number,
  count: number,
  m: number,
  K: number,
  s: number,
  S: number,
  l1: number,
  l2: number,
): number {
  let most = 0;
  for (let k = 0; k < count; k++) {
    const i = u32[list / 4 + k];
    const curvature = f64[c / 8 + i];
    if (curvature === 0) continue;
    const j = Math.floor(i / K);
    const offset = (i - j * K) * m;
    const before = f64[w / 8 + i];
    const z = curvature * before - columns.dot(j, q / 8 + offset);
    const weight = p === 0 ? 1 : f64[p / 8 + i];
    const cut = l1 * weight;
    const moved = Math.abs(z) <= cut ? 0 : z > 0 ? z - cut : z + cut;
    const after = moved / (curvature + l2 * weight);
    const delta = after - before;
    if (delta === 0) continue;
    f64[w / 8 + i] = after;
    if (S === 0) columns.axpy(delta * s, j, q / 8 + offset);
    else columns.weightedAxpy(delta, j, S / 8 + offset, q / 8 + offset);
    most = Math.max(most, curvature * Math.abs(delta));
  }
  return most;
}
