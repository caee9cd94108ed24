/** An interval of one sign, and p at its ends. */
interface Cell {
  readonly low: number;
  readonly high: number;
  readonly below: number;
  readonly above: number;
  /** How much p rises, as a share of |v|: no jump within is larger. */
  readonly rise: number;
  /** How much more p rises than v, as a share of |v|: where a jump is, that stays when the cell is halved. */
  readonly excess: number;
}

/** So that a noisy p, or a steep one, has an end too. */
const CELLS = 4000;
/** A smaller jump, as a share of |v|, is not looked for. */
const SMALLEST = 1e-9;

/**
 * Where a rising function p jumps by at least a billionth of |v|, for |v| from 1e-9 to 1e9.
 *
 * In turn the cell with the greatest excess, which finds small jumps of a p that rises like v, and the one
 * with the greatest rise, which finds jumps after a flat stretch, is halved, until it is 1e-12 of v wide: then
 * it is a jump if p rises there a thousand times faster than v. It gives up after 4000 cells.
 */
export function findJump(
  p: (v: number) => number,
  landmarks: readonly number[],
): number | undefined {
  const sizes = landmarks.flatMap((x) => [0.7 * x, x, 1.3 * x]).filter((x) => x > 0);
  for (let e = -9; e <= 9; e++) sizes.push(10 ** e);
  sizes.sort((a, b) => a - b);
  const cells: Cell[] = [];

  function add(low: number, high: number, below: number, above: number): void {
    const size = Math.max(Math.abs(low), Math.abs(high));
    const rise = (above - below) / size;
    if (rise > SMALLEST)
      cells.push({ low, high, below, above, rise, excess: rise - (high - low) / size });
  }

  for (const sign of [1, -1])
    for (let i = 1; i < sizes.length; i++) {
      const [low, high] = [sign * sizes[i - 1], sign * sizes[i]].sort((a, b) => a - b);
      add(low, high, p(low), p(high));
    }
  for (let count = 0; count < CELLS && cells.length > 0; count++) {
    const { low, high, below, above } = takeGreatest(cells, count % 2 === 0 ? "excess" : "rise");
    if (high - low <= 1e-12 * Math.max(Math.abs(low), Math.abs(high))) {
      if (above - below > 1e3 * (high - low)) return high;
      continue;
    }
    const middle = low + (high - low) / 2;
    const between = p(middle);
    add(low, middle, below, between);
    add(middle, high, between, above);
  }
  return undefined;
}

function takeGreatest(cells: Cell[], by: "excess" | "rise"): Cell {
  let at = 0;
  for (let i = 1; i < cells.length; i++) if (cells[i][by] > cells[at][by]) at = i;
  return cells.splice(at, 1)[0];
}
