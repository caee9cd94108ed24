import { spread, tl1Height, tl1Shrunk } from "./tl1-pair";

/**
 * out ← the prox of TL1, entry by entry.
 *
 * @param at threshold, limit, scale, a, V, high, low, c: eight float64; then room for 19 pairs
 */
export function tl1(v: usize, out: usize, n: i32, at: usize): void {
  const threshold = f64x2.splat(load<f64>(at));
  const limit = f64x2.splat(load<f64>(at, 8));
  const pairs = at + 64;
  spread(at, pairs);
  for (let left = n; left > 0; left -= 2) {
    const entries = left > 1 ? v128.load(v) : v128.load64_zero(v);
    const x = f64x2.abs(entries);
    let result = f64x2.splat(0);
    if (!i64x2.all_true(f64x2.le(x, threshold)))
      result = tl1Shrunk(entries, tl1Height(x, pairs), threshold, limit, pairs);
    if (left > 1) v128.store(out, result);
    else v128.store64_lane(out, result, 0);
    v += 16;
    out += 16;
  }
}
