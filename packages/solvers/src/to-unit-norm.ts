import { norm } from "@proxkit/core";

/** w ← w/‖w‖; false, and w as it was, where the norm is 0. */
export function toUnitNorm(w: Float64Array): boolean {
  const size = norm(w);
  if (size === 0) return false;
  for (let i = 0; i < w.length; i++) w[i] /= size;
  return true;
}
