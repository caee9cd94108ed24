/**
 * Writes each constant twice, side by side: a pair in memory is loaded sooner than made anew. First
 * scale, a, V, high, low, c; then P and Q of packages/penalties-tl1/src/squared-ratio.ts, whose bits a test holds
 * these to.
 *
 * @param at threshold, limit, scale, a, V, high, low, c
 * @param pairs room for 19 pairs
 */
export function spread(at: usize, pairs: usize): void {
  for (let i: usize = 0; i < 6; i++) pair(pairs + 16 * i, load<f64>(at + 16 + 8 * i));
  pair(pairs + 96, 1.25);
  pair(pairs + 112, 2.613695446344024);
  pair(pairs + 128, 1.9353709362974372);
  pair(pairs + 144, 0.6120702523541403);
  pair(pairs + 160, 0.07835125582090084);
  pair(pairs + 176, 0.002970468538073853);
  pair(pairs + 192, 1);
  pair(pairs + 208, 3.1694173261578746);
  pair(pairs + 224, 3.844850599115936);
  pair(pairs + 240, 2.2309242963344618);
  pair(pairs + 256, 0.6301888969548495);
  pair(pairs + 272, 0.0776828568009631);
  pair(pairs + 288, 0.002959506046751109);
}

// @ts-ignore: decorator
@inline
function pair(at: usize, x: f64): void {
  v128.store(at, f64x2.splat(x));
}
