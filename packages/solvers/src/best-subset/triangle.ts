import { DEPENDENT } from "./cholesky.ts";
import { clearBelow, triangularise } from "./rotate.ts";
import type { SubsetProblem } from "./subset-problem.ts";
import { joined } from "./with-columns.ts";

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

/** By reflections of √F″∘X beside the target. */
export function triangleOf({ model, kept, candidates, z, curvatures }: SubsetProblem): Triangle {
  const { rows: m } = model.columns;
  z.view.fill(0);
  const target = new Float64Array(m);
  model.slopes(z.view, target);
  model.curvatures(z.view, curvatures.view);
  const root = curvatures.view.map(Math.sqrt);
  for (let i = 0; i < m; i++) target[i] = root[i] > 0 ? -target[i] / root[i] : 0;
  const all = joined(kept, candidates);
  const q = all.length;
  const X = new Float64Array(m * q);
  const column = (c: number) => X.subarray(c * m, (c + 1) * m);
  const shortest = Float64Array.from(all, (j, c) => {
    z.view.fill(0);
    model.columns.add(1, j, z);
    const x = column(c);
    for (let i = 0; i < m; i++) x[i] = z.view[i] * root[i];
    return Math.sqrt(DEPENDENT) * length(x, 0);
  });

  let row = 0;
  for (let c = 0; c < kept.length; c++)
    if (length(column(c), row) > shortest[c]) clearBelow(X, target, m, q, c, row++);
  const left: number[] = [];
  for (let c = kept.length; c < q; c++) {
    const isOld = (l: number) => isMultiple(column(c), column(l), row, shortest[c]);
    if (length(column(c), row) > shortest[c] && !left.some(isOld)) left.push(c);
  }
  const n = left.length;
  const R = new Float64Array(n * n);
  const r = new Float64Array(n);
  left.forEach((c, k) => {
    if (row + k < m) clearBelow(X, target, m, q, c, row + k);
    R.set(column(c).subarray(row, row + k + 1), k * n);
  });
  r.set(target.subarray(row, row + n));
  return {
    columns: Uint32Array.from(left, (c) => all[c]),
    R,
    r,
    rest: length(target, row + n) ** 2,
    shortest: Float64Array.from(left, (c) => shortest[c]),
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
