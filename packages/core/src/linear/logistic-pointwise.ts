import type { Pointwise } from "./pointwise.ts";

/** φ(z, y) = log(1 + exp(−yz)), y = ±1, in forms that do not overflow. */
export const logisticPointwise: Pointwise & { readonly steepest: number } = {
  value(z, y) {
    const margin = y * z;
    return (margin < 0 ? -margin : 0) + Math.log1p(Math.exp(-Math.abs(margin)));
  },
  slope(z, y) {
    const margin = y * z;
    const e = Math.exp(-Math.abs(margin));
    return -y * (margin < 0 ? 1 / (1 + e) : e / (1 + e));
  },
  curvature(z) {
    const e = Math.exp(-Math.abs(z));
    return e / ((1 + e) * (1 + e));
  },
  steepest: 1 / 4,
  /** With u = −yθ in [0, 1]: u log u + (1 − u) log(1 − u). */
  conjugate(theta, y) {
    const u = -y * theta;
    return entropy(u) + entropy(1 - u);
  },
};

/** u log u, 0 at 0; rounding may bring u below. */
function entropy(u: number): number {
  return u > 0 ? u * Math.log(u) : 0;
}
