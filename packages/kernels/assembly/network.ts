import { dotOf } from "./dot";
import { flush, push } from "./pending";

/**
 * Σⱼ rⱼ², rⱼ = 1/k Σᵢ σ(w·xⱼ[i]) − yⱼ, over m rows of k patches of length d; where g is not 0, also
 *
 *     g ← 2/(total·k) Σⱼ rⱼ Σ_{i active} xⱼ[i],   i active where w·xⱼ[i] > 0 or is NaN
 *
 * X passes through memory once.
 *
 * @param scratch 48 bytes, then k bytes
 */
// @ts-ignore: decorator
@inline
function networkOf<T>(
  X: usize, y: usize, w: usize, g: usize, scratch: usize, m: i32, k: i32, d: i32, total: f64,
): f64 {
  const stride = <usize>d * sizeof<T>();
  const active = scratch + 48;
  const patches = <f64>k;
  const divisor = total * patches;
  let squares: f64 = 0;
  let count = 0;
  if (g != 0) memory.fill(g, 0, <usize>d * 8);
  for (let j = 0; j < m; j++) {
    let sum: f64 = 0;
    for (let i = 0; i < k; i++) {
      const z = dotOf<T>(X + <usize>i * stride, w, d);
      store<u8>(active + <usize>i, <u8>!(z <= 0));
      sum += positive(z);
    }
    const r = sum / patches - load<f64>(y);
    squares += r * r;
    if (g != 0) {
      const scale = (2 * r) / divisor;
      for (let i = 0; i < k; i++) {
        const on: i32 = load<u8>(active + <usize>i);
        count = push<T>(scratch, count, scale, X + <usize>i * stride, g, d, on);
      }
    }
    X += <usize>k * stride;
    y += 8;
  }
  if (g != 0) flush<T>(scratch, count, g, d);
  return squares;
}

export function network(
  X: usize, y: usize, w: usize, g: usize, scratch: usize, m: i32, k: i32, d: i32, total: f64,
): f64 {
  return networkOf<f64>(X, y, w, g, scratch, m, k, d, total);
}

export function network32(
  X: usize, y: usize, w: usize, g: usize, scratch: usize, m: i32, k: i32, d: i32, total: f64,
): f64 {
  return networkOf<f32>(X, y, w, g, scratch, m, k, d, total);
}

/** z where it is above 0 or NaN, else +0. */
// @ts-ignore: decorator
@inline
function positive(z: f64): f64 {
  const two = f64x2.splat(z);
  return f64x2.extract_lane(v128.andnot(two, f64x2.le(two, f64x2.splat(0))), 0);
}
