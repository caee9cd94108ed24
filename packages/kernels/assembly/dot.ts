import { load1, load2, sum2 } from "./lanes";

/**
 * Σᵢ xᵢ yᵢ in eight sums: entry i goes to sum i mod 8, and the sums are added as
 * ((s₀ + s₄) + (s₂ + s₆)) + ((s₁ + s₅) + (s₃ + s₇)). The scalar twin adds in the same order.
 */
// @ts-ignore: decorator
@inline
export function dotOf<T>(x: usize, y: usize, n: i32): f64 {
  const size = sizeof<T>();
  let a = f64x2.splat(0);
  let b = f64x2.splat(0);
  let c = f64x2.splat(0);
  let e = f64x2.splat(0);
  let left = n;
  for (; left >= 8; left -= 8) {
    a = f64x2.add(a, f64x2.mul(load2<T>(x), v128.load(y)));
    b = f64x2.add(b, f64x2.mul(load2<T>(x + 2 * size), v128.load(y, 16)));
    c = f64x2.add(c, f64x2.mul(load2<T>(x + 4 * size), v128.load(y, 32)));
    e = f64x2.add(e, f64x2.mul(load2<T>(x + 6 * size), v128.load(y, 48)));
    x += 8 * size;
    y += 64;
  }
  if (left >= 2) a = f64x2.add(a, f64x2.mul(load2<T>(x), v128.load(y)));
  if (left >= 4) b = f64x2.add(b, f64x2.mul(load2<T>(x + 2 * size), v128.load(y, 16)));
  if (left >= 6) c = f64x2.add(c, f64x2.mul(load2<T>(x + 4 * size), v128.load(y, 32)));
  if (left & 1) {
    const at: usize = left - 1;
    const last = f64x2.mul(load1<T>(x + at * size), load1<f64>(y + at * 8));
    if (at == 0) a = f64x2.add(a, last);
    else if (at == 2) b = f64x2.add(b, last);
    else if (at == 4) c = f64x2.add(c, last);
    else e = f64x2.add(e, last);
  }
  return sum2(f64x2.add(f64x2.add(a, c), f64x2.add(b, e)));
}

export function dot(x: usize, y: usize, n: i32): f64 {
  return dotOf<f64>(x, y, n);
}

export function dot32(x: usize, y: usize, n: i32): f64 {
  return dotOf<f32>(x, y, n);
}
