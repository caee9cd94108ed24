import { type Box, boxAround, overlap } from "./box.ts";

/** A point or a bend of a curve, px. */
export type Pixel = readonly [x: number, y: number];

/** A label that wants to be beside a curve; px. */
export interface CurveLabelRequest {
  readonly width: number;
  readonly height: number;
  /** Points to be beside, the dearest first. */
  readonly anchors: readonly Pixel[];
}

/** What else is there. */
export interface CurveLabelScene {
  readonly frame: Box;
  /** It rather ends before this, px. */
  readonly end: number;
  /** The label's own curve, as boxes: it keeps off them. */
  readonly own: readonly Box[];
  /** Other curves, as boxes: it keeps off them, and away from them if it can. */
  readonly others: readonly Box[];
  /** Other labels: it keeps off them. */
  readonly labels: readonly Box[];
  /** So far it is from other curves at least, px. Default: 0. */
  readonly clear?: number;
}

const gap = 5;
const away = 14; // px from other curves, so that nobody asks whose label it is
// biome-ignore format: a table
const directions = [[0, 0], [1, 0], [0, 1], [1, 1], [0, -1], [1, -1], [-1, 0], [-1, 1], [-1, -1]] as const;

/**
 * The best free place beside a curve: next to it, away from other curves, and near the first anchors.
 *
 * @returns nothing if every place is taken
 */
export function besideCurve(request: CurveLabelRequest, scene: CurveLabelScene): Box | undefined {
  const { width, height, anchors } = request;
  const { frame, end, own, others, labels, clear = 0 } = scene;
  let best: Box | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [rank, [x, y]] of anchors.entries()) {
    const hidden = hits(boxAround(x, y, 1, 1), others) ? 15 : 0;
    for (const [dx, dy] of directions) {
      const box = boxAround(x + dx * (width / 2 + gap), y + dy * (height / 2 + gap), width, height);
      if (!within(box, frame) || [own, others, labels].some((boxes) => hits(box, boxes))) continue;
      const near = others.reduce((a, other) => Math.min(a, distance(box, other)), away);
      if (near < clear) continue;
      const over = Math.max(0, box.right - end);
      const cost = 3 * (away - near) + over + hidden + (20 * rank) / anchors.length;
      if (cost < least - 1e-6) [best, least] = [box, cost];
    }
  }
  return best;
}

/** A curve as a row of small boxes. */
export function beadsOf(runs: Iterable<readonly Pixel[]>): Box[] {
  const beads: Box[] = [];
  for (const run of runs)
    for (let i = 0; i < run.length; i++) {
      const [x1, y1] = run[Math.max(0, i - 1)];
      const [x2, y2] = run[i];
      const count = Math.max(1, Math.ceil(Math.hypot(x2 - x1, y2 - y1) / 3));
      for (let k = 1; k <= count; k++)
        beads.push(boxAround(x1 + (k / count) * (x2 - x1), y1 + (k / count) * (y2 - y1), 4, 4));
    }
  return beads;
}

function within(box: Box, frame: Box): boolean {
  const { left, right, top, bottom } = frame;
  return box.left >= left && box.right <= right && box.top >= top && box.bottom <= bottom;
}

function hits(box: Box, boxes: readonly Box[]): boolean {
  return boxes.some((other) => overlap(box, other));
}

function distance(a: Box, b: Box): number {
  const dx = Math.max(0, a.left - b.right, b.left - a.right);
  const dy = Math.max(0, a.top - b.bottom, b.top - a.bottom);
  return Math.hypot(dx, dy);
}
