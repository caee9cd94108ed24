import { axpyOf } from "./axpy";
import { load1, load2, sum2 } from "./lanes";

/** The products of the two entries at x and at y, by s where s is not 0: x first by y, so that they may change places. */
// @ts-ignore: decorator
@inline
function both<T>(x: usize, y: usize, s: usize): v128 {
  const p = f64x2.mul(load2<T>(x), load2<T>(y));
  return s == 0 ? p : f64x2.mul(p, v128.load(s));
}

/** Σᵢ (xᵢ yᵢ) sᵢ, or Σᵢ xᵢ yᵢ where s is 0, of two columns of one type, summed as in `dotOf`. */
// @ts-ignore: decorator
@inline
function innerOf<T>(x: usize, y: usize, s: usize, n: i32): f64 {
  const size = sizeof<T>();
  let a = f64x2.splat(0);
  let b = f64x2.splat(0);
  let c = f64x2.splat(0);
  let e = f64x2.splat(0);
  const step: usize = s == 0 ? 0 : 16;
  let left = n;
  for (; left >= 8; left -= 8) {
    a = f64x2.add(a, both<T>(x, y, s));
    b = f64x2.add(b, both<T>(x + 2 * size, y + 2 * size, s + step));
    c = f64x2.add(c, both<T>(x + 4 * size, y + 4 * size, s + 2 * step));
    e = f64x2.add(e, both<T>(x + 6 * size, y + 6 * size, s + 3 * step));
    x += 8 * size;
    y += 8 * size;
    s += 4 * step;
  }
  if (left >= 2) a = f64x2.add(a, both<T>(x, y, s));
  if (left >= 4) b = f64x2.add(b, both<T>(x + 2 * size, y + 2 * size, s + step));
  if (left >= 6) c = f64x2.add(c, both<T>(x + 4 * size, y + 4 * size, s + 2 * step));
  if (left & 1) {
    const at: usize = left - 1;
    let last = f64x2.mul(load1<T>(x + at * size), load1<T>(y + at * size));
    if (s != 0) last = f64x2.mul(last, load1<f64>(s + at * 8));
    if (at == 0) a = f64x2.add(a, last);
    else if (at == 2) b = f64x2.add(b, last);
    else if (at == 4) c = f64x2.add(c, last);
    else e = f64x2.add(e, last);
  }
  return sum2(f64x2.add(f64x2.add(a, c), f64x2.add(b, e)));
}

/**
 * out_k ← the inner product of column j with the k-th listed column of X, of m rows, weighted by s where s is not 0.
 * Columns j and l give the bits of l and j.
 */
// @ts-ignore: decorator
@inline
function innersOf<T>(X: usize, j: i32, list: usize, count: i32, s: usize, out: usize, m: i32): void {
  const stride = <usize>m * sizeof<T>();
  const x = X + <usize>j * stride;
  for (let k = 0; k < count; k++) {
    store<f64>(out, innerOf<T>(x, X + <usize>load<u32>(list) * stride, s, m));
    list += 4;
    out += 8;
  }
}

export function inners(
  X: usize, j: i32, list: usize, count: i32, s: usize, out: usize, m: i32,
): void {
  innersOf<f64>(X, j, list, count, s, out, m);
}

export function inners32(
  X: usize, j: i32, list: usize, count: i32, s: usize, out: usize, m: i32,
): void {
  innersOf<f32>(X, j, list, count, s, out, m);
}

/**
 * Passes of coordinate descent for ½wᵀHw + … + an elastic net, with its gradient g at hand, until one changes no
 * cᵢwᵢ by more than `target`, but at most so many:
 *
 *     w⁺ = soft(cᵢwᵢ − gᵢ, l1 pᵢ)/(cᵢ + l2 pᵢ),   g ← g + (w⁺ − wᵢ) Hᵢ
 *
 * over the coordinates in a list; the k-th has seat seatsₖ, its place in g and its row in H, which has `seated` numbers
 * and lies `stride` numbers after the one before. Where p is 0 all pᵢ are 1. A coordinate with cᵢ = 0 is left as it is.
 * First g follows what the listed coordinates have moved since it was known: movesₖ, where moves is not 0. Returns the
 * largest cᵢ|w⁺ − wᵢ| of the last pass.
 */
export function gramDescend(
  H: usize, stride: i32, seated: i32, g: usize, moves: usize, seats: usize, list: usize, count: i32, w: usize, c: usize,
  p: usize, l1: f64, l2: f64, target: f64, passes: i32,
): f64 {
  let most: f64 = 0;
  for (let k = 0; k < count; k++) {
    const delta = moves == 0 ? 0 : load<f64>(moves + 8 * k);
    if (delta == 0) continue;
    axpyOf<f64>(delta, H + 8 * (<usize>load<u32>(seats + 4 * k) * stride), g, seated);
  }
  for (let n = 0; n < passes; n++) {
    most = 0;
    for (let k = 0; k < count; k++) {
      const i: usize = load<u32>(list + 4 * k);
      const seat: usize = load<u32>(seats + 4 * k);
      const curvature = load<f64>(c + 8 * i);
      if (curvature == 0) continue;
      const before = load<f64>(w + 8 * i);
      const z = curvature * before - load<f64>(g + 8 * seat);
      const weight = p == 0 ? 1 : load<f64>(p + 8 * i);
      const cut = l1 * weight;
      const moved = abs(z) <= cut ? 0 : z > 0 ? z - cut : z + cut;
      const after = moved / (curvature + l2 * weight);
      const delta = after - before;
      if (delta == 0) continue;
      store<f64>(w + 8 * i, after);
      axpyOf<f64>(delta, H + 8 * (seat * stride), g, seated);
      most = max(most, curvature * abs(delta));
    }
    if (!(most > target)) break;
  }
  return most;
}
