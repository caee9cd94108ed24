import { ArgumentError } from "@proxkit/core";
import { distance } from "../vectors.ts";
import type { CoordinateDescentOptions, CoordinateDescentState } from "./coordinate-descent.ts";
import { evaluateAt } from "./evaluate.ts";
import { lookAhead } from "./look-ahead.ts";
import { curveWhereAsked, gapIsKnown, type Measure, measureAt } from "./measure.ts";
import { newton } from "./newton.ts";
import { sweeps } from "./sweeps.ts";
import { type Terms, termsOf } from "./terms.ts";
import { workingSet } from "./working-set.ts";
import { workspaceOf } from "./workspace.ts";

export type DescentOptions = Pick<
  CoordinateDescentOptions,
  "loss" | "penalty" | "stop" | "accelerate"
>;

/** What a step is taken for. */
export interface Course {
  readonly lambda: number;
  /** See {@link CoordinateDescentOptions}; λ if there is none. */
  readonly previousLambda: number;
  /** The solution for a λ above that of the previous one, on a path that is smooth. Default: none. */
  readonly earlier?: { readonly w: Float64Array; readonly lambda: number } | undefined;
}

/** Coordinate descent on a loss and a penalty, for one λ or for many. */
export interface Descent {
  readonly dimension: number;
  readonly stop: "duality gap" | "fixed point";
  /** The state at w⁰, which is taken and not copied. */
  init(w0: Float64Array, lambda: number): CoordinateDescentState;
  /** Makes of a state that nobody else changed one before the first step for another λ, at most the one before. */
  restart(state: CoordinateDescentState, lambda: number): void;
  step(state: CoordinateDescentState, course: Course): void;
}

/** @throws ArgumentError if the loss, the penalty or what it is to stop on does not fit */
export function descentOn(name: string, options: DescentOptions): Descent {
  const { loss, penalty, accelerate = true } = options;
  const { linear } = loss;
  if (!linear)
    throw new ArgumentError({
      caller: name,
      argument: "loss",
      expected: "see w through products Xw only (have `linear`)",
      received: "a loss that does not say so",
    });
  const { quadratic } = linear;
  const workspace = workspaceOf(linear);
  const terms = termsOf(name, penalty, workspace);
  const known = gapIsKnown(workspace, terms);
  const stop = options.stop ?? (known ? "duality gap" : "fixed point");
  if (!(stop === "fixed point" || (stop === "duality gap" && known)))
    throw new ArgumentError({
      caller: name,
      argument: "stop",
      expected: known
        ? 'be "duality gap" or "fixed point"'
        : 'be "fixed point", as the penalty is not convex or a conjugate is not known',
      received: stop,
    });

  function init(w: Float64Array, lambda: number): CoordinateDescentState {
    const start = measureAt(workspace, terms, w, lambda, stop);
    return {
      iteration: 0,
      w,
      ...start,
      residual: Number.POSITIVE_INFINITY,
      startObjective: start.objective,
      workingSet: 0,
      stepSize: 1,
      nextStepSize: 1,
    };
  }

  function restart(state: CoordinateDescentState, lambda: number): void {
    state.iteration = 0;
    state.objective = state.loss + lambda * state.penalty;
    state.startObjective = state.objective;
    state.residual = Number.POSITIVE_INFINITY;
    state.gap = Number.NaN;
    state.violation = Number.NaN;
  }

  function step(state: CoordinateDescentState, course: Course): void {
    const { lambda, previousLambda } = course;
    const { gradient, loss: value } = evaluateAt(workspace, state.w);
    terms.begin();
    curveWhereAsked(workspace, terms, state.w); // another run may have been here since
    const path = previousLambda > lambda;
    const likely = state.iteration === 0 && path ? 2 * lambda - previousLambda : lambda;
    const likelier = Math.max(0, likely);
    const { list, whole } = workingSet(workspace, terms, state.w, lambda, likelier);
    const { w } = workspace;
    if (Number.isNaN(state.violation))
      state.violation = largestViolation(terms, list, state.w, gradient, lambda);
    w.view.set(state.w);
    if (quadratic && state.iteration === 0) lookAhead(w.view, terms.coordinates(list), course);
    const target = state.violation * (whole ? PROGRESS.whole : PROGRESS.part);
    const from = quadratic ? state.w : undefined;
    const way = { lambda, target, accelerate, path, from };
    if (quadratic) sweeps(workspace, terms, list, way);
    else {
      const first = whole && state.iteration === 0 ? FIRST : 1;
      newton(workspace, terms, list, value, { ...way, target: first * target });
    }
    const moved = distance(w.view, state.w);
    state.w.set(w.view);
    note(state, measureAt(workspace, terms, state.w, lambda, stop));
    state.iteration++;
    state.workingSet = list.length;
    // η such that residual · scale · η is what the step moved: a run whose steps are rounding is at rest
    state.stepSize = moved / (state.residual * state.scale) || Number.MIN_VALUE;
  }

  return { dimension: workspace.dimension, stop, init, restart, step };
}

/** Of the listed terms. */
function largestViolation(
  terms: Terms,
  list: Uint32Array,
  w: Float64Array,
  gradient: Float64Array,
  lambda: number,
): number {
  let most = 0;
  for (let k = 0; k < list.length; k++)
    most = Math.max(most, terms.violation(list[k], w, gradient, lambda));
  return most;
}

/** Field by field: Object.assign takes as long as a small step. */
function note(state: CoordinateDescentState, measure: Measure): void {
  state.loss = measure.loss;
  state.penalty = measure.penalty;
  state.objective = measure.objective;
  state.gap = measure.gap;
  state.violation = measure.violation;
  state.residual = measure.residual;
  state.scale = measure.scale;
}

/** Within its working set a step brings the largest violation to this share: more is in vain while others wait outside. */
const PROGRESS = { whole: 0.03, part: 0.3 };
/** Of that, where F is no quadratic, in a first step: a quadratic more brings so much that mostly one step is enough. */
const FIRST = 0.03;
