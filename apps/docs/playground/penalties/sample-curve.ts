/** Where a function jumps, and its limits there. */
export interface CurveJump {
  readonly at: number;
  readonly left: number;
  readonly right: number;
  /** What the function is there: one of the limits, or a number of its own. */
  readonly value: number;
}

/** A function on an interval: points in order, with a NaN between two that are not joined. */
export interface Curve {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly jumps: readonly CurveJump[];
}

/** What is asked of a curve. */
export interface CurveOptions {
  readonly from: number;
  readonly to: number;
  /** How many intervals the grid has. */
  readonly intervals: number;
  /** More places to look at, such as the threshold; those outside are left out. Default: none. */
  readonly marks?: readonly number[];
}

/** A change by this share of the range within one interval is looked into. */
const STEEP = 0.004;
/** Halvings of an interval, until its ends are neighbours for practical purposes. */
const HALVINGS = 70;
/** So many of the places looked at become points of the curve. */
const DRAWN = 14;

type Point = readonly [x: number, y: number];

/**
 * Samples a function of one number and finds its jumps to the last bits, so that they are drawn as gaps and not as
 * steep lines.
 *
 * An interval over which the function changes by much is halved towards the half in which it changes more. Where the
 * change does not shrink, it is a jump; where it does, the places that were looked at show the bend.
 *
 * @param f may give Infinity, outside its domain, and NaN, which are left out
 */
export function sampleCurve(f: (x: number) => number, options: CurveOptions): Curve {
  const grid = gridOf(options).map((x): Point => [x, f(x)]);
  const finite = grid.map(([, y]) => y).filter(Number.isFinite);
  const steep = STEEP * (finite.reduce(larger, 0) - finite.reduce(smaller, 0));

  const jumps: CurveJump[] = [];
  const points: Point[] = [grid[0]];
  for (let i = 1; i < grid.length; i++) {
    const { looked, jump } = lookBetween(f, grid[i - 1], grid[i], steep);
    const before = looked.filter(([x]) => !jump || x < jump.at);
    points.push(...before);
    if (jump) {
      jumps.push(jump);
      points.push([jump.at, jump.left], [jump.at, Number.NaN], [jump.at, jump.right]);
      points.push(...looked.filter(([x]) => x > jump.at));
    }
    points.push(grid[i]);
  }
  return {
    x: Float64Array.from(points, ([x]) => x),
    y: Float64Array.from(points, ([, y]) => (Number.isFinite(y) ? y : Number.NaN)),
    jumps: merged(jumps),
  };
}

/** Evenly spaced numbers with the marks among them, ascending. */
function gridOf({ from, to, intervals, marks = [] }: CurveOptions): number[] {
  const even = Array.from(
    { length: intervals + 1 },
    (_, i) => (from * (intervals - i) + to * i) / intervals,
  );
  return [...new Set([...even, ...marks.filter((x) => x > from && x < to)])].sort((a, b) => a - b);
}

interface Look {
  /** Places between, ascending. */
  readonly looked: readonly Point[];
  readonly jump?: CurveJump;
}

function lookBetween(f: (x: number) => number, from: Point, to: Point, steep: number): Look {
  let [a, fa] = from;
  let [b, fb] = to;
  const looked: Point[] = [];
  for (let n = 0; n < HALVINGS && apart(fa, fb) > steep; n++) {
    const middle = a + (b - a) / 2;
    if (middle === a || middle === b) break;
    const fm = f(middle);
    if (n < DRAWN) looked.push([middle, fm]);
    if (apart(fa, fm) >= apart(fm, fb)) [b, fb] = [middle, fm];
    else [a, fa] = [middle, fm];
  }
  looked.sort(([x], [y]) => x - y);
  if (!(apart(fa, fb) > steep)) return { looked };
  // a and b are neighbours; an end of the interval that is one of them was put there as a mark
  const at = b === to[0] ? b : a;
  return { looked, jump: { at, left: fa, right: fb, value: at === b ? fb : fa } };
}

/** How far apart two heights are; to Infinity without end, to NaN not at all. */
function apart(a: number, b: number): number {
  if (a === b || Number.isNaN(a) || Number.isNaN(b)) return 0;
  return Math.abs(a - b);
}

/** A jump up and down again at one place is one, at a point with a height of its own. */
function merged(jumps: readonly CurveJump[]): CurveJump[] {
  const all: CurveJump[] = [];
  for (const jump of jumps) {
    const last = all.at(-1);
    if (last?.at === jump.at)
      all[all.length - 1] = { ...last, right: jump.right, value: last.right };
    else all.push(jump);
  }
  return all;
}

const larger = (a: number, b: number): number => Math.max(a, b);
const smaller = (a: number, b: number): number => Math.min(a, b);
