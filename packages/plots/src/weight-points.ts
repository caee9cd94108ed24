import { drawable } from "./drawable.ts";
import { thin } from "./thin.ts";

/** A coefficient that is drawn: its index and its value. */
export interface WeightPoint {
  readonly x: number;
  readonly y: number;
}

/** The nonzero entries of a vector. */
export interface NonzeroEntries {
  /** Those to draw. */
  readonly points: readonly WeightPoint[];
  /** How many there are, NaN among them. */
  readonly count: number;
  /** How many of them are not finite. */
  readonly lost: number;
}

const mostDrawn = 2000; // more than a plot has columns of pixels

/** The nonzero entries of a vector, those that can be drawn as points. */
export function nonzeroEntries(w: ArrayLike<number>): NonzeroEntries {
  const points: WeightPoint[] = [];
  let count = 0;
  for (let x = 0; x < w.length; x++) {
    if (w[x] === 0) continue;
    count++;
    if (drawable(w[x])) points.push({ x, y: w[x] });
  }
  return { points: thin(points, mostDrawn), count, lost: count - points.length };
}
