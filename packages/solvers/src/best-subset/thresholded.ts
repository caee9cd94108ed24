import { hardThreshold } from "@proxkit/penalties-l0";
import type { Landscape, Minimum } from "./landscape.ts";

const MOST_STEPS = 20;

/**
 * Iterative hard thresholding from w = 0, with the weights fitted anew on each support, in coordinates of curvature 1:
 *
 *     A ← supp H_s(√c∘w − ∇f(w)/√c),   w ← argmin f on A,   until A stays or f rises
 *
 * Its first step takes the s columns that gain most alone. Columns that depend on others leave room.
 *
 * Source: S. Foucart, Hard thresholding pursuit (2011).
 */
export function thresholded(landscape: Landscape, s: number): Minimum {
  let best = landscape.nothing;
  for (let step = 0; step < MOST_STEPS; step++) {
    const { gradient, curvature } = landscape.slopes(best);
    const v = new Float64Array(gradient.length);
    for (const j of landscape.candidates)
      if (curvature[j] > 0) v[j] = -gradient[j] / Math.sqrt(curvature[j]);
    best.columns.forEach((j, i) => {
      if (!landscape.isKept(j)) v[j] += best.w[i] * Math.sqrt(curvature[j]);
    });
    hardThreshold(v, s, v);
    const next = landscape.minimum(
      landscape.candidates.filter((j) => v[j] !== 0),
      best,
    );
    if (!(next.loss < best.loss - landscape.tie)) break;
    best = next;
  }
  return best;
}
