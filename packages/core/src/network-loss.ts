import { defineLoss } from "./define-loss.ts";
import { gramBound } from "./gram-bound.ts";
import { networkPass } from "./loops/network-pass.ts";
import type { Loss } from "./loss.ts";
import type { MatrixLike } from "./matrix-like.ts";
import { patchLength } from "./patch-length.ts";
import { readMatrix } from "./read-matrix.ts";
import { readVector } from "./read-vector.ts";

export interface NetworkLossOptions {
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
 * @returns a {@link Loss} of dimension n/k
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
export function networkLoss({ X: given, y: targets, patches }: NetworkLossOptions): Loss {
  const name = "networkLoss";
  const X = readMatrix(name, given);
  const dimension = patchLength(name, patches, X);
  const y = readVector(name, "y", targets, X.rows);
  const active = new Uint8Array(patches);
  const asPatches = { data: X.data, rows: X.rows * patches, columns: dimension };

  return defineLoss({
    name,
    dimension,
    evaluate: (w, out) => networkPass(X, y, active, w, out),
    // (1/k Σᵢ v·x[i])² ≤ 1/k Σᵢ (v·x[i])², and gramBound divides by the k·m patches
    smoothness: () => 2 * gramBound(asPatches),
  });
}
