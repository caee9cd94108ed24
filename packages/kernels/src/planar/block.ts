// Where things are in the block of a planar pass, in entries; assembly/planar-block.ts has the same in bytes.

/** Three sums; then β, the operator's code, t or the cut, a, a + 1. */
export const SUMS = 3;
export const BETA = 3;
export const OPERATOR = 4;
export const CUT = 5;
export const SHAPE = 6;
/** The eight constants of TL1; then room for 19 pairs, and more that its kernel notes. */
export const TL1 = 8;
/** hat, c, w*, w, u, ∇f: each has room for a multiple of four entries, and is 0 beyond the n-th. */
export const ARRAYS = 64;

/** The room of one array of n entries. */
export function roomOf(n: number): number {
  return Math.ceil(n / 4) * 4;
}

/** The codes of the operators. */
export const CODES = { soft: 0, hard: 1, tl1: 2 } as const;
