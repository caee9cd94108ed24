// Where things are in the block of a planar pass, in entries; assembly/planar-block.ts has the same in bytes.

/** Four sums; then β, the operator's code, t or the cut, a, a + 1. */
export const SUMS = 4;
export const BETA = 4;
export const OPERATOR = 5;
export const CUT = 6;
export const SHAPE = 7;
/** ‖c‖², ‖c‖, and 1/‖w*‖ where w is to have unit norm, else 1: c is w* times that. */
export const CENTRE = 9;
/** What a step on a loss of the kernels needs: ‖w*‖, k, γ/k, 1/(πk), and 1 if w is to have unit norm. */
export const LOSS = 12;
/** w*, w, u, ∇f or hat: each has room for a multiple of four entries, and is 0 beyond the n-th. */
export const ARRAYS = 18;
/** Behind the arrays the constants of TL1, and room for what its kernel notes. */
export const TL1_ROOM = 184;

/** The room of one array of n entries. */
export function roomOf(n: number): number {
  return Math.ceil(n / 4) * 4;
}

/** The codes of the operators. */
export const CODES = { soft: 0, hard: 1, tl1: 2 } as const;
