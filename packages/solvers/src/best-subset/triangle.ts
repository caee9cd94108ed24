import { DEPENDENT } from "./cholesky.ts";
import { triangularise } from "./rotate.ts";
import type { SubsetProblem } from "./subset-problem.ts";

/**
 * A least-squares problem after rotation, f = base + ½(rest + ‖r − Rw‖²): what the kept columns explain is out, and so are the
 * candidates that explain nothing more, and all but the first of those that are multiples of each other.
 */
export interface Triangle {
  /** The candidates that are left. */
  readonly columns: Uint32Array;
  /** Upper triangular, n × n, column after column. */
  readonly R: Float64Array;
  readonly r: Float64Array;
  readonly rest: number;
  /** For each of the columns, what is left of it outside the span of others if it is to count as independent. */
  readonly shortest: Float64Array;
}

/** By Householder's reflections of √F″∘X beside the target. */
export function triangleOf(problem: SubsetProblem): Triangle {
  const { model, kept, candidates, z, curvatures } = problem;
  const { rows: m } = model.columns;
  z.view.fill(0);
  const target = new Float64Array(m);
  model.slopes(z.view, target);
  model.curvatures(z.view, curvatures.view);
  const root = curvatures.view.map(Math.sqrt);
  for (let i = 0; i < m; i++) target[i] = root[i] > 0 ? -target[i] / root[i] : 0;
  const scaled = (j: number) => {
    z.view.fill(0);
    model.columns.add(1, j, z);
    return z.view.map((x, i) => x * root[i]);
  };

  const given = Array.from(candidates, scaled);
  const shortest = given.map((x) => Math.sqrt(DEPENDENT) * length(x, 0));
  let row = 0;
  const outs = Array.from(kept, scaled);
  outs.forEach((x, k) => {
    if (row >= m || !(length(x, row) > Math.sqrt(DEPENDENT) * length(x, 0))) return;
    reflect(x, row, [...outs.slice(k + 1), ...given, target]);
    row++;
  });
  const left: number[] = [];
  given.forEach((x, i) => {
    if (
      length(x, row) > shortest[i] &&
      !left.some((l) => isMultiple(x, given[l], row, shortest[i]))
    )
      left.push(i);
  });
  const n = left.length;
  const R = new Float64Array(n * n);
  const r = new Float64Array(n);
  left.forEach((i, c) => {
    const at = row + c;
    if (at < m) reflect(given[i], at, [...left.slice(c + 1).map((l) => given[l]), target]);
    R.set(given[i].subarray(row, Math.min(m, at + 1)), c * n);
  });
  r.set(target.subarray(row, Math.min(m, row + n)));
  return {
    columns: Uint32Array.from(left, (i) => candidates[i]),
    R,
    r,
    rest: length(target, Math.min(m, row + n)) ** 2,
    shortest: Float64Array.from(left, (i) => shortest[i]),
  };
}

/**
 * What some of the columns leave, rest + ‖·‖².
 *
 * @returns NaN if one is not there, or depends on those before it
 */
export function leftBy({ columns, R, r, rest, shortest }: Triangle, chosen: Uint32Array): number {
  const n = columns.length;
  const at = Array.from(chosen, (j) => columns.indexOf(j));
  if (at.includes(-1)) return Number.NaN;
  const some = new Float64Array(n * at.length);
  at.forEach((c, k) => {
    some.set(R.subarray(c * n, (c + 1) * n), k * n);
  });
  const rotated = r.slice();
  triangularise(some, rotated, n, at.length);
  if (at.some((c, k) => !(Math.abs(some[k * n + k]) > shortest[c]))) return Number.NaN;
  return rest + length(rotated, at.length) ** 2;
}

/** ‖x‖ from a row on. */
function length(x: Float64Array, from: number): number {
  let sum = 0;
  for (let i = from; i < x.length; i++) sum += x[i] * x[i];
  return Math.sqrt(sum);
}

/** Whether x is a multiple of u, of greater length than 0, but for less than `shortest`. */
function isMultiple(x: Float64Array, u: Float64Array, from: number, shortest: number): boolean {
  let product = 0;
  let square = 0;
  for (let i = from; i < x.length; i++) {
    product += x[i] * u[i];
    square += u[i] * u[i];
  }
  const by = product / square;
  let sum = 0;
  for (let i = from; i < x.length; i++) sum += (x[i] - by * u[i]) ** 2;
  return Math.sqrt(sum) <= shortest;
}

/** Makes x 0 below a row by a reflection, and reflects the others with it. */
function reflect(x: Float64Array, row: number, others: readonly Float64Array[]): void {
  const size = length(x, row);
  if (size === 0) return;
  const alpha = x[row] > 0 ? -size : size;
  const head = x[row] - alpha;
  const scale = 1 / (size * Math.abs(head)); // 2/‖v‖²
  for (const other of others) {
    let sum = head * other[row];
    for (let i = row + 1; i < x.length; i++) sum += x[i] * other[i];
    const by = sum * scale;
    other[row] -= by * head;
    for (let i = row + 1; i < x.length; i++) other[i] -= by * x[i];
  }
  x[row] = alpha;
  x.fill(0, row + 1);
}
