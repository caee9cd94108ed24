/**
 * Makes R upper triangular by Householder's reflections, and reflects r with it.
 *
 * @param R n × q, column after column
 * @param r length n
 */
export function triangularise(R: Float64Array, r: Float64Array, n: number, q: number): void {
  for (let k = 0; k < q; k++) clearBelow(R, r, n, q, k, k);
}

/** Makes column c 0 below a row by a reflection of what is there, and reflects the columns after it and r. */
export function clearBelow(
  R: Float64Array,
  r: Float64Array,
  n: number,
  q: number,
  c: number,
  row: number,
): void {
  const at = c * n;
  let below = 0;
  for (let i = row + 1; i < n; i++) below += R[at + i] * R[at + i];
  if (below === 0) return;
  const size = Math.sqrt(below + R[at + row] * R[at + row]);
  const alpha = R[at + row] > 0 ? -size : size;
  R[at + row] -= alpha;
  const scale = 1 / (size * Math.abs(R[at + row])); // 2/‖v‖²
  for (let to = c + 1; to < q; to++) reflect(R, at, row, n, scale, R, to * n);
  reflect(R, at, row, n, scale, r, 0);
  R[at + row] = alpha;
  R.fill(0, at + row + 1, at + n);
}

/** x ← x − scale (v·x) v, in rows k to n. */
function reflect(
  v: Float64Array,
  atV: number,
  k: number,
  n: number,
  scale: number,
  x: Float64Array,
  atX: number,
): void {
  let sum = 0;
  for (let i = k; i < n; i++) sum += v[atV + i] * x[atX + i];
  const by = sum * scale;
  for (let i = k; i < n; i++) x[atX + i] -= by * v[atV + i];
}

/**
 * What is left of a triangle without its first j rows and without its columns up to j: triangular again by rotations.
 *
 * @param R q × q, column after column; not changed
 * @param outR n × n with n = q − j − 1
 * @param outr length n
 * @returns what r has beyond the new triangle
 */
export function retriangulate(
  R: Float64Array,
  r: Float64Array,
  q: number,
  j: number,
  outR: Float64Array,
  outr: Float64Array,
): number {
  const n = q - j - 1;
  for (let c = 0; c < n; c++) {
    const from = (j + 1 + c) * q + j;
    for (let i = 0; i < n; i++) outR[c * n + i] = i <= c + 1 ? R[from + i] : 0;
    outr[c] = r[j + 1 + c];
  }
  const last = R[q * q - 1]; // in row n, for which outR has no room
  let carried = r[j];
  for (let i = 0; i < n; i++) {
    const at = i * n + i;
    const a = outR[at];
    const b = i + 1 < n ? outR[at + 1] : last;
    const size = Math.sqrt(a * a + b * b);
    const cos = size > 0 ? a / size : 1;
    const sin = size > 0 ? b / size : 0;
    outR[at] = size;
    if (i + 1 < n) outR[at + 1] = 0;
    for (let to = at + n; to < n * n; to += n) {
      const x = outR[to];
      const y = outR[to + 1];
      outR[to] = cos * x + sin * y;
      outR[to + 1] = cos * y - sin * x;
    }
    const next = outr[i];
    outr[i] = cos * carried + sin * next;
    carried = cos * next - sin * carried;
  }
  return carried;
}
