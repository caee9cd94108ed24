import { dotAt } from "./dot-at.ts";

/**
 * Σᵢ σ(w·x[i]) over the patches of the row that starts at `at`, σ(z) = max(0, z).
 *
 * @param active set to 1 for the patches where σ has slope 1, else to 0; its length is k
 */
export function activation(
  data: Float64Array,
  at: number,
  w: Float64Array,
  active: Uint8Array,
): number {
  let sum = 0;
  for (let i = 0; i < active.length; i++) {
    const z = dotAt(data, at + i * w.length, w);
    const on = !(z <= 0); // NaN is on, and stays NaN
    active[i] = on ? 1 : 0;
    if (on) sum += z;
  }
  return sum;
}
