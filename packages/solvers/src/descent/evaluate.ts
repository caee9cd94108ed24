import { addCoordinate } from "./coordinates.ts";
import type { Terms } from "./terms.ts";
import type { Workspace } from "./workspace.ts";

/** f and ∇f at a point. */
export interface Evaluated {
  readonly w: Float64Array;
  readonly gradient: Float64Array;
  loss: number;
  /** For which terms the curvatures are those at w, where F is no quadratic. */
  curved: Terms | undefined;
  /** Whether z, the slopes, the curvatures and the loss are those at the workspace's w, from scratch, where F is no quadratic. */
  settled: boolean;
  /** For which terms and λ the violations are those at w, and the largest. */
  violated: { readonly terms: Terms; readonly lambda: number; readonly most: number } | undefined;
}

/** Computes z, the slopes, f and ∇f from scratch, unless they are those of this very w. */
export function evaluateAt(workspace: Omit<Workspace, "zero">, w: Float64Array): Evaluated {
  const { last, model, z, slopes, product } = workspace;
  if (same(last.w, w)) return last;
  if (!(last.settled && same(workspace.w.view, w))) {
    last.settled = false;
    computeProducts(workspace, w);
    last.loss = model.slopes(z.view, slopes.view);
  }
  const { columns, outputs } = model;
  for (let k = 0; k < outputs; k++) {
    columns.products(slopes, product, k);
    const { view } = product;
    if (outputs === 1) last.gradient.set(view);
    else for (let j = 0; j < view.length; j++) last.gradient[j * outputs + k] = view[j];
  }
  last.w.set(w);
  last.curved = undefined;
  last.violated = undefined;
  return last;
}

/** Computes z, the slopes, the curvatures and f from scratch where the workspace's w is. @returns f */
export function settle(workspace: Workspace): number {
  const { last, model, z, slopes, curvatures, w } = workspace;
  leave(workspace);
  computeProducts(workspace, w.view);
  if (model.derivatives) last.loss = model.derivatives(z.view, slopes.view, curvatures.view);
  else {
    model.curvatures(z.view, curvatures.view);
    last.loss = model.slopes(z.view, slopes.view);
  }
  last.settled = true;
  return last.loss;
}

/** z ← Xw */
function computeProducts(
  workspace: Pick<Workspace, "model" | "z" | "product">,
  w: Float64Array,
): void {
  const { model, z, product } = workspace;
  const { times } = model.columns;
  if (times && model.outputs === 1) {
    product.view.set(w);
    times(product, z);
    return;
  }
  z.view.fill(0);
  for (let i = 0; i < w.length; i++) if (w[i] !== 0) addCoordinate(model, w[i], i, z);
}

/** To be said before w, z or the slopes are moved: they are then no longer those of a known w, even if a prox throws. */
export function leave({ last }: Pick<Workspace, "last">): void {
  last.w[0] = Number.NaN;
  last.settled = false;
}

function same(a: Float64Array, b: Float64Array): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
