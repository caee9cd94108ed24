import { type Cholesky, cholesky, isIndependent, solveCholesky } from "./cholesky.ts";
import type { SubsetProblem } from "./subset-problem.ts";

/** The minimum of a loss over the weights of a few columns, the others being 0. */
export interface ColumnsFit {
  /** Those that do not depend on the ones before them. */
  readonly columns: Uint32Array;
  /** Their weights. */
  readonly w: Float64Array;
  readonly loss: number;
  /** Whether it is the minimum: a logistic loss that the columns separate has none. */
  readonly settled: boolean;
}

const MOST_STEPS = 100;
const HALVINGS = 40;
/** The decrement at which a step is the last one, relative to f − inf F. */
const SMALL = 2 ** -46;
/** Where so little of f(0) − inf F is left there is nothing more to explain. */
const EXPLAINED = 1e-13;

/**
 * Newton's method with line search, on a few columns.
 *
 *     w_A ← w_A − t (X_Aᵀ F″ X_A)⁻¹ X_Aᵀ ∇F,   t = 1, ½, ¼, … until f falls
 *
 * For least squares the first step is the solution, and the second takes its rounding away. z, the slopes and the curvatures
 * of the problem are those at the end.
 *
 * @param columns without repetition
 * @param from where its weights begin, for the columns that it has. Default: 0.
 */
export function fitColumns(
  problem: SubsetProblem,
  columns: Uint32Array,
  from?: Pick<ColumnsFit, "columns" | "w">,
): ColumnsFit {
  const { model, z, slopes, curvatures, spare, whole } = problem;
  const { columns: X, quadratic, least } = model;
  const used = independentOf(problem, columns);
  const n = used.length;
  const w = started(used, from);
  z.view.fill(0);
  for (let i = 0; i < n; i++) X.add(w[i], used[i], z);
  let factor = factored();
  let loss = model.slopes(z.view, slopes.view);
  let settled = n === 0;
  for (let step = 0; !settled && step < MOST_STEPS; step++) {
    const gradient = Float64Array.from(used, (j) => X.dot(j, slopes));
    if (step > 0 && !quadratic) factor = factored();
    const ahead = solveCholesky(factor, gradient);
    let decrement = 0;
    for (let i = 0; i < n; i++) decrement += gradient[i] * ahead[i];
    if (!(decrement > 0)) {
      settled = decrement === 0;
      break;
    }
    const moved = search(ahead, decrement);
    settled = decrement <= SMALL * (loss - least) || decrement <= SMALL * EXPLAINED * whole;
    if (!moved || loss - least <= EXPLAINED * whole) {
      settled ||= quadratic || (!moved && decrement <= 2 ** -30 * (loss - least));
      break;
    }
  }
  if (!quadratic) model.curvatures(z.view, curvatures.view);
  return { columns: used, w, loss, settled };

  function factored(): Cholesky {
    model.curvatures(z.view, curvatures.view);
    return cholesky(gramOf(problem, used), used.length);
  }

  /** Goes −t·ahead with the first t at which f falls. @returns whether there is one */
  function search(ahead: Float64Array, decrement: number): boolean {
    const start = z.view.slice();
    spare.view.fill(0);
    for (let i = 0; i < n; i++) X.add(-ahead[i], used[i], spare);
    const [to, along] = [z.view, spare.view];
    for (let t = 1, k = 0; k < HALVINGS; t /= 2, k++) {
      for (let i = 0; i < to.length; i++) to[i] = start[i] + t * along[i];
      const reached = model.slopes(to, slopes.view);
      if (
        reached <= loss - 1e-4 * t * decrement ||
        (t === 1 && decrement < SMALL * loss && reached <= loss)
      ) {
        loss = reached;
        for (let i = 0; i < n; i++) w[i] -= t * ahead[i];
        return true;
      }
    }
    to.set(start);
    model.slopes(to, slopes.view);
    return false;
  }
}

/** Those that do not depend on the ones before them, with the second derivatives at w = 0. */
function independentOf(problem: SubsetProblem, columns: Uint32Array): Uint32Array {
  const { model, z, curvatures } = problem;
  z.view.fill(0);
  model.curvatures(z.view, curvatures.view);
  const factor = cholesky(gramOf(problem, columns), columns.length);
  return columns.filter((_, i) => isIndependent(factor, i));
}

function started(columns: Uint32Array, from?: Pick<ColumnsFit, "columns" | "w">): Float64Array {
  const known = new Map<number, number>();
  from?.columns.forEach((j, i) => {
    known.set(j, from.w[i]);
  });
  return Float64Array.from(columns, (j) => known.get(j) ?? 0);
}

/** X_Aᵀ F″ X_A with F″ as it stands; the lower half. */
function gramOf({ model, curvatures, spare }: SubsetProblem, columns: Uint32Array): Float64Array {
  const n = columns.length;
  const H = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    spare.view.fill(0);
    model.columns.addWeighted(1, columns[j], curvatures, spare);
    for (let i = j; i < n; i++) H[i * n + j] = model.columns.dot(columns[i], spare);
  }
  return H;
}
