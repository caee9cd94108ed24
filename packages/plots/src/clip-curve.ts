import type { CurvePoint } from "./function-curve.ts";
import type { Scale } from "./scale.ts";

/** A point of a curve, or one where it was cut off. */
export interface ClippedPoint extends CurvePoint {
  readonly cut?: true;
}

/** The parts of a curve within the domains of both scales: lines between its points are cut where they leave. */
export function clipCurve(points: readonly CurvePoint[], x: Scale, y: Scale): ClippedPoint[] {
  const inside = (p: CurvePoint) => within(p.x, x.domain) && within(p.y, y.domain);
  if (points.every(inside)) return [...points];
  const kept: ClippedPoint[] = [];
  let run = 0;
  let last: CurvePoint | undefined; // the point of the curve that was added last
  const add = (point: ClippedPoint) => kept.push({ ...point, run });
  for (const [i, point] of points.entries()) {
    const before = points[i - 1];
    if (before?.run !== point.run) {
      run++;
      if (inside(point)) add(point);
      last = inside(point) ? point : undefined;
      continue;
    }
    const share = sharesWithin(before, point, x, y);
    if (!share) continue;
    const [from, to] = share;
    if (from > 0 || last !== before) {
      run++;
      add(from > 0 ? between(before, point, from, x, y) : before);
    }
    add(to < 1 ? between(before, point, to, x, y) : point);
    last = to < 1 ? undefined : point;
  }
  return kept;
}

/** Whether a value is in the domain. */
export function within(value: number, [low, high]: readonly [number, number]): boolean {
  return value >= low && value <= high;
}

/** Which share of the way from a to b is within: from and to, each 0 to 1 (Liang & Barsky 1984). */
function sharesWithin(
  a: CurvePoint,
  b: CurvePoint,
  x: Scale,
  y: Scale,
): [number, number] | undefined {
  let [from, to] = [0, 1];
  for (const [start, end, scale] of [
    [a.x, b.x, x],
    [a.y, b.y, y],
  ] as const) {
    const [p, q, ...edges] = [start, end, ...scale.domain].map(scale.toPixel);
    if (p === q && !within(start, scale.domain)) return undefined;
    if (p === q) continue;
    const [enter, leave] = edges.map((edge) => (edge - p) / (q - p)).sort((s, t) => s - t);
    from = Math.max(from, enter);
    to = Math.min(to, leave);
  }
  return from < to ? [from, to] : undefined;
}

function between(a: CurvePoint, b: CurvePoint, share: number, x: Scale, y: Scale): ClippedPoint {
  const at = (start: number, end: number, scale: Scale) => {
    const pixel = scale.toPixel(start) + share * (scale.toPixel(end) - scale.toPixel(start));
    return clamp(scale.toValue(pixel), scale.domain);
  };
  return { x: at(a.x, b.x, x), y: at(a.y, b.y, y), run: a.run, cut: true };
}

/** The nearest value of the domain. */
export function clamp(value: number, [low, high]: readonly [number, number]): number {
  return Math.min(Math.max(value, low), high);
}
