import { productMinus } from "@proxkit/penalty";

/**
 * The larger root of (u + ε)(u − x) + t = 0, for x above the threshold and t > 0.
 *
 * With b = x − ε and c = εx − t it is u² − bu − c = 0, of which
 *
 *     u = (b + √D)/2 if b ≥ 0, else 2c/(√D − b),   D = b² + 4c
 *
 * keeps all its digits, once c does: above the threshold c < 0 happens for b > 0 only, and takes no
 * more than three quarters of b² (README). Where u is near x, x − t/(u + ε) keeps even more.
 */
export function stationaryPoint(x: number, t: number, epsilon: number): number {
  if (x < 1e-20 * epsilon) return linear(x, t, epsilon);
  const s = powerOfTwoFor(Math.max(x, epsilon));
  const X = x * s;
  const e = epsilon * s;
  const b = X - e;
  const c = productMinus(e, X, t * s * s);
  const root = Math.sqrt(Math.max(0, b * b + 4 * c));
  const u = Math.max(0, b > 0 ? (b + root) / 2 : (2 * c) / (root - b)) / s;
  return 2 * u < x ? u : x - t / (epsilon + u);
}

/** x − t/ε, which is the root where u + ε rounds to ε. */
function linear(x: number, t: number, epsilon: number): number {
  const quotient = t / epsilon;
  const inRange = t > 1e-290 && t < 1e300; // outside, the product below is not exact
  return x - quotient + (inRange ? productMinus(epsilon, quotient, t) / epsilon : 0);
}

/** A power of two that keeps squares in range: 1 for everyday numbers. */
function powerOfTwoFor(size: number): number {
  if (size > 2 ** 400) return 2 ** -600;
  return size < 2 ** -250 ? 2 ** 600 : 1;
}
