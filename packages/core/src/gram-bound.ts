import { type DenseMatrix, leastSquaresPass } from "@proxkit/kernels";
import { largestEigenvalue } from "./loops/largest-eigenvalue.ts";

/**
 * An upper bound on λmax(1/m XᵀX): the value of a converged Lanczos iteration, which comes from below,
 * and 1% more.
 *
 * XᵀX is not formed; each of the iterations, often 10 to 40, is a pass over X, in which 1/m XᵀX v is the
 * gradient of 1/(2m) ‖Xv‖².
 */
export function gramBound(X: DenseMatrix): number {
  const pass = leastSquaresPass({ X, y: new Float64Array(X.rows) });
  const bound = 1.01 * largestEigenvalue((v, out) => pass.evaluate(v, out), X.columns);
  pass.free();
  return bound;
}
