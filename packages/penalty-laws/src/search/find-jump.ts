/** An interval of one sign, and p at its ends and in its middle. */
interface Cell {
  readonly low: number;
  readonly high: number;
  readonly below: number;
  readonly between: number;
  readonly above: number;
  /** How far p in the middle is off the chord, as a share of |v|: half of a jump, however narrow the cell. */
  readonly bend: number;
}

/** So that a noisy p has an end too. */
const CELLS = 4000;

/**
 * Where a rising function p jumps by at least a billionth of |v|, for |v| from 1e-9 to 1e9.
 *
 * Of all cells the one with the greatest bend is halved, until it is 1e-12 of v wide: then it is a jump if p
 * rises there a thousand times faster than v. Where p is straight, flat or not, there is no bend; where it is
 * smooth the bend falls to a quarter with each halving, and at a kink to half. It gives up after 4000 cells.
 */
export function findJump(
  p: (v: number) => number,
  landmarks: readonly number[],
): number | undefined {
  const sizes = landmarks.flatMap((x) => [0.7 * x, x, 1.3 * x]).filter((x) => x > 0);
  for (let e = -9; e <= 9; e++) sizes.push(10 ** e);
  sizes.sort((a, b) => a - b);

  function cellOf(low: number, high: number, below: number, above: number): Cell {
    const between = p(low + (high - low) / 2);
    const off = between - below / 2 - above / 2;
    const bend = Math.abs(off) / Math.max(Math.abs(low), Math.abs(high));
    return { low, high, below, between, above, bend };
  }

  const cells: Cell[] = [];
  for (const sign of [1, -1])
    for (let i = 1; i < sizes.length; i++) {
      const [low, high] = [sign * sizes[i - 1], sign * sizes[i]].sort((a, b) => a - b);
      cells.push(cellOf(low, high, p(low), p(high)));
    }
  while (cells.length > 0 && cells.length < CELLS) {
    const { low, high, below, between, above, bend } = takeGreatest(cells);
    if (!(bend > 1e-10)) return undefined;
    const middle = low + (high - low) / 2;
    if (high - low > 1e-12 * Math.max(Math.abs(low), Math.abs(high)))
      cells.push(cellOf(low, middle, below, between), cellOf(middle, high, between, above));
    else if (above - below > 1e3 * (high - low)) return high;
  }
  return undefined;
}

function takeGreatest(cells: Cell[]): Cell {
  let at = 0;
  for (let i = 1; i < cells.length; i++) if (cells[i].bend > cells[at].bend) at = i;
  return cells.splice(at, 1)[0];
}
