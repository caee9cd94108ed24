import { fitColumns } from "./fit-columns.ts";
import { type Landscape, type Minimum, type Slopes, tieOf } from "./landscape.ts";
import type { SubsetProblem } from "./subset-problem.ts";
import { joined } from "./with-columns.ts";

/** A loss that is no quadratic: minima by Newton's method, and around them the quadratic that touches f. */
export function generalLandscape(problem: SubsetProblem): Landscape {
  const { model, kept, candidates, z, slopes, curvatures, spare, product, whole } = problem;
  const { columns: X } = model;
  const keptOnes = new Set(kept);
  const isKept = (j: number) => keptOnes.has(j);

  function minimum(chosen: Uint32Array, near?: Minimum): Minimum {
    const fit = fitColumns(problem, joined(kept, chosen), near);
    return { ...fit, chosen: fit.columns.filter((j) => !isKept(j)) };
  }

  function slopesAt({ columns, w }: Minimum): Slopes {
    z.view.fill(0);
    columns.forEach((j, i) => {
      X.add(w[i], j, z);
    });
    model.slopes(z.view, slopes.view);
    model.curvatures(z.view, curvatures.view);
    X.products(slopes, product);
    const gradient = product.view.slice();
    const curvature = Float64Array.from({ length: X.columns }, (_, j) => X.squares(j, curvatures));
    const column = (j: number) => {
      spare.view.fill(0);
      X.addWeighted(1, j, curvatures, spare);
      X.products(spare, product);
      return product.view.slice();
    };
    return { gradient, curvature, column };
  }

  const nothing = minimum(new Uint32Array(0));
  return {
    candidates,
    isKept,
    quadratic: false,
    tie: tieOf(nothing.loss - model.least, whole),
    nothing,
    minimum,
    slopes: slopesAt,
  };
}
