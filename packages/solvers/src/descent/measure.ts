import type { Terms } from "./terms.ts";
import { evaluateAt, type Workspace } from "./workspace.ts";

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
): Measure {
  const { loss, gradient } = evaluateAt(workspace, w);
  const penalty = terms.value(w);
  const objective = loss + (lambda > 0 ? lambda * penalty : 0);
  terms.begin();
  const hasGap = gapIsKnown(workspace, terms);
  if (!workspace.model.quadratic) curveWhereAsked(workspace, terms, w, hasGap);
  const violation = largestViolation(terms, w, gradient, lambda);
  const gap = hasGap ? dualityGap(workspace, terms, w, lambda, objective) : Number.NaN;
  const scale = (hasGap ? workspace.zero.loss : workspace.zero.steepest) || 1;
  return {
    loss,
    penalty,
    objective,
    gap,
    violation,
    residual: (hasGap ? gap : violation) / scale,
    scale,
  };
}

export function gapIsKnown({ model }: Workspace, terms: Terms): boolean {
  return terms.convex && terms.dual && model.conjugate !== undefined;
}

/** With a gap a term that is 0 does not need its curvature: for a convex penalty the threshold does not depend on it. */
function curveWhereAsked(
  workspace: Workspace,
  terms: Terms,
  w: Float64Array,
  hasGap: boolean,
): void {
  secondDerivatives(workspace);
  const all = Uint32Array.from({ length: terms.count }, (_, u) => u);
  terms.curve(hasGap ? all.filter((u) => !terms.isZero(u, w) || terms.isFree(u)) : all);
}

/** F″ at z, kept away from 0, where a quadratic would have no curvature. */
export function secondDerivatives({ model, z, curvatures }: Workspace): void {
  const { view } = curvatures;
  model.curvatures(z.view, view);
  let most = 0;
  for (let i = 0; i < view.length; i++) most = Math.max(most, view[i]);
  const least = LEAST_CURVATURE * most;
  for (let i = 0; i < view.length; i++) if (view[i] < least) view[i] = least;
}

/** Of a sample's F″, relative to the largest. */
const LEAST_CURVATURE = 1e-8;

function largestViolation(
  terms: Terms,
  w: Float64Array,
  gradient: Float64Array,
  lambda: number,
): number {
  let most = 0;
  for (let u = 0; u < terms.count; u++) {
    const violation = terms.violation(u, w, gradient, lambda);
    if (!(violation <= most)) most = violation; // NaN stays
  }
  return most;
}

/**
 * f + λP minus the dual −F*(θ) − (λP)*(−Xᵀθ) at θ = σ∇F(z), with the largest σ ≤ 1 for which it is finite.
 */
function dualityGap(
  workspace: Workspace,
  terms: Terms,
  w: Float64Array,
  lambda: number,
  objective: number,
): number {
  const { model, slopes, direction, last } = workspace;
  const sigma = terms.shrink(last.gradient, lambda);
  const theta = direction.view;
  const { view } = slopes;
  for (let i = 0; i < view.length; i++) theta[i] = sigma * view[i];
  const dual = (model.conjugate?.(theta) ?? 0) + terms.conjugate(last.gradient, sigma, w, lambda);
  return Math.max(0, objective + dual);
}
