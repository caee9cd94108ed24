/** eˣ for x ≤ 0 in both lanes, with the bits of exp.ts, which says how. */
// @ts-ignore: decorator
@inline
export function expOfNegative2(x: v128): v128 {
  const n = f64x2.floor(
    f64x2.add(f64x2.mul(x, f64x2.splat(1.4426950408889634)), f64x2.splat(0.5)),
  );
  // ln 2 in two parts: n times the first is exact
  const r = f64x2.sub(
    f64x2.sub(x, f64x2.mul(n, f64x2.splat(0.6931471803691238))),
    f64x2.mul(n, f64x2.splat(1.9082149292705877e-10)),
  );
  const rr = f64x2.mul(r, r);
  let even = f64x2.splat(1 / 479001600.0);
  even = next(even, rr, 1 / 3628800.0);
  even = next(even, rr, 1 / 40320.0);
  even = next(even, rr, 1 / 720.0);
  even = next(even, rr, 1 / 24.0);
  even = next(even, rr, 0.5);
  even = next(even, rr, 1);
  let odd = f64x2.splat(1 / 6227020800.0);
  odd = next(odd, rr, 1 / 39916800.0);
  odd = next(odd, rr, 1 / 362880.0);
  odd = next(odd, rr, 1 / 5040.0);
  odd = next(odd, rr, 1 / 120.0);
  odd = next(odd, rr, 1 / 6.0);
  odd = next(odd, rr, 1);
  const p = f64x2.add(even, f64x2.mul(r, odd));
  // 2ⁿ in two factors, as it may be subnormal
  const half = f64x2.floor(f64x2.mul(n, f64x2.splat(0.5)));
  const scaled = f64x2.mul(f64x2.mul(p, power2(half)), power2(f64x2.sub(n, half)));
  return v128.andnot(scaled, f64x2.lt(x, f64x2.splat(-746)));
}

/** p r + c, a step of a polynomial. */
// @ts-ignore: decorator
@inline
export function next(p: v128, r: v128, c: f64): v128 {
  return f64x2.add(f64x2.mul(p, r), f64x2.splat(c));
}

/** 2ⁿ for a normal number: 2⁵² + 1023 + n has 1023 + n in its last bits, which are moved to the exponent. */
// @ts-ignore: decorator
@inline
function power2(n: v128): v128 {
  return i64x2.shl(f64x2.add(n, f64x2.splat(4503599627371519)), 52);
}
