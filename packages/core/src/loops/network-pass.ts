import type { FlatMatrix } from "../matrix-like.ts";
import { activation } from "./activation.ts";
import { addAt } from "./add-at.ts";

/**
 * 1/m Σⱼ rⱼ², rⱼ = 1/k Σᵢ σ(w·xⱼ[i]) − yⱼ (eq. 2), and in `out`, if there is one, its gradient
 *
 *     ∇ = 2/(mk) Σⱼ rⱼ Σ_{i active} xⱼ[i],   i active where w·xⱼ[i] > 0
 *
 * X passes through memory once: the active patches of a row are added while it is in the cache.
 *
 * @param active room for k numbers
 */
export function networkPass(
  { data, rows, columns }: FlatMatrix,
  y: Float64Array,
  active: Uint8Array,
  w: Float64Array,
  out?: Float64Array,
): number {
  const patches = active.length;
  let sum = 0;
  out?.fill(0);
  for (let j = 0, at = 0; j < rows; j++, at += columns) {
    const r = activation(data, at, w, active) / patches - y[j];
    sum += r * r;
    if (!out) continue;
    const scale = (2 * r) / (rows * patches);
    for (let i = 0; i < patches; i++)
      if (active[i] === 1) addAt(data, at + i * w.length, scale, out);
  }
  return sum / rows;
}
