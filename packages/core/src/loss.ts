import type { LinearModel } from "./linear/linear-model.ts";
import type { PlanarLoss } from "./planar-loss.ts";

/**
 * A smooth function f of a weight vector, to be made small.
 *
 * w has length d and is not changed. NaN in w gives NaN out. The losses of this package throw an
 * ArgumentError if w or `out` has another length than d, or if `out` is w.
 */
export interface Loss {
  /** d, the length of w. */
  readonly dimension: number;
  /** f(w). */
  value(w: Float64Array): number;
  /**
   * ∇f(w).
   * @param out where to write, length d; it must not be w. Default: a new array.
   */
  gradient(w: Float64Array, out?: Float64Array): Float64Array;
  /** Writes ∇f(w) to out and returns f(w), in one pass over the data. Default: two calls. */
  valueAndGradient?(w: Float64Array, out: Float64Array): number;
  /** L with ‖∇f(v) − ∇f(w)‖ ≤ L ‖v − w‖, as a getter where it costs. Default: not known. */
  readonly smoothness?: number;
  /** What makes steps cheaper if f depends on ‖w‖ and one angle only. Default: it does not. */
  readonly planar?: PlanarLoss | undefined;
  /** What coordinate descent needs if f sees w through products Xw only. Default: it does not, or does not say. */
  readonly linear?: LinearModel | undefined;
}
