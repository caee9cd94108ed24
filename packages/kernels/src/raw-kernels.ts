/** An address in bytes; 0 stands for none. */
export type At = number;

/**
 * The kernels as both engines have them, on addresses. Arrays are float64 unless the name ends in 32: then the
 * first array is float32. `total` is the m of the whole problem where rows are a part of it.
 */
export interface RawKernels {
  /** x·y */
  dot(x: At, y: At, n: number): number;
  dot32(x: At, y: At, n: number): number;
  /** y ← y + a·x */
  axpy(a: number, x: At, y: At, n: number): void;
  axpy32(a: number, x: At, y: At, n: number): void;
  /** out ← A v, A m × n row after row */
  rowsTimes(A: At, v: At, out: At, m: number, n: number): void;
  rowsTimes32(A: At, v: At, out: At, m: number, n: number): void;
  /** out ← Aᵀ v */
  sumOfRows(A: At, v: At, out: At, scratch: At, m: number, n: number): void;
  sumOfRows32(A: At, v: At, out: At, scratch: At, m: number, n: number): void;
  /** Σ r² of the network, and its gradient in g */
  network: NetworkKernel;
  network32: NetworkKernel;
  /** Σ r²/2, and its gradient in g */
  leastSquares: LinearKernel;
  leastSquares32: LinearKernel;
  /** Σ log(1 + exp(−s x·w)), and its gradient in g */
  logistic: LinearKernel;
  logistic32: LinearKernel;
  /** Σ s log(1 + exp(−yz)), its gradient by z in q, which may be z, and its second derivatives in c, unless they are 0 */
  logisticSlopes(z: At, y: At, s: At, q: At, c: At, scratch: At, n: number): number;
  /** c ← the second derivatives alone; c may be z */
  logisticCurvatures(z: At, s: At, c: At, n: number): void;
  /** Its conjugate */
  logisticConjugate(theta: At, y: At, s: At, n: number): number;
  /** y ← y + (a·s)x, entry by entry */
  weightedAxpy(a: number, x: At, s: At, y: At, n: number): void;
  weightedAxpy32(a: number, x: At, s: At, y: At, n: number): void;
  /** Σ s x², s 0 for 1 */
  squares(x: At, s: At, n: number): number;
  squares32(x: At, s: At, n: number): number;
  /** Those of a sparse vector: `count` values, and the rows that they are in */
  sparseDot(values: At, rows: At, q: At, count: number): number;
  sparseAxpy(a: number, values: At, rows: At, q: At, count: number): void;
  sparseWeightedAxpy(a: number, values: At, rows: At, s: At, q: At, count: number): void;
  sparseSquares(values: At, rows: At, s: At, count: number): number;
  /** out ← Xᵀ q, X sparse with n columns */
  sparseProducts(values: At, starts: At, rows: At, q: At, out: At, n: number): void;
  /** A pass of coordinate descent over the coordinates in the list */
  descend: DescendKernel;
  descend32: DescendKernel;
  sparseDescend(values: At, starts: At, rows: At, ...rest: DescendRest): number;
  /** out ← X w, X by columns, m × d, but for columns whose weight is 0 */
  columnsTimes(X: At, w: At, out: At, scratch: At, m: number, d: number): void;
  columnsTimes32(X: At, w: At, out: At, scratch: At, m: number, d: number): void;
  /** out_k ← Σ (xⱼ xₗ) s, l the k-th in the list, s 0 for 1 */
  inners(X: At, j: number, list: At, count: number, s: At, out: At, m: number): void;
  inners32(X: At, j: number, list: At, count: number, s: At, out: At, m: number): void;
  /** Passes of coordinate descent on a quadratic with second derivatives H, as assembly/gram.ts has them */
  gramDescend: GramKernel;
  /** out ← soft(v, t), 0 < t < ∞ */
  soft(v: At, out: At, n: number, t: number): void;
  /** out ← v where |v| > cut, else 0 */
  hard(v: At, out: At, n: number, cut: number): void;
  /** out ← the prox of TL1; at: threshold, limit, scale, a, V, high, low, c */
  tl1(v: At, out: At, n: number, at: At): void;
  /** To be called once the constants of a block of a planar pass, as src/planar/block.ts has them, are in it */
  planarPrepare(at: At, n: number): void;
  /** u ← prox(w), hat ← w − η(∇f + β(w − u)) in place of ∇f; sums ‖hat − c‖², (hat − c)·c, P(u) */
  planarDepart(at: At, n: number, eta: number): void;
  /** w⁺ ← scale·hat, ∇f ← along·w⁺ + toStar·(w⁺ − w*); sums ‖w⁺ − w‖², ‖w⁺ − u‖² */
  planarArrive(at: At, n: number, scale: number, along: number, toStar: number): void;
  /** Both halves, and the loss between them; sums ‖w⁺ − w‖², ‖w⁺ − u‖², P(u), f(w⁺); or 0, where they do not tell */
  planarStep(at: At, n: number, eta: number): number;
  /** out ← H_s(v), s ≤ n; scratch has 1088 bytes, then room for `room` float64, at least 8192 */
  top(v: At, out: At, n: number, s: number, scratch: At, room: number): void;
}

export type NetworkKernel = (
  X: At,
  y: At,
  w: At,
  g: At,
  scratch: At,
  m: number,
  k: number,
  d: number,
  total: number,
) => number;

export type LinearKernel = (
  X: At,
  y: At,
  w: At,
  g: At,
  scratch: At,
  m: number,
  d: number,
  total: number,
) => number;

export type DescendKernel = (X: At, ...rest: DescendRest) => number;

export type DescendRest = [
  q: At,
  w: At,
  c: At,
  p: At,
  list: At,
  count: number,
  m: number,
  K: number,
  s: number,
  S: At,
  l1: number,
  l2: number,
];

export type GramKernel = (
  H: At,
  stride: number,
  seated: number,
  g: At,
  moves: At,
  seats: At,
  list: At,
  count: number,
  w: At,
  c: At,
  p: At,
  l1: number,
  l2: number,
  target: number,
  passes: number,
) => number;
