import type { LossName } from "@proxkit/regression";

/** A table as one reads it: rows of numbers, in any units. */
export interface Table {
  readonly X: readonly (readonly number[])[];
  readonly y: readonly number[];
  readonly loss: Exclude<LossName, "multinomial">;
  /** Default: all 1. */
  readonly weights?: readonly number[] | undefined;
  readonly delta?: number | undefined;
  /** Default: true. */
  readonly intercept?: boolean | undefined;
  /** Features that are always in. */
  readonly keep?: readonly number[] | undefined;
}

interface Found {
  /** The features that were chosen, and those that were kept, ascending. */
  readonly support: readonly number[];
  /** b, then the weights of the support. */
  readonly w: readonly number[];
  readonly loss: number;
}

/** The best subset of each size from 0 on: every one is fitted, by Newton's method on the normal equations of the columns as they are. */
export function everySubset(table: Table): Found[] {
  const { X, keep = [] } = table;
  const free = X[0].map((_, j) => j).filter((j) => !keep.includes(j));
  const best: Found[] = [];
  for (let mask = 0; mask < 2 ** free.length; mask++) {
    const chosen = free.filter((_, bit) => (mask >> bit) & 1);
    const found = fitted(
      table,
      [...keep, ...chosen].sort((a, b) => a - b),
    );
    const before = best[chosen.length];
    if (!before || found.loss < before.loss) best[chosen.length] = found;
  }
  return best;
}

/** ℓ, ℓ′ and ℓ″ at z. */
function pointwise({ loss, delta = 1 }: Table, z: number, y: number): [number, number, number] {
  if (loss === "squared") return [(z - y) ** 2 / 2, z - y, 1];
  if (loss === "poisson") return [Math.exp(z) - y * z, Math.exp(z) - y, Math.exp(z)];
  if (loss === "logistic") {
    const p = 1 / (1 + Math.exp(-z));
    return [Math.log(1 + Math.exp(z)) - y * z, p - y, p * (1 - p)];
  }
  const r = z - y;
  if (Math.abs(r) <= delta) return [r ** 2 / 2, r, 1];
  return [delta * Math.abs(r) - delta ** 2 / 2, delta * Math.sign(r), 1e-9];
}

function fitted(table: Table, support: readonly number[]): Found {
  const { X, y, weights = y.map(() => 1), intercept = true } = table;
  const rows = X.map((row) => [Number(intercept), ...support.map((j) => row[j])]);
  const whole = weights.reduce((a, b) => a + b, 0);
  const at = (w: readonly number[]) => {
    const gradient = w.map(() => 0);
    const H = w.map(() => w.map(() => 0));
    let loss = 0;
    rows.forEach((row, i) => {
      const z = row.reduce((sum, x, k) => sum + x * w[k], 0);
      const [value, first, second] = pointwise(table, z, y[i]);
      const s = weights[i] / whole;
      loss += s * value;
      row.forEach((x, k) => {
        gradient[k] += s * first * x;
        row.forEach((other, l) => {
          H[k][l] += s * second * x * other;
        });
      });
    });
    if (!intercept) H[0][0] = 1;
    return { loss, gradient, H };
  };
  let w: number[] = [0, ...support.map(() => 0)];
  let here = at(w);
  for (let step = 0; step < 100; step++) {
    const ahead = solved(here.H, here.gradient);
    let t = 1;
    let next = at(w.map((wk, k) => wk - t * ahead[k]));
    while (!(next.loss <= here.loss) && t > 1e-9) {
      t /= 2;
      next = at(w.map((wk, k) => wk - t * ahead[k]));
    }
    if (!(next.loss < here.loss)) break;
    w = w.map((wk, k) => wk - t * ahead[k]);
    here = next;
  }
  return { support, w, loss: here.loss };
}

/** A x = b by elimination with the largest pivot of each column. */
function solved(A: readonly (readonly number[])[], b: readonly number[]): number[] {
  const n = b.length;
  const M = A.map((row, i) => [...row, b[i]]);
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let i = c; i < n; i++) if (Math.abs(M[i][c]) > Math.abs(M[pivot][c])) pivot = i;
    [M[c], M[pivot]] = [M[pivot], M[c]];
    for (let i = 0; i < n; i++) {
      if (i === c) continue;
      const by = M[i][c] / M[c][c];
      for (let k = c; k <= n; k++) M[i][k] -= by * M[c][k];
    }
  }
  return M.map((row, i) => row[n] / row[i]);
}
