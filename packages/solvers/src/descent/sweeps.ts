import { extrapolation } from "./extrapolation.ts";
import type { Terms } from "./terms.ts";
import { historyOf, type Workspace } from "./workspace.ts";

export interface SweepsOptions {
  readonly lambda: number;
  /** Ends when a sweep meets no violation beyond this. */
  readonly target: number;
  readonly accelerate: boolean;
}

/** However slow it is, a step gives way after so many sweeps. */
const MOST_SWEEPS = 2000;

/**
 * Coordinate descent over the listed terms on the quadratic that w, the slopes and F″ of the workspace make, with
 * Anderson acceleration: an extrapolated point is taken where its objective is lower.
 *
 * @returns the largest violation that the last sweep met
 */
export function sweeps(
  workspace: Workspace,
  terms: Terms,
  list: Uint32Array,
  { lambda, target, accelerate }: SweepsOptions,
): number {
  const { slopes, w } = workspace;
  const coordinates = terms.coordinates(list);
  const history =
    accelerate && coordinates.length > 1
      ? extrapolation(coordinates, historyOf(workspace))
      : undefined;
  let violation = Number.POSITIVE_INFINITY;
  for (let n = 0; n < MOST_SWEEPS; n++) {
    violation = terms.sweep(list, lambda);
    if (!(violation > target)) break;
    if (history?.keep(w.view, slopes.view)) {
      const before = terms.valueOn(list, w.view);
      const moved = history.extrapolate(w.view, slopes.view);
      const after = terms.valueOn(list, w.view);
      const change = quadraticChange(workspace, history.before) + lambda * (after - before);
      if (moved && !(change < 0)) history.undo(w.view, slopes.view);
      history.keep(w.view, slopes.view);
    }
  }
  return violation;
}

/** F now minus F where the slopes were others: Σ (q² − q₀²)/2F″. */
function quadraticChange({ slopes, curvatures, uniform }: Workspace, before: Float64Array): number {
  const q = slopes.view;
  const scale = curvatures.view;
  let sum = 0;
  for (let i = 0; i < q.length; i++) {
    const change = (q[i] - before[i]) * (q[i] + before[i]);
    if (uniform !== undefined) sum += change;
    else if (scale[i] > 0) sum += change / scale[i];
  }
  return uniform === undefined ? sum / 2 : sum / (2 * uniform);
}
