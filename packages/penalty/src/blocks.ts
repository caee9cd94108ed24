import { checkIndices } from "./check-indices.ts";
import type { Json, Penalty } from "./contract.ts";
import { described } from "./description.ts";
import { type Part, sumOverParts } from "./sum-over-parts.ts";

/** A penalty and the coordinates that it is for: the next so many, or those listed. */
export type Block = { readonly penalty: Penalty } & (
  | {
      /** How many coordinates, from where the block before ends. */
      readonly length: number;
      readonly indices?: undefined;
    }
  | {
      /** Which coordinates, from 0, in the order in which the penalty sees them. Copied. */
      readonly indices: ArrayLike<number>;
      readonly length?: undefined;
    }
);

/**
 * A penalty for each block of coordinates.
 *
 *     P(w) = Σⱼ Pⱼ(wⱼ),   prox(v, t)ⱼ = prox of Pⱼ at (vⱼ, t)
 *
 * @param list the blocks. With lengths they follow each other, and d is the sum of the lengths; with
 * indices no coordinate may be in two, and coordinates in none are unpenalised.
 * @returns a penalty named "blocks"; it is separable or convex if all parts are
 * @throws RangeError if some blocks have lengths and others indices, if a length or an index is not a
 * whole number at least 0, or if an index comes twice
 * @example
 * ```ts
 * import { l0 } from "@proxkit/penalties-l0";
 * import { l1 } from "@proxkit/penalties-l1";
 * import { blocks } from "@proxkit/penalty";
 *
 * const penalty = blocks([
 *   { penalty: l1(), length: 1 },
 *   { penalty: l0(), length: 2 },
 * ]);
 * console.log(penalty.prox(Float64Array.of(3, 3, 1), 1)); // Float64Array(3) [ 2, 3, 0 ]
 * ```
 */
export function blocks(list: readonly Block[]): Penalty {
  const name = "blocks";
  const taken = new Set<number>();
  const told: Json[] = [];
  const parts: Part[] = [];
  let end = 0;
  for (const [j, { penalty, length, indices }] of list.entries()) {
    if ((length === undefined) === (indices === undefined))
      throw new RangeError(`${name}: blocks[${j}] must have either a length or indices`);
    if ((length === undefined) !== (list[0].length === undefined))
      throw new RangeError(`${name}: all blocks must have lengths, or all indices`);
    if (length === undefined) {
      const chosen = checkIndices(name, `blocks[${j}].indices`, indices, taken);
      parts.push({ penalty, indices: chosen });
      told.push({ indices: Object.freeze(Array.from(chosen)), penalty: described(penalty) });
    } else {
      if (!(Number.isInteger(length) && length >= 0))
        throw new RangeError(
          `${name}: blocks[${j}].length must be a whole number at least 0, received ${length}`,
        );
      const start = end;
      end += length;
      parts.push({ penalty, indices: Uint32Array.from({ length }, (_, i) => start + i) });
      told.push({ length, penalty: described(penalty) });
    }
  }
  const length = list.every((block) => block.length !== undefined) ? end : undefined;
  return sumOverParts(parts, { name, parameters: { blocks: Object.freeze(told) }, length });
}
