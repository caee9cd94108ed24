import { ArgumentError } from "../argument-error.ts";
import type { DataOptions } from "../data-options.ts";
import type { MatrixLike } from "../matrix-like.ts";
import { readVector } from "../read-vector.ts";
import type { SparseMatrix } from "../sparse-matrix.ts";
import type { LinearLoss } from "./linear-model.ts";
import type { Pointwise } from "./pointwise.ts";
import { pointwiseLoss } from "./pointwise-loss.ts";

export interface LinearLossOptions extends DataOptions {
  /** Who is named in errors. */
  readonly name: string;
  /** The inputs, m × d: a row is a sample; dense or sparse. */
  readonly X: MatrixLike | SparseMatrix;
  /** The targets, length m. Copied. */
  readonly y: ArrayLike<number>;
  readonly pointwise: Pointwise;
  /** What each sample counts, length m, at least 0. Default: all the same. */
  readonly weights?: ArrayLike<number> | undefined;
}

/**
 * A loss of a linear model, from that of one sample.
 *
 *     f(w) = Σⱼ sⱼ φ(xⱼ·w, yⱼ),   sⱼ = weightⱼ/Σ weights (1/m without weights)
 *
 * Every solver takes it, coordinate descent too. Smoothness is c λmax(Xᵀ diag(s) X), enlarged by 1%, with c the
 * largest curvature; undefined if φ states none.
 *
 * @param options X (m × d), y (length m), φ and the weights
 * @returns a {@link LinearLoss} of dimension d
 * @throws ArgumentError if X is empty or ragged, y or the weights have another length than m, or φ lacks a function
 * @throws DataValueError if X, y or the weights hold what they may not
 * @example
 * ```ts
 * import { linearLoss } from "@proxkit/core";
 *
 * const squared = linearLoss({
 *   name: "squared",
 *   X: [[1, 0], [0, 2]],
 *   y: [1, 2],
 *   pointwise: { value: (z, y) => (z - y) ** 2 / 2, slope: (z, y) => z - y, curvature: () => 1, steepest: 1 },
 * });
 * console.log(squared.value(Float64Array.of(0, 0))); // 1.25
 * ```
 */
export function linearLoss(options: LinearLossOptions): LinearLoss {
  const { name, pointwise } = options;
  checkPointwise(name, pointwise);
  const targets = (rows: number) => readVector(name, "y", options.y, rows);
  return pointwiseLoss({ name, pointwise, targets }, options);
}

function checkPointwise(name: string, pointwise: Pointwise): void {
  for (const key of ["value", "slope", "curvature"] as const)
    if (typeof pointwise?.[key] !== "function")
      throw new ArgumentError({
        caller: name,
        argument: `pointwise.${key}`,
        expected: "be a function of z and y",
        received: pointwise?.[key],
      });
  const { steepest = 1 } = pointwise;
  if (!(steepest > 0 && steepest < Number.POSITIVE_INFINITY))
    throw new ArgumentError({
      caller: name,
      argument: "pointwise.steepest",
      expected: "be a positive finite number, or left out",
      received: steepest,
    });
}
