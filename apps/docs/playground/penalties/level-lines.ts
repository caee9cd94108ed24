import type { Penalty } from "@proxkit/penalty";

/** The edge of {(x, y) : P(x, y) ≤ P(r, 0)} within the unit square, and a little more. */
export interface LevelLine {
  readonly r: number;
  /** P(r, 0). */
  readonly level: number;
  /** In order around 0, with a NaN where it leaves the square. */
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** The square goes from −EDGE to EDGE. */
export const EDGE = 1.1;
/** Angles of an eighth of the circle: so many, by constant ratios from this one, for some lines hug the axes. */
const ANGLES = 28;
const LEAST_ANGLE = 1e-6;
const HALVINGS = 36;

/**
 * Level lines of a penalty on the plane, as in Figure 2 of Dinh & Xin: along each direction, the last point at which
 * P is no larger than at (r, 0).
 *
 * So l0, which is 1 on the axes and 2 elsewhere, gives the axes themselves. Radii at which P is infinite are left
 * out, and those at which it is not above that of a smaller one, as where it is flat.
 *
 * @param penalty P, which takes two numbers and never falls on the way from 0 outwards
 */
export function levelLines(penalty: Penalty, radii: readonly number[]): LevelLine[] {
  const point = new Float64Array(2);
  const p: Plane = (x, y) => {
    point[0] = x;
    point[1] = y;
    return penalty.value(point);
  };
  const directions = directionsOf();
  const seen = new Set<number>();
  return radii.flatMap((r): LevelLine[] => {
    const level = p(r, 0);
    if (!Number.isFinite(level) || seen.has(level)) return [];
    seen.add(level);
    const ends = directions.map(([c, s]) => lastWithin(p, c, s, level));
    const n = ends.length;
    // a whole arc that leaves the square is no line of the penalty's; a single direction, such as an axis, is
    const shown = ends.map(
      ({ left }, i) => !(left && ends[(i + 1) % n].left) && !(left && ends[(i + n - 1) % n].left),
    );
    const around = [...directions.keys(), 0];
    return [
      {
        r,
        level,
        x: Float64Array.from(around, (i) =>
          shown[i] ? ends[i].size * directions[i][0] : Number.NaN,
        ),
        y: Float64Array.from(around, (i) =>
          shown[i] ? ends[i].size * directions[i][1] : Number.NaN,
        ),
      },
    ];
  });
}

/** Directions once around, closest together near the axes, all of them exact there. */
function directionsOf(): (readonly [number, number])[] {
  const ratio = Math.log(Math.PI / 4 / LEAST_ANGLE) / (ANGLES - 1);
  const eighth = Array.from({ length: ANGLES }, (_, i) => LEAST_ANGLE * Math.exp(ratio * i));
  const quarter = [
    [1, 0] as const,
    ...eighth.slice(0, -1).map((a) => [Math.cos(a), Math.sin(a)] as const),
    [Math.SQRT1_2, Math.SQRT1_2] as const,
    ...eighth
      .slice(0, -1)
      .toReversed()
      .map((a) => [Math.sin(a), Math.cos(a)] as const),
  ];
  return [
    ...quarter,
    ...quarter.map(([c, s]) => [0 - s, c] as const),
    ...quarter.map(([c, s]) => [0 - c, 0 - s] as const),
    ...quarter.map(([c, s]) => [s, 0 - c] as const),
  ];
}

/** P(x, y). */
type Plane = (x: number, y: number) => number;

interface End {
  /** How far from 0. */
  readonly size: number;
  /** Whether it is the edge of the square. */
  readonly left: boolean;
}

function lastWithin(p: Plane, c: number, s: number, level: number): End {
  const edge = EDGE / Math.max(Math.abs(c), Math.abs(s));
  const enough = level + 1e-12 * Math.abs(level);
  const within = (size: number) => p(size * c, size * s) <= enough;
  if (within(edge)) return { size: edge, left: true };
  let low = 0;
  let high = edge;
  for (let n = 0; n < HALVINGS; n++) {
    const middle = (low + high) / 2;
    if (within(middle)) low = middle;
    else high = middle;
  }
  return { size: low, left: false };
}
