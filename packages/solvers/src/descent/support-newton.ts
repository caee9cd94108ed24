import type { Terms } from "./terms.ts";
import { addCurved, dotCoordinate, type Workspace } from "./workspace.ts";

/** Where the objective is smooth: the coordinates that are not 0, and what it does there. */
export interface SmoothPart {
  readonly coordinates: Uint32Array;
  /** The derivative of the quadratic plus λP along each. */
  readonly pull: Float64Array;
  /** λP″ along each. */
  readonly bend: Float64Array;
}

/** Beyond this many coordinates their Gram matrix is not formed. */
const MOST_COORDINATES = 1000;

/** How far a Newton step goes where it would change signs: each such coordinate stops at 0, or all stop with the first. */
export type Crossing = "each" | "first";

/**
 * A Newton step on the coordinates that are not 0, where sweeps are slow because columns are alike:
 *
 *     (X_Aᵀ F″ X_A + λP″) δ = −(X_Aᵀq + λP′),   w_A ← w_A + δ
 *
 * It may be taken in two ways, of which the second lowers a convex objective for certain; the caller compares.
 *
 * @returns what takes the step from where w and the slopes are; undefined where the matrix is not positive definite
 */
export function supportNewton(
  workspace: Workspace,
  terms: Terms,
  list: Uint32Array,
  lambda: number,
): ((crossing: Crossing) => boolean) | undefined {
  const part = terms.smoothPart?.(list, lambda);
  if (!part || part.coordinates.length === 0 || part.coordinates.length > MOST_COORDINATES)
    return undefined;
  const { coordinates, pull, bend } = part;
  const L = factorOf(gramOf(workspace, coordinates, bend), coordinates.length);
  if (!L) return undefined;
  const delta = solved(L, pull, coordinates.length);
  if (!delta.every(Number.isFinite)) return undefined;

  return (crossing) => {
    const { view } = workspace.w;
    let [part, stopped] = [1, -1];
    if (crossing === "first")
      for (let k = 0; k < coordinates.length; k++) {
        const reach = view[coordinates[k]] / delta[k]; // where w is 0
        if (reach > 0 && reach < part) [part, stopped] = [reach, k];
      }
    for (let k = 0; k < coordinates.length; k++) {
      const i = coordinates[k];
      const next = view[i] - part * delta[k];
      const after = k !== stopped && next * view[i] > 0 ? next : 0;
      addCurved(workspace, after - view[i], i, workspace.slopes);
      view[i] = after;
    }
    return true;
  };
}

/** What is added to the diagonal, relative to it: columns that depend on each other share a step. */
const RIDGE = 1e-10;

/** X_Aᵀ F″ X_A + diag(bend), the lower triangle, row after row. */
function gramOf(workspace: Workspace, coordinates: Uint32Array, bend: Float64Array): Float64Array {
  const { model, direction } = workspace;
  const n = coordinates.length;
  const gram = new Float64Array(n * n);
  for (let a = 0; a < n; a++) {
    const i = coordinates[a];
    direction.view.fill(0);
    addCurved(workspace, 1, i, direction);
    for (let b = 0; b <= a; b++) {
      const j = coordinates[b];
      if ((i - j) % model.outputs === 0) gram[a * n + b] = dotCoordinate(model, j, direction);
    }
    gram[a * n + a] = gram[a * n + a] * (1 + RIDGE) + bend[a];
  }
  return gram;
}

/** Cholesky's L with A = LLᵀ in place of A's lower triangle; undefined where A is not positive definite. */
function factorOf(A: Float64Array, n: number): Float64Array | undefined {
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = A[i * n + j];
      for (let k = 0; k < j; k++) sum -= A[i * n + k] * A[j * n + k];
      if (i !== j) A[i * n + j] = sum / A[j * n + j];
      else if (sum > SINGULAR * A[i * n + i]) A[i * n + i] = Math.sqrt(sum);
      else return undefined;
    }
  return A;
}

/** A pivot this small beside its diagonal is rounding. */
const SINGULAR = 1e-14;

/** x with LLᵀx = b. */
function solved(L: Float64Array, b: Float64Array, n: number): Float64Array {
  const x = b.slice();
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i] -= L[i * n + k] * x[k];
    x[i] /= L[i * n + i];
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i] -= L[k * n + i] * x[k];
    x[i] /= L[i * n + i];
  }
  return x;
}
