/**
 * At most `limit` of the points, in their order, that look like all of them when drawn.
 *
 * The first and the last are kept, and of each of equally many neighbours between them those with the least
 * and the greatest y, so that a spike or a jump is not lost as it is when every n-th point is taken.
 */
export function thin<Point extends { readonly y: number }>(
  points: readonly Point[],
  limit: number,
): Point[] {
  const n = points.length;
  if (n <= limit) return [...points];
  const buckets = Math.floor((limit - 2) / 2);
  const kept = [points[0]];
  for (let b = 0; b < buckets; b++) {
    const start = 1 + Math.floor((b * (n - 2)) / buckets);
    const end = 1 + Math.floor(((b + 1) * (n - 2)) / buckets);
    let least = start;
    let greatest = start;
    for (let i = start; i < end; i++) {
      if (points[i].y < points[least].y) least = i;
      if (points[i].y > points[greatest].y) greatest = i;
    }
    kept.push(points[Math.min(least, greatest)]);
    if (least !== greatest) kept.push(points[Math.max(least, greatest)]);
  }
  kept.push(points[n - 1]);
  return kept;
}
