/** Nodes on [−1, 1] and weights of the Gauss-Legendre rule with 5 points, exact for polynomials of degree 9. */
const INNER = Math.sqrt(5 - 2 * Math.sqrt(10 / 7)) / 3;
const OUTER = Math.sqrt(5 + 2 * Math.sqrt(10 / 7)) / 3;
const NODES = [-OUTER, -INNER, 0, INNER, OUTER];
const SMALL = (322 - 13 * Math.sqrt(70)) / 900;
const LARGE = (322 + 13 * Math.sqrt(70)) / 900;
const WEIGHTS = [SMALL, LARGE, 128 / 225, LARGE, SMALL];

/**
 * ∫ f from `cuts[0]` to the last cut, by the rule on `panels` equal panels between neighbouring cuts.
 *
 * @param cuts ascending; f may have kinks and jumps there, and is smooth between
 */
export function integrate(
  f: (x: number) => number,
  cuts: readonly number[],
  panels: number,
): number {
  let sum = 0;
  for (let piece = 1; piece < cuts.length; piece++) {
    const from = cuts[piece - 1];
    const half = (cuts[piece] - from) / panels / 2;
    for (let panel = 0; panel < panels; panel++) {
      const middle = from + (2 * panel + 1) * half;
      for (let i = 0; i < NODES.length; i++) sum += half * WEIGHTS[i] * f(middle + half * NODES[i]);
    }
  }
  return sum;
}
