import { begin, end, middle } from "./tl1-passes";

/** The bytes of a block: its room stays in the nearest cache. */
// @ts-ignore: decorator
@inline
export const BLOCK: usize = 1024;

/**
 * out ← the prox of TL1 of a block.
 *
 * @param out it may be v
 * @param bytes a multiple of 16, at most BLOCK
 * @param h room for as much; not v, not out
 * @param square the same; it may be out where that is not v
 * @param list room for 64 bytes
 * @param at threshold and limit
 * @param sparse whether many entries will be 0: it then looks for the others first, for the same bits
 * @returns whether so many were
 */
export function tl1Block(
  v: usize, out: usize, bytes: usize, h: usize, square: usize, list: usize, at: usize, pairs: usize, sparse: bool,
): bool {
  const threshold = f64x2.splat(load<f64>(at));
  const limit = f64x2.splat(load<f64>(at, 8));
  const all = <i32>(bytes >> 4);
  let above: i32;
  if (sparse) {
    const count = listed(v, out, all, list, threshold);
    above = begin(v, count, list, h, square, threshold, pairs);
    middle(count, list, h, square, pairs);
    end(v, out, count, list, h, square, threshold, limit);
  } else {
    above = begin(v, all, 0, h, square, threshold, pairs);
    middle(all, 0, h, square, pairs);
    end(v, out, all, 0, h, square, threshold, limit);
  }
  return 4 * above < 5 * all; // five of eight entries: below, it pays
}

/** Lists the pairs of which one is above the threshold, or NaN; out ← v where that is so, else +0. */
// @ts-ignore: decorator
@inline
function listed(v: usize, out: usize, all: i32, list: usize, threshold: v128): i32 {
  let count = 0;
  for (let i = 0; i < all; i++) {
    const p = <usize>i << 4;
    const entries = v128.load(v + p);
    const none = f64x2.le(f64x2.abs(entries), threshold);
    v128.store(out + p, v128.andnot(entries, none));
    store<u8>(list + count, <u8>i);
    count += i32(!i64x2.all_true(none));
  }
  return count;
}
