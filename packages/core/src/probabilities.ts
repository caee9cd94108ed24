import { products } from "./linear/products.ts";
import type { FlatMatrix, MatrixLike } from "./matrix-like.ts";
import { checkClasses } from "./read-classes.ts";
import type { SparseMatrix } from "./sparse-matrix.ts";

export interface ProbabilitiesOptions {
  /** The weights, d × K row after row, as `multinomial` has them. */
  readonly w: Float64Array;
  /** The inputs, m × d: a row is a sample; dense or sparse. */
  readonly X: MatrixLike | SparseMatrix;
  /** K, at least 2. */
  readonly classes: number;
}

/**
 * The probability of each class in a multinomial model.
 *
 *     exp(zₖ)/Σₗ exp(zₗ),   z = Wᵀx   for each row x of X
 *
 * @param options w (d × K), X (m × d) and the number of classes K
 * @returns m × K, rows that add up to 1
 * @throws ArgumentError if K is below 2, X is empty or ragged, or w has another length than dK
 * @throws DataValueError if X holds a NaN or an infinity
 * @example
 * ```ts
 * import { probabilities } from "@proxkit/core";
 *
 * const { data, rows, columns } = probabilities({ w: Float64Array.of(1, 1, -1e300), X: [[1]], classes: 3 });
 * console.log(rows, columns, data); // 1 3 Float64Array(3) [ 0.5, 0.5, 0 ]
 * ```
 */
export function probabilities({ w, X, classes }: ProbabilitiesOptions): FlatMatrix {
  checkClasses("probabilities", classes);
  const data = products("probabilities", w, X, classes);
  for (let at = 0; at < data.length; at += classes) softmax(data.subarray(at, at + classes));
  return { data, rows: data.length / classes, columns: classes };
}

/** z ← exp(z)/Σ exp(z), by way of z − max z, so that exp does not overflow. */
function softmax(z: Float64Array): void {
  let most = z[0];
  for (const x of z) most = Math.max(most, x);
  let total = 0;
  for (let k = 0; k < z.length; k++) {
    z[k] = Math.exp(z[k] - most);
    total += z[k];
  }
  for (let k = 0; k < z.length; k++) z[k] /= total;
}
