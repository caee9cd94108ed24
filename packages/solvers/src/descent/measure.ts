import { evaluateAt } from "./evaluate.ts";
import type { Terms } from "./terms.ts";
import type { Workspace } from "./workspace.ts";

/** How good a point is. */
export interface Measure {
  /** f(w) and P(w), and f + λP. */
  readonly loss: number;
  readonly penalty: number;
  readonly objective: number;
  /** The duality gap, which f + λP is at most above its minimum; NaN where it is not known. */
  readonly gap: number;
  /** The largest violation of a term, in the units of the gradient. */
  readonly violation: number;
  /** What a run stops on: the gap relative to f(0) − inf F, or the violation relative to max |∇f(0)|. */
  readonly residual: number;
  /** What the residual is relative to. */
  readonly scale: number;
}

/** Evaluates f, ∇f, P and how far w is from a solution; the gradient is then in `workspace.last`. */
export function measureAt(
  workspace: Workspace,
  terms: Terms,
  w: Float64Array,
  lambda: number,
  stop: "duality gap" | "fixed point",
): Measure {
  const { loss } = evaluateAt(workspace, w);
  const penalty = terms.value(w);
  const objective = loss + (lambda > 0 ? lambda * penalty : 0);
  terms.begin();
  const hasGap = gapIsKnown(workspace, terms);
  curveWhereAsked(workspace, terms, w);
  const violation = violationsAt(workspace, terms, w, lambda);
  const gap = hasGap ? dualityGap(workspace, terms, w, lambda, objective) : Number.NaN;
  const byGap = stop === "duality gap";
  const scale = (byGap ? workspace.zero.loss : workspace.zero.steepest) || 1;
  return {
    loss,
    penalty,
    objective,
    gap,
    violation,
    residual: (byGap ? gap : violation) / scale,
    scale,
  };
}

/** The violations of all terms at w, where the workspace was last evaluated. @returns the largest */
export function violationsAt(
  { last }: Workspace,
  terms: Terms,
  w: Float64Array,
  lambda: number,
): number {
  const { violated } = last;
  if (violated?.terms === terms && violated.lambda === lambda) return violated.most;
  last.violated = undefined; // a prox may throw
  const most = terms.violations(w, last.gradient, lambda);
  last.violated = { terms, lambda, most };
  return most;
}

export function gapIsKnown({ model }: Workspace, terms: Terms): boolean {
  return terms.convex && terms.dual && model.conjugate !== undefined;
}

/**
 * For a convex penalty any curvature tells whether a term rests, and a term that is 0 needs none: second derivatives at
 * z do. For another a term must not rest or leave 0 by a quadratic that F is above: the bounds of F″ are taken, if any.
 *
 * @param w where the workspace was last evaluated
 */
export function curveWhereAsked(workspace: Workspace, terms: Terms, w: Float64Array): void {
  const { model, curvatures, last } = workspace;
  if (model.quadratic || last.curved === terms) return;
  last.curved = terms;
  if (!terms.convex && model.bounds) {
    model.bounds(curvatures.view);
    last.settled = false;
  } else secondDerivatives(workspace);
  const asked: number[] = [];
  for (let u = 0; u < terms.count; u++)
    if (!terms.convex || !terms.isZero(u, w) || terms.isFree(u)) asked.push(u);
  terms.curve(Uint32Array.from(asked));
}

/**
 * F″ at z, kept away from 0, where a quadratic would have no curvature.
 *
 * @param damping what is added, relative to the largest. Default: 0.
 */
export function secondDerivatives(workspace: Workspace, damping = 0): void {
  const { model, z, curvatures, last } = workspace;
  const { view } = curvatures;
  if (!last.settled) model.curvatures(z.view, view);
  let most = 0;
  for (let i = 0; i < view.length; i++) most = Math.max(most, view[i]);
  const least = LEAST_CURVATURE * most;
  for (let i = 0; i < view.length; i++) view[i] = Math.max(view[i], least) + damping * most;
}

/** Of a sample's F″, relative to the largest. */
const LEAST_CURVATURE = 1e-8;

/** How far from its optimum a coordinate without a penalty may be for the gap to be told, relative to max |∂f(0)|. */
const NEARLY_FREE = 1e-5;

/**
 * f + λP minus the dual −F*(θ) − (λP)*(−Xᵀθ) at θ = σ∇F(z), with the largest σ ≤ 1 for which it is finite; at most
 * f + λP − inf F.
 *
 * With coordinates that have no penalty θ must be orthogonal to their columns: until it nearly is there is only the
 * second bound, and then what they are short of is estimated.
 */
function dualityGap(
  workspace: Workspace,
  terms: Terms,
  w: Float64Array,
  lambda: number,
  objective: number,
): number {
  const { model, last, zero } = workspace;
  const most = objective - model.least;
  if (!(terms.freePull(last.gradient, lambda) <= NEARLY_FREE * zero.steepest)) return most;
  const sigma = terms.shrink(last.gradient, lambda);
  const conjugate = terms.conjugate(last.gradient, sigma, w, lambda);
  const both = model.quadratic ? ofQuadratic(workspace, w, sigma) : ofSlopes(workspace, sigma);
  return Math.max(0, Math.min(most, both + (objective - last.loss) + conjugate));
}

/** F + F*(θ), by F's own conjugate. */
function ofSlopes({ model, slopes, direction, last }: Workspace, sigma: number): number {
  const [theta, { view }] = [direction.view, slopes];
  for (let i = 0; i < view.length; i++) theta[i] = sigma * view[i];
  return last.loss + (model.conjugate?.(theta) ?? 0);
}

/** The same where F is a quadratic: (1 − σ)²(F − inf F) + σ ∇F(z)·z, and ∇F(z)·z is ∇f(w)·w. */
function ofQuadratic({ model, last }: Workspace, w: Float64Array, sigma: number): number {
  const { gradient } = last;
  let product = 0;
  for (let i = 0; i < w.length; i++) product += gradient[i] * w[i];
  return (1 - sigma) * (1 - sigma) * (last.loss - model.least) + sigma * product;
}
