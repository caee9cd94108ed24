// Where things are in the block of a planar pass, in bytes; src/planar/block.ts has the same in entries.

/** Three sums; then β, the operator's code, t or the cut, a, a + 1. */
export const BETA: usize = 24;
export const OPERATOR: usize = 32;
export const CUT: usize = 40;
export const SHAPE: usize = 48;
/** The eight constants of TL1, then room for 19 pairs. */
export const TL1: usize = 64;
export const PAIRS: usize = 128;
/** Whether many entries of u were 0 in the last step of TL1: an i32. */
export const SPARSE: usize = 432;
/** Room for the list of TL1, 64 bytes. */
export const LIST: usize = 448;
/** hat, c, w*, w, u, ∇f: each has room for a multiple of four entries, and is 0 beyond the n-th. */
export const ARRAYS: usize = 512;

/** The bytes of one array of n entries. */
// @ts-ignore: decorator
@inline
export function bytesOf(n: i32): usize {
  return <usize>((n + 3) & ~3) << 3;
}
