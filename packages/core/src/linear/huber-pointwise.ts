import type { Pointwise } from "./pointwise.ts";

/** φ(z, y) = h(z − y): r²/2 up to |r| = δ, and its tangents δ|r| − δ²/2 beyond. */
export function huberPointwise(delta: number): Pointwise & { readonly steepest: number } {
  return {
    value(z, y) {
      const size = Math.abs(z - y);
      return size <= delta ? (size * size) / 2 : delta * (size - delta / 2);
    },
    slope: (z, y) => Math.max(-delta, Math.min(delta, z - y)),
    /** Beyond δ the quadratic that is above h with the least curvature touches it at −r too. */
    curvature(z, y) {
      const size = Math.abs(z - y);
      return size <= delta ? 1 : delta / size;
    },
    steepest: 1,
    /** For |θ| ≤ δ, which is where slopes are. */
    conjugate: (theta, y) => theta * (theta / 2 + y),
  };
}
