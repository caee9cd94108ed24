import { sum2 } from "./lanes";
import { ARRAYS, bytesOf } from "./planar-block";

/**
 * w⁺ ← scale·hat, and in place of hat ∇f ← along·w⁺ + toStar·(w⁺ − w*); the sums ‖w⁺ − w‖² and ‖w⁺ − u‖², in the order of planarDepart.
 */
export function planarArrive(at: usize, n: i32, scale: f64, along: f64, toStar: f64): void {
  const bytes = bytesOf(n);
  let star = at + ARRAYS;
  let w = star + bytes;
  let u = star + 2 * bytes;
  let g = star + 3 * bytes; // hat
  const end = star + bytes;
  const scales = f64x2.splat(scale);
  const alongs = f64x2.splat(along);
  const toStars = f64x2.splat(toStar);
  let moved0 = f64x2.splat(0);
  let moved1 = f64x2.splat(0);
  let apart0 = f64x2.splat(0);
  let apart1 = f64x2.splat(0);
  for (; star < end; star += 32) {
    const next0 = f64x2.mul(scales, v128.load(g));
    const next1 = f64x2.mul(scales, v128.load(g, 16));
    const step0 = f64x2.sub(next0, v128.load(w));
    const step1 = f64x2.sub(next1, v128.load(w, 16));
    const gap0 = f64x2.sub(next0, v128.load(u));
    const gap1 = f64x2.sub(next1, v128.load(u, 16));
    moved0 = f64x2.add(moved0, f64x2.mul(step0, step0));
    moved1 = f64x2.add(moved1, f64x2.mul(step1, step1));
    apart0 = f64x2.add(apart0, f64x2.mul(gap0, gap0));
    apart1 = f64x2.add(apart1, f64x2.mul(gap1, gap1));
    v128.store(g, gradient(next0, v128.load(star), alongs, toStars));
    v128.store(g, gradient(next1, v128.load(star, 16), alongs, toStars), 16);
    v128.store(w, next0);
    v128.store(w, next1, 16);
    w += 32;
    u += 32;
    g += 32;
  }
  store<f64>(at, sum2(f64x2.add(moved0, moved1)));
  store<f64>(at, sum2(f64x2.add(apart0, apart1)), 8);
}

// @ts-ignore: decorator
@inline
function gradient(w: v128, star: v128, along: v128, toStar: v128): v128 {
  return f64x2.add(f64x2.mul(along, w), f64x2.mul(toStar, f64x2.sub(w, star)));
}
