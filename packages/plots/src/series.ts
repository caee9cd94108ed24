import { drawable } from "./drawable.ts";
import { thin } from "./thin.ts";

/** A point of a curve; points of one run are joined. */
export interface SeriesPoint {
  readonly x: number;
  readonly y: number;
  readonly run: number;
}

/** A quantity against the iteration, made ready to draw. */
export interface Series {
  /** At most 1000, with the first, the last and the extremes. */
  readonly points: readonly SeriesPoint[];
  /** Where y is 0 and a log axis has no place for it: at most 100. */
  readonly zeros: readonly SeriesPoint[];
  /** The last point or zero. */
  readonly last: SeriesPoint | undefined;
  /** How many records are not finite. */
  readonly lost: number;
}

/** Sorts records into points, zeros that a log axis has no place for, and those that are not finite. */
export function toSeries(
  records: readonly { readonly x: number; readonly y: number }[],
  scale: "linear" | "log",
): Series {
  const least = scale === "log" ? 1e-300 : Number.NEGATIVE_INFINITY;
  const points: SeriesPoint[] = [];
  const zeros: SeriesPoint[] = [];
  let last: SeriesPoint | undefined;
  let run = 0;
  for (const { x, y } of records) {
    const known =
      Math.abs(x) <= Number.MAX_SAFE_INTEGER && drawable(y) && (scale === "linear" || y >= 0);
    if (!known || y < least) run++; // the curve breaks here
    if (!known) continue;
    last = { x, y: y < least ? 0 : y, run };
    (y < least ? zeros : points).push(last);
  }
  const lost = records.length - points.length - zeros.length;
  return { points: thin(points, 1000), zeros: thin(zeros, 100), last, lost };
}
