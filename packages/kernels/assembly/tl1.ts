import { BLOCK, tl1Block } from "./tl1-block";
import { spread } from "./tl1-constants";

/**
 * out ← the prox of TL1, entry by entry.
 *
 * @param at threshold, limit, scale, a, V, high, low, c: eight float64; then room for 19 pairs, 64 bytes and two blocks
 */
export function tl1(v: usize, out: usize, n: i32, at: usize): void {
  const pairs = at + 64;
  const list = pairs + 304;
  const h = list + 64;
  const square = h + BLOCK;
  spread(at, pairs);
  let sparse = false;
  let left = <usize>(n & ~1) << 3;
  while (left > 0) {
    const bytes = min(left, BLOCK);
    sparse = tl1Block(v, out, bytes, h, square, list, at, pairs, sparse);
    v += bytes;
    out += bytes;
    left -= bytes;
  }
  if (n & 1) {
    v128.store(h, v128.load64_zero(v));
    tl1Block(h, h, 16, h + 16, square, list, at, pairs, false);
    store<f64>(out, load<f64>(h));
  }
}
