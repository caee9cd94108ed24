import { constant, next } from "./exp-lanes";

// Logarithms in both lanes.

const LOG = memory.data<f64>([
  0.41421356237309503, // √2 − 1
  0.6931471805599453, // ln 2
  1,
  2,
  3,
  6755399441055744, // 1.5·2⁵²
]);
/** 1/23, 1/19, …, 1/3 */
const A = memory.data<f64>([1 / 23.0, 1 / 19.0, 1 / 15.0, 1 / 11.0, 1 / 7.0, 1 / 3.0]);
/** 1/21, 1/17, …, 1/5 */
const B = memory.data<f64>([1 / 21.0, 1 / 17.0, 1 / 13.0, 1 / 9.0, 0.2]);

/** ln(1 + e) for e in [0, 1], with the bits of log1p.ts. */
// @ts-ignore: decorator
@inline
export function log1pOfUnit2(e: v128): v128 {
  const high = f64x2.gt(e, constant(LOG, 0));
  const top = v128.bitselect(f64x2.sub(e, constant(LOG, 2)), e, high);
  const bottom = f64x2.add(e, v128.bitselect(constant(LOG, 4), constant(LOG, 3), high));
  const odd = twiceAtanh(f64x2.div(top, bottom));
  return v128.bitselect(f64x2.add(constant(LOG, 1), odd), odd, high);
}

/**
 * ln x for a normal x > 0, in both lanes.
 *
 *     x = 2ᵏ m,  √½ ≤ m < √2,   ln x = k ln 2 + 2 atanh((m − 1)/(m + 1))
 */
// @ts-ignore: decorator
@inline
export function logOf2(x: v128): v128 {
  const one = constant(LOG, 2);
  const k = i64x2.shr_s(i64x2.sub(x, i64x2.splat(0x3fe6a09e00000000)), 52);
  const m = i64x2.sub(x, i64x2.shl(k, 52));
  const z = f64x2.div(f64x2.sub(m, one), f64x2.add(m, one));
  // 1.5·2⁵² + k has k in its last bits
  const count = f64x2.sub(i64x2.add(k, i64x2.splat(0x4338000000000000)), constant(LOG, 5));
  return f64x2.add(f64x2.mul(count, constant(LOG, 1)), twiceAtanh(z));
}

/** 2 atanh(z) for |z| ≤ 3 − 2√2. */
// @ts-ignore: decorator
@inline
function twiceAtanh(z: v128): v128 {
  const zz = f64x2.mul(z, z);
  const q = f64x2.mul(zz, zz);
  let a = constant(A, 0);
  a = next(a, q, A, 1);
  a = next(a, q, A, 2);
  a = next(a, q, A, 3);
  a = next(a, q, A, 4);
  a = next(a, q, A, 5);
  let b = constant(B, 0);
  b = next(b, q, B, 1);
  b = next(b, q, B, 2);
  b = next(b, q, B, 3);
  b = next(b, q, B, 4);
  const p = f64x2.add(a, f64x2.mul(zz, b));
  const twice = f64x2.add(z, z);
  return f64x2.add(twice, f64x2.mul(twice, f64x2.mul(zz, p)));
}
