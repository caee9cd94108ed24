import { checkLength } from "./check-arguments.ts";
import { activation } from "./loops/activation.ts";
import type { MatrixLike } from "./matrix-like.ts";
import { patchLength } from "./patch-length.ts";
import { readMatrix } from "./read-matrix.ts";

export interface PredictOptions {
  /** The weights, length d = n/k. */
  readonly w: Float64Array;
  /** The inputs, m × n: a row is a sample, its patches one after the other. */
  readonly X: MatrixLike;
  /** k, into how many patches of length d a row is cut. */
  readonly patches: number;
}

/**
 * The output of the no-overlap network: one filter w, moved over the patches of a sample.
 *
 *     1/k Σᵢ σ(w·x[i]),   σ(z) = max(0, z)
 *
 * @param options w (length n/k), X (m × n) and the number of patches k
 * @returns length m
 * @throws ArgumentError if X is empty or ragged, k does not divide n, or w has another length than n/k
 * @throws DataValueError if X holds a NaN or an infinity
 * @example
 * ```ts
 * import { predict } from "@proxkit/core";
 *
 * const X = [[1, 0, 2, 2], [-1, -1, 0, 4]];
 * console.log(predict({ w: Float64Array.of(1, 0), X, patches: 2 })); // Float64Array(2) [ 1.5, 0 ]
 * ```
 * Source: Dinh & Xin, eq. (1).
 */
export function predict({ w, X, patches }: PredictOptions): Float64Array {
  const { data, rows, columns } = readMatrix("predict", X);
  checkLength("predict", "w", w, patchLength("predict", patches, { columns }));
  const active = new Uint8Array(patches);
  return new Float64Array(rows).map((_, j) => activation(data, j * columns, w, active) / patches);
}
