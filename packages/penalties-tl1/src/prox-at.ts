import { shrinkage } from "./shrinkage.ts";
import type { TL1Step } from "./tl1-step.ts";

/** The prox of one entry, once what depends on t alone is known. */
export function proxAt(at: TL1Step, v: number): number {
  const x = Math.abs(v);
  if (x <= at.threshold) return 0;
  if (!(x <= at.limit)) return v; // NaN comes here, and stays NaN
  const u = x - shrinkage(x, at);
  return u > 0 ? u * (1 - 2 * +(v < 0)) : 0; // the sign of v without a branch, which random data mislead
}
