import { denominator, numerator } from "./squared-ratio.ts";
import type { TL1Step } from "./tl1-step.ts";

/**
 * x − u, what the prox takes from an x above the threshold; below that, a number of no meaning.
 *
 * u is the largest root of (u − x)(a + u)² + c = 0 with c = t·a·(a + 1). Lemma 5.2.1 writes it with cosines,
 * which cancel when a is large, lose half the digits or give NaN where 27c/(2(a + x)³) is near 2, and
 * overflow. The same root, safely: with X = a + x and V = ∛(27c/4),
 *
 *     x − u = (c/X²)·R(h),   h² = 1 − (V/X)³ = (x − (V − a))(X² + XV + V²)/X³
 *
 * Only x − (V − a) can cancel, near the critical point: V − a has 32 digits. R is a function of one
 * variable, without a singularity at either end (derivation/squared-ratio.ts).
 */
export function shrinkage(x: number, at: TL1Step): number {
  const { a, c, V } = at;
  const z = x * at.scale;
  const X = a + z;
  const XX = X * X;
  const rounding = z - (X - a); // of X, where x < a
  const gap = Math.max(0, z - at.high - at.low); // below 0 by rounding only
  const h = Math.sqrt((gap * (XX + X * V + V * V)) / (XX * X));
  const Q = denominator(h);
  return (c * (Q + (1 - h) * numerator(h))) / (Q * (XX + 2 * X * rounding));
}
