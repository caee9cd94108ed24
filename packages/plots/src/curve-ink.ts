import { beadsOf, type Pixel } from "./beside-curve.ts";
import { type Box, boxAround } from "./box.ts";
import type { ReadyCurve } from "./chart-curve.ts";
import { runsOf } from "./runs.ts";
import type { Scale } from "./scale.ts";

/** What takes a point of a plot to px. */
export interface Scales {
  readonly x: Scale;
  readonly y: Scale;
}

const dotSize = 8; // px, with a little air

/** The lines of curves, px; each zero on the floor is one of its own. */
export function pixelRuns(curves: readonly ReadyCurve[], { x, y }: Scales): Pixel[][] {
  const floor = y.toPixel(y.domain[0]);
  return curves.flatMap(({ points, zeros }) => [
    ...runsOf(points).map((run) => run.map((p): Pixel => [x.toPixel(p.x), y.toPixel(p.y)])),
    ...zeros.map((zero): Pixel[] => [[x.toPixel(zero.x), floor]]),
  ]);
}

/** What curves cover, as small boxes. */
export function inkOf(curves: readonly ReadyCurve[], scales: Scales): Box[] {
  return sparse(
    curves.flatMap((curve) => {
      const runs = pixelRuns([curve], scales);
      const dots = curve.mark === "line" ? runs.filter((run) => run.length === 1) : runs;
      const around = dots.flat().map(([x, y]) => boxAround(x, y, dotSize, dotSize));
      return curve.mark === "dots" ? around : [...around, ...beadsOf(runs)];
    }),
  );
}

/** Thin lines that a label rather keeps off: the edges of bands, and where an axis is 0. */
export function thinLines(curves: readonly ReadyCurve[], scales: Scales, frame: Box): Box[] {
  const { x, y } = scales;
  const runs = curves.flatMap(({ band }) => runsOf(band));
  const edges = (["low", "high"] as const).flatMap((side) =>
    runs.map((run) => run.map((at): Pixel => [x.toPixel(at.x), y.toPixel(at[side])])),
  );
  const [across, up] = [x.toPixel(0), y.toPixel(0)];
  return sparse([
    ...beadsOf(edges),
    ...(Number.isFinite(up) ? [{ ...frame, top: up - 1, bottom: up + 1 }] : []),
    ...(Number.isFinite(across) ? [{ ...frame, left: across - 1, right: across + 1 }] : []),
  ]);
}

/** One of the boxes that begin at the same place: a noisy curve goes over its ground again and again. */
function sparse(boxes: readonly Box[]): Box[] {
  const cell = (edge: number) => Math.round(edge / 3) + 1e4;
  const place = ({ left, right, top }: Box) => (cell(left) * 3e4 + cell(right)) * 3e4 + cell(top);
  return [...new Map(boxes.map((box) => [place(box), box])).values()];
}
