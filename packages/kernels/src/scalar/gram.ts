import type { FloatArray, Views } from "./views.ts";

// The twins of assembly/gram.ts.

/** Σᵢ (x[a + i] x[b + i]) s[i] in eight sums: entry i goes to sum i mod 8, added as in `dotAt`; s −1 for none. */
function innerAt(
  x: FloatArray,
  a: number,
  b: number,
  f64: Float64Array,
  s: number,
  n: number,
): number {
  const sums = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    const product = x[a + i] * x[b + i];
    sums[i % 8] += s < 0 ? product : product * f64[s + i];
  }
  const [s0, s1, s2, s3, s4, s5, s6, s7] = sums;
  return s0 + s4 + (s2 + s6) + (s1 + s5 + (s3 + s7));
}

/** All in entries, s −1 for none. */
export function innersAt(
  { f64, u32 }: Views,
  data: FloatArray,
  X: number,
  j: number,
  list: number,
  count: number,
  s: number,
  out: number,
  m: number,
): void {
  for (let k = 0; k < count; k++)
    f64[out + k] = innerAt(data, X + j * m, X + u32[list + k] * m, f64, s, m);
}

/** The arrays in bytes, as the kernel has them. */
export function gramDescendAt(
  { f64, u32 }: Views,
  H: number,
  stride: number,
  seated: number,
  g: number,
  moves: number,
  seats: number,
  list: number,
  count: number,
  w: number,
  c: number,
  p: number,
  l1: number,
  l2: number,
  target: number,
  passes: number,
): number {
  const slopes = g / 8;
  let most = 0;
  const follow = (delta: number, seat: number) => {
    const row = H / 8 + seat * stride;
    for (let e = 0; e < seated; e++) f64[slopes + e] += delta * f64[row + e];
  };
  for (let k = 0; k < count; k++) {
    const delta = moves === 0 ? 0 : f64[moves / 8 + k];
    if (delta !== 0) follow(delta, u32[seats / 4 + k]);
  }
  for (let n = 0; n < passes; n++) {
    most = 0;
    for (let k = 0; k < count; k++) {
      const i = u32[list / 4 + k];
      const seat = u32[seats / 4 + k];
      const curvature = f64[c / 8 + i];
      if (curvature === 0) continue;
      const before = f64[w / 8 + i];
      const z = curvature * before - f64[slopes + seat];
      const weight = p === 0 ? 1 : f64[p / 8 + i];
      const cut = l1 * weight;
      const moved = Math.abs(z) <= cut ? 0 : z > 0 ? z - cut : z + cut;
      const after = moved / (curvature + l2 * weight);
      const delta = after - before;
      if (delta === 0) continue;
      f64[w / 8 + i] = after;
      follow(delta, seat);
      most = Math.max(most, curvature * Math.abs(delta));
    }
    if (!(most > target)) break;
  }
  return most;
}
