import { abs, type Fixed, over, times } from "./fixed-point.ts";

/** x with Ax = b, from the rows of [A | b], by elimination with pivots. */
export function solve(rows: readonly (readonly Fixed[])[]): Fixed[] {
  const a = rows.map((row) => [...row]);
  const n = a.length;
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++) if (abs(a[i][k]) > abs(a[pivot][k])) pivot = i;
    [a[k], a[pivot]] = [a[pivot], a[k]];
    for (let i = k + 1; i < n; i++) {
      const factor = over(a[i][k], a[k][k]);
      for (let j = k; j <= n; j++) a[i][j] -= times(factor, a[k][j]);
    }
  }
  const x: Fixed[] = new Array(n).fill(0n);
  for (let k = n - 1; k >= 0; k--) {
    let rest = a[k][n];
    for (let j = k + 1; j < n; j++) rest -= times(a[k][j], x[j]);
    x[k] = over(rest, a[k][k]);
  }
  return x;
}
