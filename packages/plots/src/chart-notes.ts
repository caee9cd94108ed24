import type { ReadyCurve } from "./chart-curve.ts";

/** What a reader must know of points that are not where they belong. */
export function pointsNote(curves: readonly ReadyCurve[]): string {
  const lost = curves.reduce((sum, curve) => sum + curve.lost, 0);
  const notes = [
    curves.some(({ zeros }) => zeros.length > 0) ? "▽ exactly 0" : "",
    lost > 0 ? `${lost} ${lost === 1 ? "point has" : "points have"} no place on these axes` : "",
  ];
  return notes.filter((note) => note !== "").join(", ");
}

/** Whether there is nothing to draw. */
export function hasNothing(curves: readonly ReadyCurve[]): boolean {
  return curves.every(
    ({ points, zeros, band }) => points.length + zeros.length + band.length === 0,
  );
}

/** What to write where there is nothing to draw. */
export function wordsForNothing(curves: readonly ReadyCurve[]): string {
  return curves.some(({ lost }) => lost > 0) ? "no point has a place on these axes" : "no points";
}
