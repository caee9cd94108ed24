import { cholesky, isIndependent, solveCholesky } from "./cholesky.ts";
import { fitColumns } from "./fit-columns.ts";
import { type Landscape, type Minimum, type Slopes, tieOf } from "./landscape.ts";
import type { SubsetProblem } from "./subset-problem.ts";
import { joined } from "./with-columns.ts";

/** Columns of H are kept up to so many numbers in all. */
const MOST_NUMBERS = 2 ** 25;

/**
 * A quadratic loss, by way of H = Xᵀ F″ X, of which the columns in play are computed and kept.
 *
 *     f(K ∪ A) = f(K) − ½ b·v,   v = H⁻¹b on K ∪ A,   b = −∇f at the best weights of the kept columns K
 *
 * v is what these weights then gain. Beginning at K takes nothing away from a y whose mean is large.
 */
export function quadraticLandscape(problem: SubsetProblem): Landscape {
  const { model, kept, candidates, slopes, curvatures, spare, product, whole } = problem;
  const { columns: X } = model;
  const d = X.columns;
  const base = fitColumns(problem, kept);
  X.products(slopes, product);
  const b = product.view.map((g) => -g);
  const curvature = Float64Array.from({ length: d }, (_, j) => X.squares(j, curvatures));
  const known = new Map<number, Float64Array>();
  const keptOnes = new Set(kept);

  function column(j: number): Float64Array {
    const found = known.get(j);
    if (found) return found;
    if (known.size * d > MOST_NUMBERS) known.clear();
    spare.view.fill(0);
    X.addWeighted(1, j, curvatures, spare);
    X.products(spare, product);
    const made = product.view.slice();
    known.set(j, made);
    return made;
  }

  function minimum(chosen: Uint32Array): Minimum {
    const all = joined(base.columns, chosen);
    const n = all.length;
    const H = new Float64Array(n * n);
    all.forEach((j, at) => {
      const from = column(j);
      for (let i = at + 1; i < n; i++) H[i * n + at] = from[all[i]];
      H[at * n + at] = curvature[j];
    });
    const factor = cholesky(H, n);
    const pull = Float64Array.from(all, (j) => b[j]);
    const v = solveCholesky(factor, pull);
    let gain = 0;
    for (let i = 0; i < n; i++) gain += pull[i] * v[i];
    const independent = (_: number, i: number) => isIndependent(factor, i);
    return {
      chosen: chosen.filter((_, i) => isIndependent(factor, base.columns.length + i)),
      columns: all.filter(independent),
      w: v.filter(independent),
      loss: base.loss - gain / 2,
    };
  }

  function slopesAt({ columns, w }: Minimum): Slopes {
    const gradient = b.map((pull) => -pull);
    columns.forEach((j, at) => {
      const from = column(j);
      for (let i = 0; i < d; i++) gradient[i] += w[at] * from[i];
    });
    return { gradient, curvature, column };
  }

  return {
    candidates,
    isKept: (j) => keptOnes.has(j),
    quadratic: true,
    tie: tieOf(base.loss - model.least, whole),
    nothing: minimum(new Uint32Array(0)),
    minimum,
    slopes: slopesAt,
  };
}
