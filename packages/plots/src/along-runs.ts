import type { Pixel } from "./beside-curve.ts";

const most = 60;

/**
 * Some points of lines, evenly along their length, those nearest to the wish first.
 *
 * @param runs points of one run are joined
 * @param wish where along all of it: 0 the beginning, 1 the end
 */
export function alongRuns(runs: readonly (readonly Pixel[])[], wish: number): Pixel[] {
  const all = runs.reduce((sum, run) => sum + lengthOf(run), 0);
  const points = all > 0 ? runs.flatMap((run) => spaced(run, all / most)) : runs.flat();
  const target = wish * (points.length - 1);
  return points
    .map((point, i) => ({ point, far: Math.abs(i - target) }))
    .sort((a, b) => a.far - b.far)
    .filter((_, i) => i % Math.ceil(points.length / most) === 0)
    .map(({ point }) => point);
}

/** The ends of a line, and points between them that are about so far apart. */
function spaced(run: readonly Pixel[], spacing: number): Pixel[] {
  const points: Pixel[] = [run[0]];
  let due = spacing;
  for (let i = 1; i < run.length; i++) {
    const [[x1, y1], [x2, y2]] = [run[i - 1], run[i]];
    const length = Math.hypot(x2 - x1, y2 - y1);
    for (; due < length; due += spacing)
      points.push([x1 + (due / length) * (x2 - x1), y1 + (due / length) * (y2 - y1)]);
    due -= length;
  }
  return run.length > 1 ? [...points, run[run.length - 1]] : points;
}

function lengthOf(run: readonly Pixel[]): number {
  return run.reduce(
    (sum, [x, y], i) => (i === 0 ? 0 : sum + Math.hypot(x - run[i - 1][0], y - run[i - 1][1])),
    0,
  );
}
