// A constant in both lanes is loaded: to make it anew, as WebAssembly's engines do at each use, takes three instructions.
const RATE = memory.data<f64>([
  1.4426950408889634, // 1/ln 2
  0.5,
  0.6931471803691238, // ln 2 in two parts: n times the first is exact
  1.9082149292705877e-10,
  4503599627371519, // 2⁵² + 1023
  -746,
]);
/** 1/12!, 1/10!, …, 1 */
const EVEN = memory.data<f64>([
  1 / 479001600.0,
  1 / 3628800.0,
  1 / 40320.0,
  1 / 720.0,
  1 / 24.0,
  0.5,
  1,
]);
/** 1/13!, 1/11!, …, 1 */
const ODD = memory.data<f64>([
  1 / 6227020800.0,
  1 / 39916800.0,
  1 / 362880.0,
  1 / 5040.0,
  1 / 120.0,
  1 / 6.0,
  1,
]);

/** eˣ for x ≤ 0 in both lanes, with the bits of exp.ts, which says how. */
// @ts-ignore: decorator
@inline
export function expOfNegative2(x: v128): v128 {
  const half = constant(RATE, 1);
  const n = f64x2.floor(f64x2.add(f64x2.mul(x, constant(RATE, 0)), half));
  const r = f64x2.sub(
    f64x2.sub(x, f64x2.mul(n, constant(RATE, 2))),
    f64x2.mul(n, constant(RATE, 3)),
  );
  const rr = f64x2.mul(r, r);
  let even = constant(EVEN, 0);
  even = next(even, rr, EVEN, 1);
  even = next(even, rr, EVEN, 2);
  even = next(even, rr, EVEN, 3);
  even = next(even, rr, EVEN, 4);
  even = next(even, rr, EVEN, 5);
  even = next(even, rr, EVEN, 6);
  let odd = constant(ODD, 0);
  odd = next(odd, rr, ODD, 1);
  odd = next(odd, rr, ODD, 2);
  odd = next(odd, rr, ODD, 3);
  odd = next(odd, rr, ODD, 4);
  odd = next(odd, rr, ODD, 5);
  odd = next(odd, rr, ODD, 6);
  const p = f64x2.add(even, f64x2.mul(r, odd));
  // 2ⁿ in two factors, as it may be subnormal
  const part = f64x2.floor(f64x2.mul(n, half));
  const scaled = f64x2.mul(f64x2.mul(p, power2(part)), power2(f64x2.sub(n, part)));
  return v128.andnot(scaled, f64x2.lt(x, constant(RATE, 5)));
}

/** The i-th of some constants, in both lanes. */
// @ts-ignore: decorator
@inline
export function constant(at: usize, i: usize): v128 {
  return v128.load64_splat(at + 8 * i);
}

/** p r + the i-th constant, a step of a polynomial. */
// @ts-ignore: decorator
@inline
export function next(p: v128, r: v128, at: usize, i: usize): v128 {
  return f64x2.add(f64x2.mul(p, r), constant(at, i));
}

/** 2ⁿ for a normal number: 2⁵² + 1023 + n has 1023 + n in its last bits, which are moved to the exponent. */
// @ts-ignore: decorator
@inline
function power2(n: v128): v128 {
  return i64x2.shl(f64x2.add(n, constant(RATE, 4)), 52);
}
