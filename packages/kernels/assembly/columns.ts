import { axpyOf } from "./axpy";
import { dotOf } from "./dot";
import { load1, load2, sum2 } from "./lanes";

// A column x of a matrix that lies column after column: f64 or f32 where it is dense. A sparse one is its values, f64,
// with their rows, u32, beside them: T is then i8, which stands for no type of an entry.

/** Σᵢ vᵢ q[rowsᵢ] over the entries of a sparse column, in four sums: entry i goes to sum i mod 4, added as (s₀ + s₂) + (s₁ + s₃). */
// @ts-ignore: decorator
@inline
function sparseDotOf(values: usize, rows: usize, q: usize, count: i32): f64 {
  let a: f64 = 0;
  let b: f64 = 0;
  let c: f64 = 0;
  let e: f64 = 0;
  let left = count;
  for (; left >= 4; left -= 4) {
    a += load<f64>(values) * load<f64>(q + 8 * <usize>load<u32>(rows));
    b += load<f64>(values, 8) * load<f64>(q + 8 * <usize>load<u32>(rows, 4));
    c += load<f64>(values, 16) * load<f64>(q + 8 * <usize>load<u32>(rows, 8));
    e += load<f64>(values, 24) * load<f64>(q + 8 * <usize>load<u32>(rows, 12));
    values += 32;
    rows += 16;
  }
  if (left > 0) a += load<f64>(values) * load<f64>(q + 8 * <usize>load<u32>(rows));
  if (left > 1) b += load<f64>(values, 8) * load<f64>(q + 8 * <usize>load<u32>(rows, 4));
  if (left > 2) c += load<f64>(values, 16) * load<f64>(q + 8 * <usize>load<u32>(rows, 8));
  return a + c + (b + e);
}

/** q[rowsᵢ] ← q[rowsᵢ] + a vᵢ. */
// @ts-ignore: decorator
@inline
function sparseAxpyOf(a: f64, values: usize, rows: usize, q: usize, count: i32): void {
  for (let i = 0; i < count; i++) {
    const at = q + 8 * <usize>load<u32>(rows);
    store<f64>(at, load<f64>(at) + a * load<f64>(values));
    values += 8;
    rows += 4;
  }
}

/** q[rowsᵢ] ← q[rowsᵢ] + (a s[rowsᵢ]) vᵢ. */
// @ts-ignore: decorator
@inline
function sparseWeightedAxpyOf(
  a: f64, values: usize, rows: usize, s: usize, q: usize, count: i32,
): void {
  for (let i = 0; i < count; i++) {
    const row = 8 * <usize>load<u32>(rows);
    store<f64>(q + row, load<f64>(q + row) + a * load<f64>(s + row) * load<f64>(values));
    values += 8;
    rows += 4;
  }
}

/** y ← y + (a s) x, entry by entry. */
// @ts-ignore: decorator
@inline
function weightedAxpyOf<T>(a: f64, x: usize, s: usize, y: usize, n: i32): void {
  const size = sizeof<T>();
  const scale = f64x2.splat(a);
  let left = n;
  for (; left >= 4; left -= 4) {
    const p = f64x2.mul(f64x2.mul(scale, v128.load(s)), load2<T>(x));
    const q = f64x2.mul(f64x2.mul(scale, v128.load(s, 16)), load2<T>(x + 2 * size));
    v128.store(y, f64x2.add(v128.load(y), p));
    v128.store(y, f64x2.add(v128.load(y, 16), q), 16);
    x += 4 * size;
    s += 32;
    y += 32;
  }
  for (; left > 0; left--) {
    store<f64>(y, load<f64>(y) + a * load<f64>(s) * <f64>load<T>(x));
    x += size;
    s += 8;
    y += 8;
  }
}

/** Σᵢ (sᵢ xᵢ) xᵢ in two sums, or Σᵢ xᵢ² where s is 0: entry i goes to sum i mod 2. */
// @ts-ignore: decorator
@inline
function squaresOf<T>(x: usize, s: usize, n: i32): f64 {
  const size = sizeof<T>();
  let sums = f64x2.splat(0);
  let left = n;
  for (; left >= 2; left -= 2) {
    const p = load2<T>(x);
    const q = s == 0 ? p : f64x2.mul(v128.load(s), p);
    sums = f64x2.add(sums, f64x2.mul(q, p));
    x += 2 * size;
    if (s != 0) s += 16;
  }
  if (left > 0) {
    const p = load1<T>(x);
    const q = s == 0 ? p : f64x2.mul(load1<f64>(s), p);
    sums = f64x2.add(sums, f64x2.mul(q, p));
  }
  return sum2(sums);
}

/**
 * One pass of coordinate descent over the coordinates in a list, for a quadratic of the products z = Xw with gradient q
 * there and curvature s (one number), or S (a number each) where S is not 0, and an elastic-net penalty:
 *
 *     w⁺ = soft(cᵢwᵢ − x·q, l1 pᵢ)/(cᵢ + l2 pᵢ),   q ← q + (w⁺ − wᵢ) S∘x
 *
 * Coordinate i has column i div K and output i mod K: z, q and S are K vectors of length m. Where p is 0 all pᵢ are 1.
 * A coordinate with cᵢ = 0 is left as it is. Returns the largest cᵢ |w⁺ − wᵢ|.
 */
