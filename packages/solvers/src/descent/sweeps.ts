import { addCurved } from "./coordinates.ts";
import { leave } from "./evaluate.ts";
import { extrapolation } from "./extrapolation.ts";
import { gramSweeps } from "./gram-sweeps.ts";
import { supportNewton } from "./support-newton.ts";
import type { Terms } from "./terms.ts";
import { historyOf, type Workspace } from "./workspace.ts";

export interface SweepsOptions {
  readonly lambda: number;
  /** Ends when a sweep meets no violation beyond this. */
  readonly target: number;
  readonly accelerate: boolean;
  /** However slow it is, it ends after so many sweeps. Default: 1000. */
  readonly most?: number;
  /**
   * Where the slopes of the workspace and its last gradient are, if they are those of a quadratic: w may be elsewhere on
   * the listed terms. Default: w.
   */
  readonly from?: Float64Array | undefined;
  /** Whether the run is one of many on this loss. Default: false. */
  readonly path?: boolean;
}

/** Sweeps before a Newton step is tried: after as many as there are coordinates it costs about what they did. */
const FIRST_NEWTON = 20;

/**
 * Coordinate descent over the listed terms on the quadratic that w, the slopes and F″ of the workspace make. Where it is
 * slow it is helped by Anderson acceleration, and by Newton steps on the coordinates that are not 0; a point that they
 * come to is taken where its objective is lower.
 *
 * @returns the largest violation that the last sweep met
 */
export function sweeps(
  workspace: Workspace,
  terms: Terms,
  list: Uint32Array,
  options: SweepsOptions,
): number {
  const { lambda, target, accelerate, most = 1000 } = options;
  leave(workspace);
  const reached = gramSweeps(workspace, terms, list, options);
  if (reached <= target) return reached;
  const { slopes, w } = workspace;
  const coordinates = terms.coordinates(list);
  if (options.from) catchUp(workspace, coordinates, options.from);
  const { kept, ...iterates } = historyOf(workspace, "sweeps");
  const history = accelerate ? extrapolation(coordinates, iterates) : undefined;
  let newtonAt = Math.max(FIRST_NEWTON, coordinates.length);
  let violation = Number.POSITIVE_INFINITY;
  for (let n = 1; n <= most; n++) {
    violation = terms.sweep(list, lambda);
    if (!(violation > target)) break;
    if (!history) continue;
    if (n === newtonAt) {
      const newton = supportNewton(workspace, terms, list, lambda);
      const helped = newton && (tried(() => newton("each")) || tried(() => newton("first")));
      newtonAt += helped ? Math.max(FIRST_NEWTON, coordinates.length >> 1) : newtonAt;
      history.restart();
    } else if (history.keep(w.view, slopes.view)) {
      tried(() => history.extrapolate(w.view, slopes.view));
      history.keep(w.view, slopes.view);
    }
  }
  return violation;

  /** Moves w and the slopes, and back if the objective does not fall. */
  function tried(move: () => boolean): boolean {
    kept.slopes.set(slopes.view);
    for (let k = 0; k < coordinates.length; k++) kept.w[k] = w.view[coordinates[k]];
    const before = terms.valueOn(list, w.view);
    const moved = move();
    const after = terms.valueOn(list, w.view);
    const change = quadraticChange(workspace, kept.slopes) + lambda * (after - before);
    if (moved && change < 0) return true;
    slopes.view.set(kept.slopes);
    for (let k = 0; k < coordinates.length; k++) w.view[coordinates[k]] = kept.w[k];
    return false;
  }
}

/** Moves the slopes from where they are to w. */
function catchUp(workspace: Workspace, coordinates: Uint32Array, from: Float64Array): void {
  const { model, uniform, direction, product, slopes } = workspace;
  const { times } = model.columns;
  const { view } = workspace.w;
  if (times && model.outputs === 1 && uniform !== undefined) {
    const change = product.view;
    for (let i = 0; i < change.length; i++) change[i] = view[i] - from[i];
    times(product, direction);
    const [q, along] = [slopes.view, direction.view];
    for (let i = 0; i < q.length; i++) q[i] += uniform * along[i];
    return;
  }
  for (let k = 0; k < coordinates.length; k++) {
    const i = coordinates[k];
    if (view[i] !== from[i]) addCurved(workspace, view[i] - from[i], i, slopes);
  }
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
