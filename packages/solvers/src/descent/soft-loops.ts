import type { Soft } from "./soft-part.ts";

// What separable terms do over all coordinates, for soft thresholds without a call for each: of d = 2000 a path asks for it
// at each λ. `weights` are p in Σ pᵢ (l1 |wᵢ| + l2/2 wᵢ²), all 1 if there are none.

/** max cᵢ|wᵢ − w⁺|, w⁺ = soft(cᵢwᵢ − gᵢ, λl1)/(cᵢ + λl2), NaN if any is. @param out gets all of them */
export function softViolations(
  { l1, l2 }: Soft,
  weights: Float64Array | undefined,
  curvatures: Float64Array,
  w: Float64Array,
  gradient: Float64Array,
  lambda: number,
  out: Float64Array,
): number {
  let most = 0;
  for (let i = 0; i < w.length; i++) {
    const at = w[i];
    const g = gradient[i];
    const own = weights ? lambda * weights[i] : lambda;
    let size = 0;
    if (at === 0) size = Math.max(0, Math.abs(g) - l1 * own);
    else {
      const c = curvatures[i] || 1;
      const z = c * at - g;
      const over = Math.max(0, Math.abs(z) - l1 * own);
      size = c * Math.abs(at - (z > 0 ? over : -over) / (c + l2 * own));
    }
    out[i] = size;
    most = Math.max(most, size);
  }
  return most;
}

/** Writes to out the coordinates that are not 0, have no weight or |gᵢ| > λl1, ascending. @returns how many */
export function softStrong(
  { l1 }: Soft,
  weights: Float64Array | undefined,
  w: Float64Array,
  gradient: Float64Array,
  lambda: number,
  out: Uint32Array,
): number {
  let count = 0;
  for (let i = 0; i < w.length; i++) {
    const own = weights ? lambda * weights[i] : lambda;
    if (w[i] !== 0 || Math.abs(gradient[i]) > l1 * own || weights?.[i] === 0) out[count++] = i;
  }
  return count;
}

/** Σ (λP)*(σgᵢ) = Σ (|σgᵢ| − λl1)₊²/(2λl2), for l2 > 0 and λ > 0. */
export function softConjugate(
  { l1, l2 }: Soft,
  gradient: Float64Array,
  sigma: number,
  lambda: number,
): number {
  const cut = lambda * l1;
  let sum = 0;
  for (let i = 0; i < gradient.length; i++) {
    const over = sigma * Math.abs(gradient[i]) - cut;
    if (!(over <= 0)) sum += over * over; // NaN too
  }
  return sum / (2 * lambda * l2);
}
