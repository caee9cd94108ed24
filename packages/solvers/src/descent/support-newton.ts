import { addCurved, dotCoordinate } from "./coordinates.ts";
import type { Terms } from "./terms.ts";
import type { Workspace } from "./workspace.ts";

/** Where the objective is smooth: the coordinates that are not 0, and what it does there. */
export interface SmoothPart {
  /** Term after term. */
  readonly coordinates: Uint32Array;
  /** How many of them each term has: those are 0 together. */
  readonly sizes: readonly number[];
  /** The derivative of the quadratic plus λP along each. */
  readonly pull: Float64Array;
  /** Adds λP″ to the lower triangle of a matrix over the coordinates, row after row. */
  bend(matrix: Float64Array): void;
}

/** Beyond this many coordinates their Gram matrix is not formed. */
const MOST_COORDINATES = 1000;

/** How far a Newton step goes where it would pass 0: each such term stops there, or all stop with the first. */
export type Crossing = "each" | "first";

/**
 * A Newton step on the coordinates that are not 0, where sweeps are slow because columns are alike:
 *
 *     (X_Aᵀ F″ X_A + λP″) δ = −(X_Aᵀq + λP′),   w_A ← w_A + δ
 *
 * It may be taken in two ways, of which the second lowers a convex objective for certain where terms are single coordinates; the caller compares.
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
  const { coordinates, sizes, pull } = part;
  const hessian = gramOf(workspace, coordinates);
  part.bend(hessian);
  const L = factorOf(hessian, coordinates.length);
  if (!L) return undefined;
  const delta = solved(L, pull, coordinates.length);
  if (!delta.every(Number.isFinite)) return undefined;

  return (crossing) => {
    const { view } = workspace.w;
    const w = Float64Array.from(coordinates, (i) => view[i]);
    const stop = crossing === "first" ? firstPassed(w, delta, sizes) : undefined;
    const part = stop?.part ?? 1;
    let from = 0;
    for (const [u, size] of sizes.entries()) {
      let ahead = 0; // below 0 on the other side of 0
      for (let k = from; k < from + size; k++) ahead += w[k] * (w[k] - part * delta[k]);
      const rests = u === stop?.term || !(ahead > 0);
      for (let k = from; k < from + size; k++) {
        const after = rests ? 0 : w[k] - part * delta[k];
        addCurved(workspace, after - w[k], coordinates[k], workspace.slopes);
        view[coordinates[k]] = after;
      }
      from += size;
    }
    return true;
  };
}

/** The first term that ends on the other side of 0, going from w along −delta, and the part of the way to where it is nearest. */
function firstPassed(
  w: Float64Array,
  delta: Float64Array,
  sizes: readonly number[],
): { readonly term: number; readonly part: number } | undefined {
  let first: { readonly term: number; readonly part: number } | undefined;
  let from = 0;
  for (const [term, size] of sizes.entries()) {
    let [along, squares, own] = [0, 0, 0];
    for (let k = from; k < from + size; k++) {
      along += w[k] * delta[k];
      squares += delta[k] * delta[k];
      own += w[k] * w[k];
    }
    const part = along / squares;
    if (own < along && part < (first?.part ?? 1)) first = { term, part };
    from += size;
  }
  return first;
}

/** What is added to the diagonal, relative to it: columns that depend on each other share a step. */
const RIDGE = 1e-10;

/** X_Aᵀ F″ X_A, the lower triangle, row after row. */
function gramOf(workspace: Workspace, coordinates: Uint32Array): Float64Array {
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
    gram[a * n + a] *= 1 + RIDGE;
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
