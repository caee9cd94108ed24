import { ArgumentError } from "./argument-error.ts";
import type { DataLoss } from "./data-loss.ts";
import type { DataOptions } from "./data-options.ts";
import { huberPointwise } from "./linear/huber-pointwise.ts";
import type { LinearLoss } from "./linear/linear-model.ts";
import { pointwiseLoss } from "./linear/pointwise-loss.ts";
import type { MatrixLike } from "./matrix-like.ts";
import { readVector } from "./read-vector.ts";
import type { SparseMatrix } from "./sparse-matrix.ts";

export interface HuberOptions extends DataOptions {
  /** The inputs, m × d: a row is a sample; dense or sparse. */
  readonly X: MatrixLike | SparseMatrix;
  /** The targets, length m. Copied. */
  readonly y: ArrayLike<number>;
  /** δ, up to which residual the square goes; in the unit of y, positive and finite. */
  readonly delta: number;
  /** What each sample counts, length m, at least 0. Default: all the same. */
  readonly weights?: ArrayLike<number> | undefined;
}

/**
 * The mean Huber loss of a linear model: least squares in which no sample pulls with more than δ.
 *
 *     f(w) = 1/m Σⱼ h(yⱼ − xⱼ·w),   h(r) = r²/2 for |r| ≤ δ,  δ|r| − δ²/2 beyond
 *
 * With weights it is their mean, Σⱼ weightⱼ h(…)/Σ weights. Smoothness is λmax(XᵀX)/m, with weights
 * λmax(Xᵀ diag(s) X), s = weight/Σ weights, enlarged by 1%. The curvatures of its model are min(1, δ/|r|): those of
 * quadratics that are above h everywhere. δ is not scaled by the spread of y. `linearPredict` gives the predictions.
 *
 * @param options X (m × d), y (length m) and δ
 * @returns a {@link DataLoss} of dimension d that is a {@link LinearLoss} too
 * @throws ArgumentError if δ is not positive and finite, X is empty or ragged, or y or the weights have another length
 * than m
 * @throws DataValueError if X or y holds a NaN or an infinity
 * @example
 * ```ts
 * import { huber } from "@proxkit/core";
 *
 * const loss = huber({ X: [[1, 0], [0, 2]], y: [1, 20], delta: 2 });
 * console.log(loss.value(Float64Array.of(0, 0))); // 19.25
 * console.log(loss.gradient(Float64Array.of(0, 0))); // Float64Array(2) [ -0.5, -2 ]
 * ```
 * Source: P. J. Huber, Robust estimation of a location parameter, 1964.
 */
export function huber(options: HuberOptions): DataLoss & LinearLoss {
  const name = "huber";
  const { y, delta } = options;
  if (!(delta > 0 && delta < Number.POSITIVE_INFINITY))
    throw new ArgumentError({
      caller: name,
      argument: "delta",
      expected: "be a positive finite number",
      received: delta,
    });
  const targets = (rows: number) => readVector(name, "y", y, rows);
  return pointwiseLoss({ name, pointwise: huberPointwise(delta), targets }, options);
}
