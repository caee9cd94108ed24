// Two entries at a time. An array of type T, f64 or f32, is read as f64: float32 storage, float64 arithmetic.

/** The two entries at p. */
// @ts-ignore: decorator
@inline
export function load2<T>(p: usize): v128 {
  if (sizeof<T>() == 4) return f64x2.promote_low_f32x4(v128.load64_zero(p));
  return v128.load(p);
}

/** The entry at p, and 0 beside it. */
// @ts-ignore: decorator
@inline
export function load1<T>(p: usize): v128 {
  return f64x2.replace_lane(f64x2.splat(0), 0, <f64>load<T>(p));
}

/** |x|, lane by lane. */
// @ts-ignore: decorator
@inline
export function abs2(x: v128): v128 {
  return f64x2.abs(x);
}

/** The first lane + the second. */
// @ts-ignore: decorator
@inline
export function sum2(x: v128): f64 {
  return f64x2.extract_lane(x, 0) + f64x2.extract_lane(x, 1);
}
