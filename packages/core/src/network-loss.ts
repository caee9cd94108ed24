import { networkPass } from "@proxkit/kernels";
import { type DataLoss, dataLoss } from "./data-loss.ts";
import type { DataOptions } from "./data-options.ts";
import { gramBound } from "./gram-bound.ts";
import type { MatrixLike } from "./matrix-like.ts";
import { patchLength } from "./patch-length.ts";
import { readVector } from "./read-vector.ts";
import { storedMatrix } from "./stored-matrix.ts";

export interface NetworkLossOptions extends DataOptions {
  /** The inputs, m × n: a row is a sample, its patches one after the other. */
  readonly X: MatrixLike;
  /** The targets, length m. Copied. */
  readonly y: ArrayLike<number>;
  /** k, into how many patches of length d = n/k a row is cut. */
  readonly patches: number;
}

/**
 * The mean squared error of the no-overlap network on data.
 *
 *     f(w) = 1/m Σⱼ (1/k Σᵢ σ(w·xⱼ[i]) − yⱼ)²,   σ(z) = max(0, z),  σ′(0) = 0
 *
 * Smoothness is 2/(km) λmax(Σⱼᵢ xⱼ[i] xⱼ[i]ᵀ), enlarged by 1%: a bound on the Hessian wherever there is
 * one. f has kinks where a patch becomes active, and no constant holds across those.
 *
 * @param options X (m × n), y (length m) and the number of patches k
 * @returns a {@link DataLoss} of dimension n/k
 * @throws ArgumentError if X is empty or ragged, y has another length than m, or k does not divide n
 * @throws DataValueError if X or y holds a NaN or an infinity
 * @example
 * ```ts
 * import { networkLoss } from "@proxkit/core";
 *
 * const loss = networkLoss({ X: [[1, 0, 2, 2], [-1, -1, 0, 4]], y: [1, 2], patches: 2 });
 * console.log(loss.value(Float64Array.of(1, 0))); // 2.125
 * console.log(loss.gradient(Float64Array.of(1, 0))); // Float64Array(2) [ 0.75, 0.5 ]
 * ```
 * Source: Dinh & Xin, eq. (2).
 */
export function networkLoss(options: NetworkLossOptions): DataLoss {
  const name = "networkLoss";
  const { patches } = options;
  const { X, threads } = storedMatrix(name, options.X, options);
  const columns = patchLength(name, patches, X);
  const y = readVector(name, "y", options.y, X.rows);
  return dataLoss({
    name,
    X,
    pass: networkPass({ X, y, patches, threads }),
    // (1/k Σᵢ v·x[i])² ≤ 1/k Σᵢ (v·x[i])², and gramBound divides by the k·m patches
    smoothness: () => 2 * gramBound({ ...X, rows: X.rows * patches, columns }),
  });
}
