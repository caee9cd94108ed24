import type { LinearModel } from "@proxkit/core";
import type { Penalty } from "@proxkit/penalty";
import { evaluateAt } from "./evaluate.ts";
import { measureAt } from "./measure.ts";
import { newton } from "./newton.ts";
import { sweeps } from "./sweeps.ts";
import { type Terms, termsOf } from "./terms.ts";
import { type Workspace, workspaceOf } from "./workspace.ts";

/** Where a path begins. */
export interface PathStart {
  /** The least λ at which no penalised coordinate leaves 0; Infinity if there is none, as for ridge. */
  readonly lambdaMax: number;
  /** The solution there: only coordinates without a penalty are not 0. */
  readonly w: Float64Array;
  /** f(w), what is left to be explained. */
  readonly loss: number;
}

/**
 * The least λ at which w is a fixed point of every penalised coordinate, w being 0 but for the coordinates without a
 * penalty, which are fitted first. Found for each coordinate by bisection on its own prox with step 1/cᵢ, to 1e-12
 * relative from above.
 */
export function pathStart(caller: string, linear: LinearModel, penalty: Penalty): PathStart {
  const workspace = workspaceOf(linear);
  const terms = termsOf(caller, penalty, workspace);
  const w = fitFree(workspace, terms);
  measureAt(workspace, terms, w, 0, "fixed point"); // the curvatures of all terms that need one
  const { gradient, loss } = evaluateAt(workspace, w);
  let lambdaMax = 0;
  for (let u = 0; u < terms.count; u++) {
    if (terms.isFree(u)) continue;
    const rests = (lambda: number) => terms.violation(u, w, gradient, lambda) === 0;
    if (rests(lambdaMax || LEAST * workspace.zero.steepest)) continue;
    let high = lambdaMax || workspace.zero.steepest || 1;
    for (let n = 0; !rests(high); n++, high *= 2)
      if (n === 1000) return { lambdaMax: Number.POSITIVE_INFINITY, w, loss };
    let low = lambdaMax;
    while (high - low > 1e-12 * high) {
      const middle = low + (high - low) / 2;
      if (rests(middle)) high = middle;
      else low = middle;
    }
    lambdaMax = high;
  }
  return { lambdaMax, w, loss };
}

/** Relative to max |∇f(0)|: a bound holds a coordinate for any λ above 0, but not for 0, and bisection would not end. */
const LEAST = 2 ** -500;

/** A step of Newton's method for losses far from quadratic (Huber's) is short: so often it is tried again. */
const MOST_ROUNDS = 50;

/** The minimum of f over the coordinates without a penalty, the others being 0. */
function fitFree(workspace: Workspace, terms: Terms): Float64Array {
  const w = new Float64Array(workspace.dimension);
  const free = Uint32Array.from({ length: terms.count }, (_, u) => u).filter((u) =>
    terms.isFree(u),
  );
  if (free.length === 0) return w;
  terms.begin();
  const course = { lambda: 0, target: 1e-13 * workspace.zero.steepest, accelerate: true };
  for (let n = 0; n < MOST_ROUNDS; n++) {
    const { loss } = evaluateAt(workspace, w);
    workspace.w.view.set(w);
    const violation = workspace.model.quadratic
      ? sweeps(workspace, terms, free, { ...course, from: w })
      : newton(workspace, terms, free, loss, course);
    w.set(workspace.w.view);
    if (violation <= course.target) break;
  }
  return w;
}
