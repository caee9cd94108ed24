import type { Guarded } from "./guarded.ts";
import { Misshapen } from "./misshapen.ts";

/** The lengths of vectors that a penalty takes. */
export interface Lengths {
  /** Every length. */
  readonly any: boolean;
  /** Lengths to try, rising. */
  readonly sizes: readonly number[];
  /** Lengths from 1 to 9 at which value or prox throws; none if it takes every length. */
  readonly refused: readonly number[];
}

const SMALL = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/**
 * Finds the lengths a penalty takes by trying 1 to 64; weights or groups may ask for one.
 *
 * A penalty that refuses them all is tried on 1 to 4, and breaks the laws with what it throws.
 */
export function lengthsOf(methods: Guarded, dimension: number | undefined): Lengths {
  const takes = (length: number) => {
    try {
      methods.value(new Float64Array(length));
      methods.prox(new Float64Array(length), 1);
      return true;
    } catch (error) {
      return error instanceof Misshapen; // it took the length, and breaks the laws with what it returned
    }
  };
  const taken = SMALL.filter(takes);
  const refused = SMALL.filter((length) => !taken.includes(length));
  if (dimension !== undefined) return { any: false, sizes: [dimension], refused };
  for (let length = 10; length <= 64 && taken.length === 0; length++)
    if (takes(length)) taken.push(length);
  if (taken.length === 0 || refused.length === 0)
    return { any: true, sizes: [1, 2, 3, 4], refused: [] };
  return { any: false, sizes: taken.slice(0, 3), refused };
}
