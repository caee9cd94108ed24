import { load2 } from "./lanes";

/** y ← y + a·x. */
// @ts-ignore: decorator
@inline
export function axpyOf<T>(a: f64, x: usize, y: usize, n: i32): void {
  const size = sizeof<T>();
  const scale = f64x2.splat(a);
  let left = n;
  for (; left >= 8; left -= 8) {
    v128.store(y, f64x2.add(v128.load(y), f64x2.mul(scale, load2<T>(x))));
    v128.store(y, f64x2.add(v128.load(y, 16), f64x2.mul(scale, load2<T>(x + 2 * size))), 16);
    v128.store(y, f64x2.add(v128.load(y, 32), f64x2.mul(scale, load2<T>(x + 4 * size))), 32);
    v128.store(y, f64x2.add(v128.load(y, 48), f64x2.mul(scale, load2<T>(x + 6 * size))), 48);
    x += 8 * size;
    y += 64;
  }
  if (left >= 4) {
    v128.store(y, f64x2.add(v128.load(y), f64x2.mul(scale, load2<T>(x))));
    v128.store(y, f64x2.add(v128.load(y, 16), f64x2.mul(scale, load2<T>(x + 2 * size))), 16);
    x += 4 * size;
    y += 32;
    left -= 4;
  }
  for (; left > 0; left--) {
    store<f64>(y, load<f64>(y) + a * <f64>load<T>(x));
    x += size;
    y += 8;
  }
}

/** y ← (((y + a₀x₀) + a₁x₁) + a₂x₂) + a₃x₃: the bits of four `axpyOf`, with y read and written once. */
// @ts-ignore: decorator
@inline
export function axpy4Of<T>(
  a0: f64, x0: usize, a1: f64, x1: usize, a2: f64, x2: usize, a3: f64, x3: usize, y: usize, n: i32,
): void {
  const size = sizeof<T>();
  const s0 = f64x2.splat(a0);
  const s1 = f64x2.splat(a1);
  const s2 = f64x2.splat(a2);
  const s3 = f64x2.splat(a3);
  let left = n;
  for (; left >= 4; left -= 4) {
    let p = v128.load(y);
    let q = v128.load(y, 16);
    p = f64x2.add(p, f64x2.mul(s0, load2<T>(x0)));
    q = f64x2.add(q, f64x2.mul(s0, load2<T>(x0 + 2 * size)));
    p = f64x2.add(p, f64x2.mul(s1, load2<T>(x1)));
    q = f64x2.add(q, f64x2.mul(s1, load2<T>(x1 + 2 * size)));
    p = f64x2.add(p, f64x2.mul(s2, load2<T>(x2)));
    q = f64x2.add(q, f64x2.mul(s2, load2<T>(x2 + 2 * size)));
    p = f64x2.add(p, f64x2.mul(s3, load2<T>(x3)));
    q = f64x2.add(q, f64x2.mul(s3, load2<T>(x3 + 2 * size)));
    v128.store(y, p);
    v128.store(y, q, 16);
    x0 += 4 * size;
    x1 += 4 * size;
    x2 += 4 * size;
    x3 += 4 * size;
    y += 32;
  }
  for (; left > 0; left--) {
    let p = load<f64>(y) + a0 * <f64>load<T>(x0);
    p += a1 * <f64>load<T>(x1);
    p += a2 * <f64>load<T>(x2);
    p += a3 * <f64>load<T>(x3);
    store<f64>(y, p);
    x0 += size;
    x1 += size;
    x2 += size;
    x3 += size;
    y += 8;
  }
}

export function axpy(a: f64, x: usize, y: usize, n: i32): void {
  axpyOf<f64>(a, x, y, n);
}

export function axpy32(a: f64, x: usize, y: usize, n: i32): void {
  axpyOf<f32>(a, x, y, n);
}
