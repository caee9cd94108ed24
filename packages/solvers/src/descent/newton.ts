import { dotCoordinate } from "./coordinates.ts";
import { evaluateAt, leave, settle } from "./evaluate.ts";
import { extrapolation } from "./extrapolation.ts";
import { secondDerivatives } from "./measure.ts";
import { type SweepsOptions, sweeps } from "./sweeps.ts";
import type { Terms } from "./terms.ts";
import { historyOf, type Workspace } from "./workspace.ts";

/** However slow it is, a step gives way after so many quadratics. */
const MOST_QUADRATICS = 50;
/** And each of them after so many sweeps: it is near F only where it touches. */
const MOST_SWEEPS = 300;
/** Quadratics come near so fast that a step goes on to this share of its target: that saves looks at all terms. */
const FURTHER = 0.3;
/** What the first quadratic is minimised to, and what later ones, which are nearer to F, relative to the violation there. */
const NEARER = { first: 10, later: 30 };
/** The way is halved so often before the quadratic is made steeper. */
const HALVINGS = 8;
/** What is added to F″, relative to its largest, when no part of the way lowers the objective. */
const FIRST_DAMPING = 1 / 16;
const LARGEST_DAMPING = 1e12;

/**
 * Minimises over the listed terms where F is no quadratic: by one quadratic after the other, each with the second
 * derivatives at the point where it touches, and a step along the way to its minimum that lowers f + λP (proximal Newton).
 * Where no such step is found the next quadratic is steeper; where there are many, Anderson acceleration shortens the way.
 *
 * @param loss f at w, where z and the slopes of the workspace are
 * @returns the largest violation that was met at the last point, where z and the slopes are
 */
export function newton(
  workspace: Workspace,
  terms: Terms,
  list: Uint32Array,
  loss: number,
  options: SweepsOptions,
): number {
  const { model, w, z, slopes, last } = workspace;
  const { lambda } = options;
  const target = FURTHER * options.target;
  const coordinates = terms.coordinates(list);
  const start = new Float64Array(coordinates.length);
  const end = new Float64Array(coordinates.length);
  let value = loss;
  let violation = Number.POSITIVE_INFINITY;
  let damping = 0;
  const { kept, ...iterates } = historyOf(workspace, "quadratics");
  const history = options.accelerate ? extrapolation(coordinates, iterates) : undefined;
  let known = last.curved === terms && terms.convex; // the second derivatives where w is
  for (let n = 0; n < MOST_QUADRATICS; n++) {
    if (known) terms.curve(list.filter((u) => terms.isZero(u, w.view) && !terms.isFree(u)));
    else {
      secondDerivatives(workspace, damping);
      terms.curve(list);
    }
    known = false;
    read(start);
    const penalty = terms.valueOn(list, w.view);
    leave(workspace);
    if (n === 0) {
      // the first sweep meets the violations at the point itself, nearly
      violation = terms.sweep(list, lambda);
      if (!(violation > target)) {
        if (!search(penalty)) take(0);
        break;
      }
    }
    sweeps(workspace, terms, list, {
      ...options,
      target: Math.max(target / 2, violation / (n === 0 ? NEARER.first : NEARER.later)),
      most: MOST_SWEEPS,
    });
    if (search(penalty)) {
      damping = damping > FIRST_DAMPING ? damping / 4 : 0;
      accelerate();
      violation = met();
      if (!(violation > target)) break;
    } else {
      damping = Math.max(FIRST_DAMPING, 4 * damping);
      if (damping > LARGEST_DAMPING) break;
    }
  }
  return violation;

  /** Anderson acceleration of the points that the quadratics come to. */
  function accelerate(): void {
    if (!history?.keep(w.view, z.view)) return;
    for (let k = 0; k < coordinates.length; k++) kept.w[k] = w.view[coordinates[k]];
    const before = terms.valueOn(list, w.view);
    const moved = history.extrapolate(w.view, z.view);
    const reached = moved ? settle(workspace) : Number.NaN;
    const change = reached - value + lambda * (terms.valueOn(list, w.view) - before);
    if (change < 0) value = reached;
    else {
      for (let k = 0; k < coordinates.length; k++) w.view[coordinates[k]] = kept.w[k];
      settle(workspace);
    }
    history.keep(w.view, z.view);
  }

  /** The largest violation of a listed term where w is, by the curvatures of the last quadratic. */
  function met(): number {
    // of most coordinates: then of all, in one pass, which are asked for in the end
    if (2 * coordinates.length >= w.length) evaluateAt(workspace, w.view);
    else for (const i of coordinates) last.gradient[i] = dotCoordinate(model, i, slopes);
    let most = 0;
    for (const u of list) most = Math.max(most, terms.violation(u, w.view, last.gradient, lambda));
    return most;
  }

  function read(out: Float64Array): void {
    const { view } = w;
    for (let k = 0; k < out.length; k++) out[k] = view[coordinates[k]];
  }

  /** Goes a part of the way from the start to the end of the sweeps. @returns f there */
  function take(part: number): number {
    const { view } = w;
    for (let k = 0; k < end.length; k++)
      view[coordinates[k]] = part === 1 ? end[k] : start[k] + part * (end[k] - start[k]);
    return settle(workspace);
  }

  /** Halves the way until f + λP falls. @returns whether it does */
  function search(penalty: number): boolean {
    read(end);
    for (let n = 0, part = 1; n < HALVINGS; n++, part /= 2) {
      const reached = take(part);
      const change = reached - value + lambda * (terms.valueOn(list, w.view) - penalty);
      if (change <= 2 ** -48 * Math.abs(value)) {
        value = reached;
        return change < 0;
      }
    }
    take(0);
    return false;
  }
}
