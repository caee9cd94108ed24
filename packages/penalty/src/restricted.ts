import { checkIndices } from "./check-indices.ts";
import type { Penalty } from "./contract.ts";
import { described } from "./description.ts";
import { sumOverParts } from "./sum-over-parts.ts";

/**
 * A penalty on some of the coordinates; the others, such as an intercept, are unpenalised.
 *
 *     P(w) = Q(w[i₁], w[i₂], …),   prox(v, t) is Q's on these coordinates and v on the others
 *
 * @param penalty Q, separable or not; it sees the chosen coordinates in the order of `indices`
 * @param indices the coordinates to penalise, from 0, none twice. Copied.
 * @returns a penalty named "restricted" for vectors of any length that has room for the indices
 * @throws RangeError if an index is not a whole number at least 0, or comes twice
 * @example
 * ```ts
 * import { l1 } from "@proxkit/penalties-l1";
 * import { restricted } from "@proxkit/penalty";
 *
 * const penalty = restricted(l1(), [1, 2]); // w[0] is an intercept
 * console.log(penalty.value(Float64Array.of(9, 1, -3))); // 4
 * console.log(penalty.prox(Float64Array.of(9, 1, -3), 2)); // Float64Array(3) [ 9, 0, -1 ]
 * ```
 */
export function restricted(penalty: Penalty, indices: ArrayLike<number>): Penalty {
  const name = "restricted";
  const chosen = checkIndices(name, "indices", indices, new Set());
  const parameters = { indices: Object.freeze(Array.from(chosen)), penalty: described(penalty) };
  return sumOverParts([{ penalty, indices: chosen }], { name, parameters });
}
