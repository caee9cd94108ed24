/** Points of one run are neighbours; here they are together. */
export function runsOf<Point extends { readonly run: number }>(
  points: readonly Point[],
): Point[][] {
  const runs: Point[][] = [];
  for (const [i, point] of points.entries()) {
    if (i === 0 || point.run !== points[i - 1].run) runs.push([]);
    runs[runs.length - 1].push(point);
  }
  return runs;
}
