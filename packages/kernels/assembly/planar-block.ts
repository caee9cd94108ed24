// Where things are in the block of a planar pass, in bytes; src/planar/block.ts has the same in entries.

/** Four sums; then β, the operator's code, t or the cut, a, a + 1. */
export const BETA: usize = 32;
export const OPERATOR: usize = 40;
export const CUT: usize = 48;
export const SHAPE: usize = 56;
/** ‖c‖², ‖c‖, and 1/‖w*‖ where w is to have unit norm, else 1: c is w* times that. */
export const CENTRE: usize = 72;
/** What a step on a loss of the kernels needs: ‖w*‖, k, γ/k, 1/(πk), and 1 if w is to have unit norm. */
export const LOSS: usize = 96;
/** w*, w, u, ∇f or hat: each has room for a multiple of four entries, and is 0 beyond the n-th. */
export const ARRAYS: usize = 144;

// What TL1 needs besides, behind the arrays:

/** Its eight constants, and 19 pairs of them. */
export const PAIRS: usize = 64;
/** Whether many entries of u were 0 in the last step: an i32. */
export const SPARSE: usize = 368;
/** Room for its list, 64 bytes, and for a block of its own, 1024. */
export const LIST: usize = 384;
export const ROOM: usize = 448;

/** The bytes of one array of n entries. */
// @ts-ignore: decorator
@inline
export function bytesOf(n: i32): usize {
  return <usize>((n + 3) & ~3) << 3;
}
