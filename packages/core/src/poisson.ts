import type { DataOptions } from "./data-options.ts";
import type { LinearLoss } from "./linear/linear-model.ts";
import { pointwiseLoss } from "./linear/pointwise-loss.ts";
import { poissonPointwise } from "./linear/poisson-pointwise.ts";
import type { MatrixLike } from "./matrix-like.ts";
import { readCounts } from "./read-counts.ts";
import type { SparseMatrix } from "./sparse-matrix.ts";

export interface PoissonOptions extends DataOptions {
  /** The inputs, m × d: a row is a sample; dense or sparse. */
  readonly X: MatrixLike | SparseMatrix;
  /** The counts, or rates, length m: from 0 to 1e300, whole or not. Copied. */
  readonly y: ArrayLike<number>;
  /** What each sample counts, length m, at least 0. Default: all the same. */
  readonly weights?: ArrayLike<number> | undefined;
}

/**
 * The mean Poisson loss of a log-linear model, in which counts have the means exp(xⱼ·w).
 *
 *     f(w) = 1/m Σⱼ (exp(xⱼ·w) − yⱼ xⱼ·w),   with weights:  Σⱼ sⱼ (…),  sⱼ = weightⱼ/Σ weights
 *
 * It is the negative log-likelihood without log yⱼ!, and the deviance is 2m (f(w) − `linear.least`), least being
 * Σⱼ sⱼ (yⱼ − yⱼ log yⱼ). Counts over exposures t are the rates y = count/t with the weights t. The gradient has
 * no Lipschitz constant, so `smoothness` is undefined. Where exp overflows the value is Infinity, and the gradient
 * means nothing. `expectedCount` gives the predictions.
 *
 * @param options X (m × d) and counts y (length m)
 * @returns a {@link LinearLoss} of dimension d
 * @throws ArgumentError if X is empty or ragged, or y or the weights have another length than m
 * @throws DataValueError if X holds a NaN or an infinity, or y what is negative or above 1e300
 * @example
 * ```ts
 * import { poisson } from "@proxkit/core";
 *
 * const loss = poisson({ X: [[1, 0], [0, 2]], y: [0, 3] });
 * console.log(loss.value(Float64Array.of(0, 0))); // 1
 * console.log(loss.gradient(Float64Array.of(0, 0))); // Float64Array(2) [ 0.5, -2 ]
 * console.log(loss.smoothness); // undefined
 * ```
 * Source: P. McCullagh and J. A. Nelder, Generalized Linear Models, 2nd ed., chapter 6.
 */
export function poisson(options: PoissonOptions): LinearLoss {
  const name = "poisson";
  const targets = (rows: number) => readCounts(name, options.y, rows);
  return pointwiseLoss({ name, pointwise: poissonPointwise, targets }, options);
}
