import { next } from "./exp-lanes";

// Logarithms in both lanes.

/** ln(1 + e) for e in [0, 1], with the bits of log1p.ts. */
// @ts-ignore: decorator
@inline
export function log1pOfUnit2(e: v128): v128 {
  const high = f64x2.gt(e, f64x2.splat(0.41421356237309503));
  const top = v128.bitselect(f64x2.sub(e, f64x2.splat(1)), e, high);
  const bottom = v128.bitselect(f64x2.add(e, f64x2.splat(3)), f64x2.add(f64x2.splat(2), e), high);
  const odd = twiceAtanh(f64x2.div(top, bottom));
  return v128.bitselect(f64x2.add(f64x2.splat(0.6931471805599453), odd), odd, high);
}

/**
 * ln x for a normal x > 0, in both lanes.
 *
 *     x = 2ᵏ m,  √½ ≤ m < √2,   ln x = k ln 2 + 2 atanh((m − 1)/(m + 1))
 */
// @ts-ignore: decorator
@inline
export function logOf2(x: v128): v128 {
  const k = i64x2.shr_s(i64x2.sub(x, i64x2.splat(0x3fe6a09e00000000)), 52);
  const m = i64x2.sub(x, i64x2.shl(k, 52));
  const z = f64x2.div(f64x2.sub(m, f64x2.splat(1)), f64x2.add(m, f64x2.splat(1)));
  // 1.5·2⁵² + k has k in its last bits
  const count = f64x2.sub(
    i64x2.add(k, i64x2.splat(0x4338000000000000)),
    f64x2.splat(6755399441055744),
  );
  return f64x2.add(f64x2.mul(count, f64x2.splat(0.6931471805599453)), twiceAtanh(z));
}

/** 2 atanh(z) for |z| ≤ 3 − 2√2. */
// @ts-ignore: decorator
@inline
function twiceAtanh(z: v128): v128 {
  const zz = f64x2.mul(z, z);
  const q = f64x2.mul(zz, zz);
  let a = f64x2.splat(1 / 23.0);
  a = next(a, q, 1 / 19.0);
  a = next(a, q, 1 / 15.0);
  a = next(a, q, 1 / 11.0);
  a = next(a, q, 1 / 7.0);
  a = next(a, q, 1 / 3.0);
  let b = f64x2.splat(1 / 21.0);
  b = next(b, q, 1 / 17.0);
  b = next(b, q, 1 / 13.0);
  b = next(b, q, 1 / 9.0);
  b = next(b, q, 0.2);
  const p = f64x2.add(a, f64x2.mul(zz, b));
  const twice = f64x2.mul(f64x2.splat(2), z);
  return f64x2.add(twice, f64x2.mul(twice, f64x2.mul(zz, p)));
}