// @ts-ignore: decorator
@inline
function descendOf<T>(
  X: usize, starts: usize, rows: usize, q: usize, w: usize, c: usize, p: usize, list: usize, count: i32,
  m: i32, K: i32, s: f64, S: usize, l1: f64, l2: f64,
): f64 {
  const sparse = sizeof<T>() == 1;
  const stride = <usize>m * sizeof<T>();
  let most: f64 = 0;
  for (let k = 0; k < count; k++) {
    const i: usize = load<u32>(list);
    list += 4;
    const curvature = load<f64>(c + 8 * i);
    if (curvature == 0) continue;
    const j: usize = K == 1 ? i : i / K;
    const offset: usize = K == 1 ? 0 : 8 * (i - j * K) * m;
    const from: usize = sparse ? load<u32>(starts + 4 * j) : 0;
    const entries: i32 = sparse ? <i32>(load<u32>(starts + 4 * j, 4) - from) : m;
    const x = sparse ? X + 8 * from : X + j * stride;
    const at = rows + 4 * from;
    const before = load<f64>(w + 8 * i);
    const pull = sparse ? sparseDotOf(x, at, q + offset, entries) : dotOf<T>(x, q + offset, m);
    const z = curvature * before - pull;
    const weight = p == 0 ? 1 : load<f64>(p + 8 * i);
    const cut = l1 * weight;
    const moved = abs(z) <= cut ? 0 : z > 0 ? z - cut : z + cut;
    const after = moved / (curvature + l2 * weight);
    const delta = after - before;
    if (delta == 0) continue;
    store<f64>(w + 8 * i, after);
    if (S != 0) {
      if (sparse) sparseWeightedAxpyOf(delta, x, at, S + offset, q + offset, entries);
      else weightedAxpyOf<T>(delta, x, S + offset, q + offset, m);
    } else if (sparse) sparseAxpyOf(delta * s, x, at, q + offset, entries);
    else axpyOf<T>(delta * s, x, q + offset, m);
    most = max(most, curvature * abs(delta));
  }
  return most;
}

export function sparseDot(values: usize, rows: usize, q: usize, count: i32): f64 {
  return sparseDotOf(values, rows, q, count);
}

export function sparseAxpy(a: f64, values: usize, rows: usize, q: usize, count: i32): void {
  sparseAxpyOf(a, values, rows, q, count);
}

export function sparseWeightedAxpy(
  a: f64, values: usize, rows: usize, s: usize, q: usize, count: i32,
): void {
  sparseWeightedAxpyOf(a, values, rows, s, q, count);
}

/** Σᵢ s[rowsᵢ] vᵢ², or Σᵢ vᵢ² where s is 0. */
export function sparseSquares(values: usize, rows: usize, s: usize, count: i32): f64 {
  let sum: f64 = 0;
  for (let i = 0; i < count; i++) {
    const v = load<f64>(values);
    sum += s == 0 ? v * v : load<f64>(s + 8 * <usize>load<u32>(rows)) * v * v;
    values += 8;
    rows += 4;
  }
  return sum;
}

/** out ← Xᵀ q for a sparse X of n columns. */
export function sparseProducts(
  values: usize, starts: usize, rows: usize, q: usize, out: usize, n: i32,
): void {
  for (let j = 0; j < n; j++) {
    const from: usize = load<u32>(starts);
    const count = <i32>(load<u32>(starts, 4) - from);
    store<f64>(out, sparseDotOf(values + 8 * from, rows + 4 * from, q, count));
    starts += 4;
    out += 8;
  }
}

export function weightedAxpy(a: f64, x: usize, s: usize, y: usize, n: i32): void {
  weightedAxpyOf<f64>(a, x, s, y, n);
}

export function weightedAxpy32(a: f64, x: usize, s: usize, y: usize, n: i32): void {
  weightedAxpyOf<f32>(a, x, s, y, n);
}

export function squares(x: usize, s: usize, n: i32): f64 {
  return squaresOf<f64>(x, s, n);
}

export function squares32(x: usize, s: usize, n: i32): f64 {
  return squaresOf<f32>(x, s, n);
}

export function descend(
  X: usize, q: usize, w: usize, c: usize, p: usize, list: usize, count: i32,
  m: i32, K: i32, s: f64, S: usize, l1: f64, l2: f64,
): f64 {
  return descendOf<f64>(X, 0, 0, q, w, c, p, list, count, m, K, s, S, l1, l2);
}

export function descend32(
  X: usize, q: usize, w: usize, c: usize, p: usize, list: usize, count: i32,
  m: i32, K: i32, s: f64, S: usize, l1: f64, l2: f64,
): f64 {
  return descendOf<f32>(X, 0, 0, q, w, c, p, list, count, m, K, s, S, l1, l2);
}

export function sparseDescend(
  values: usize, starts: usize, rows: usize, q: usize, w: usize, c: usize, p: usize, list: usize, count: i32,
  m: i32, K: i32, s: f64, S: usize, l1: f64, l2: f64,
): f64 {
  return descendOf<i8>(values, starts, rows, q, w, c, p, list, count, m, K, s, S, l1, l2);
}
