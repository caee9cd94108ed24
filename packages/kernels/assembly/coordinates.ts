import { axpyOf } from "./axpy";
import { dotOf } from "./dot";

/**
 * One pass of coordinate descent on 1/(2m) ‖r‖² + λ Σⱼ (α|wⱼ| + (1 − α)/2 wⱼ²), r = y − Xw, X column after
 * column: for the columns j in the list, in order,
 *
 *     w⁺ = soft(xⱼ·r/m + cⱼwⱼ, λα)/(cⱼ + λ(1 − α)),   r ← r − (w⁺ − wⱼ) xⱼ,   cⱼ = ‖xⱼ‖²/m
 *
 * A column with cⱼ = 0 is left at 0. Returns the largest cⱼ (w⁺ − wⱼ)².
 */
// @ts-ignore: decorator
@inline
function coordinatesOf<T>(
  X: usize, r: usize, w: usize, c: usize, list: usize, count: i32, m: i32, l1: f64, l2: f64,
): f64 {
  const stride = <usize>m * sizeof<T>();
  const samples = <f64>m;
  let most: f64 = 0;
  for (let i = 0; i < count; i++) {
    const j: usize = load<u32>(list);
    list += 4;
    const x = X + j * stride;
    const curvature = load<f64>(c + 8 * j);
    if (curvature == 0) continue;
    const before = load<f64>(w + 8 * j);
    const z = dotOf<T>(x, r, m) / samples + curvature * before;
    const moved = abs(z) <= l1 ? 0 : z > 0 ? z - l1 : z + l1;
    const after = moved / (curvature + l2);
    const delta = after - before;
    if (delta == 0) continue;
    store<f64>(w + 8 * j, after);
    axpyOf<T>(-delta, x, r, m);
    most = max(most, curvature * delta * delta);
  }
  return most;
}

export function coordinates(
  X: usize, r: usize, w: usize, c: usize, list: usize, count: i32, m: i32, l1: f64, l2: f64,
): f64 {
  return coordinatesOf<f64>(X, r, w, c, list, count, m, l1, l2);
}

export function coordinates32(
  X: usize, r: usize, w: usize, c: usize, list: usize, count: i32, m: i32, l1: f64, l2: f64,
): f64 {
  return coordinatesOf<f32>(X, r, w, c, list, count, m, l1, l2);
}
