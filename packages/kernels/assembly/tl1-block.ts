import { tl1Begin, tl1End, tl1Middle } from "./tl1-pair";

/** The bytes of a block: its room stays in the nearest cache. */
// @ts-ignore: decorator
@inline
export const BLOCK: usize = 1024;

/**
 * out ← the prox of TL1 of a block, in three passes: a machine works on several pairs at a time, and on more if each
 * takes fewer instructions. The first waits for the divider, the second for the multipliers.
 *
 * @param out it may be v
 * @param bytes a multiple of 16
 * @param h room for as much; not v, not out
 * @param square the same; it may be out where that is not v
 * @param sparse whether few entries will be above the threshold: it then looks before it computes, for the same bits
 * @returns how many entries are above the threshold
 */
export function tl1Block(
  v: usize, out: usize, bytes: usize, h: usize, square: usize, at: usize, pairs: usize, sparse: bool,
): i32 {
  const threshold = f64x2.splat(load<f64>(at));
  const limit = f64x2.splat(load<f64>(at, 8));
  let above = i64x2.splat(0);
  if (sparse) {
    for (let p: usize = 0; p < bytes; p += 16) {
      const entries = v128.load(v + p);
      const x = f64x2.abs(entries);
      let u = f64x2.splat(0);
      if (!i64x2.all_true(f64x2.le(x, threshold))) {
        above = i64x2.sub(above, f64x2.gt(x, threshold));
        tl1Begin(x, pairs, h, square);
        tl1Middle(pairs, h, square);
        u = tl1End(entries, v128.load(h), v128.load(square), threshold, limit);
      }
      v128.store(out + p, u);
    }
  } else {
    for (let p: usize = 0; p < bytes; p += 16) {
      const x = f64x2.abs(v128.load(v + p));
      above = i64x2.sub(above, f64x2.gt(x, threshold));
      tl1Begin(x, pairs, h + p, square + p);
    }
    for (let p: usize = 0; p < bytes; p += 16) tl1Middle(pairs, h + p, square + p);
    for (let p: usize = 0; p < bytes; p += 16)
      v128.store(
        out + p,
        tl1End(v128.load(v + p), v128.load(h + p), v128.load(square + p), threshold, limit),
      );
  }
  return <i32>(i64x2.extract_lane(above, 0) + i64x2.extract_lane(above, 1));
}

/** Whether so few entries of a block are above the threshold that the next block is to be taken as sparse. */
// @ts-ignore: decorator
@inline
export function isSparse(above: i32, bytes: usize): bool {
  return <usize>above < bytes >> 5; // a quarter
}
