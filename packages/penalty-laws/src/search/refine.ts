/** Where a function of one variable was found smallest. */
export interface Found {
  readonly at: number;
  readonly value: number;
}

/**
 * The smallest value of f on a grid of 32 cells from low to high, and on ever finer grids around the best point.
 *
 * Each round of 8 cells narrows the interval to two of them, a quarter. After 14, the default, a cell is a
 * billionth of the whole: near a smooth minimum that leaves nothing to be seen in f.
 */
export function refine(
  f: (x: number) => number,
  low: number,
  high: number,
  rounds: number = 14,
): Found {
  let best: Found = { at: low, value: f(low) };
  let [from, to] = [low, high];
  for (let round = 0; round <= rounds && to > from; round++) {
    const cells = round === 0 ? 32 : 8;
    const cell = (to - from) / cells;
    for (let i = 0; i <= cells; i++) {
      const at = from + i * cell;
      const value = f(at);
      if (value < best.value) best = { at, value };
    }
    from = Math.max(low, best.at - cell);
    to = Math.min(high, best.at + cell);
  }
  return best;
}
