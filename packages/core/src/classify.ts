import { products } from "./linear/products.ts";
import { hasNaN } from "./loops/has-nan.ts";
import type { ProbabilitiesOptions } from "./probabilities.ts";
import { checkClasses } from "./read-classes.ts";

/**
 * The most probable class in a multinomial model, the lower of equals.
 *
 *     argmaxₖ zₖ,   z = Wᵀx   for each row x of X
 *
 * @param options w (d × K), X (m × d) and the number of classes K
 * @returns length m, each from 0 to K − 1; NaN where a product is NaN
 * @throws ArgumentError if K is below 2, X is empty or ragged, or w has another length than dK
 * @throws DataValueError if X holds a NaN or an infinity
 * @example
 * ```ts
 * import { classify } from "@proxkit/core";
 *
 * const w = Float64Array.of(1, 2, 2); // one weight for each of three classes
 * console.log(classify({ w, X: [[1], [-1]], classes: 3 })); // Float64Array(2) [ 1, 0 ]
 * ```
 */
export function classify({ w, X, classes }: ProbabilitiesOptions): Float64Array {
  checkClasses("classify", classes);
  const z = products("classify", w, X, classes);
  return new Float64Array(z.length / classes).map((_, j) =>
    largest(z.subarray(j * classes, (j + 1) * classes)),
  );
}

function largest(z: Float64Array): number {
  if (hasNaN(z)) return Number.NaN;
  let top = 0;
  for (let k = 1; k < z.length; k++) if (z[k] > z[top]) top = k;
  return top;
}
