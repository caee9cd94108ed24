import type { Pointwise } from "./pointwise.ts";

/** φ(z, y) = exp(z) − yz, y ≥ 0; Infinity where exp overflows, and never NaN. */
export const poissonPointwise: Pointwise = {
  value(z, y) {
    const mean = Math.exp(z);
    return mean === Number.POSITIVE_INFINITY || y === 0 ? mean : mean - y * z;
  },
  slope: (z, y) => Math.exp(z) - y,
  curvature: (z) => Math.exp(z),
  /** With u = θ + y ≥ 0: u log u − u; rounding may bring u below. */
  conjugate(theta, y) {
    const u = theta + y;
    return u > 0 ? u * Math.log(u) - u : 0;
  },
  /** At z = log y; in the limit at −∞ for y = 0. */
  least: (y) => (y > 0 ? y - y * Math.log(y) : 0),
};
