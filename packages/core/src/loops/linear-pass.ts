import type { FlatMatrix } from "../matrix-like.ts";
import { addAt } from "./add-at.ts";
import { dotAt } from "./dot-at.ts";

/** A loss of one prediction z against one target y. */
export interface PointLoss {
  /** ℓ(z, y). */
  value(z: number, y: number): number;
  /** ∂ℓ/∂z. */
  slope(z: number, y: number): number;
}

/**
 * 1/m Σⱼ ℓ(xⱼ·w, yⱼ), and in `out`, if there is one, its gradient 1/m Σⱼ ℓ′(xⱼ·w, yⱼ) xⱼ.
 *
 * Each row is used for both while it is in the cache.
 */
export function linearPass(
  { data, rows, columns }: FlatMatrix,
  y: Float64Array,
  { value, slope }: PointLoss,
  w: Float64Array,
  out?: Float64Array,
): number {
  let sum = 0;
  out?.fill(0);
  for (let j = 0, at = 0; j < rows; j++, at += columns) {
    const z = dotAt(data, at, w);
    sum += value(z, y[j]);
    if (out) addAt(data, at, slope(z, y[j]) / rows, out);
  }
  return sum / rows;
}
