import { largestEigenvalue } from "./loops/largest-eigenvalue.ts";
import { linearPass, type PointLoss } from "./loops/linear-pass.ts";
import type { FlatMatrix } from "./matrix-like.ts";

/** ½z², whose gradient over the rows is 1/m XᵀX w. */
const halfSquare: PointLoss = { value: (z) => (z * z) / 2, slope: (z) => z };

/**
 * An upper bound on λmax(1/m XᵀX): the value of a converged Lanczos iteration, which comes from below,
 * and 1% more.
 *
 * XᵀX is not formed; each of the iterations, often 10 to 40, is a pass over X.
 */
export function gramBound(X: FlatMatrix): number {
  const y = new Float64Array(X.rows);
  return 1.01 * largestEigenvalue((v, out) => linearPass(X, y, halfSquare, v, out), X.columns);
}
