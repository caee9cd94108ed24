import { type Box, boxAround, nearestIn } from "./box.ts";

/** A thin line from a point to its label, px. */
export interface Leader {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

const nextTo = 14; // px: nearer than this a label needs no line
const marker = 5; // px

/** The line from beside a point to its label, or nothing if they are next to each other. */
export function leaderTo(label: Box, x: number, y: number): Leader | undefined {
  const [x2, y2] = nearestIn(label, x, y);
  const distance = Math.hypot(x2 - x, y2 - y);
  if (distance < nextTo) return undefined;
  const start = marker / distance;
  return { x1: x + start * (x2 - x), y1: y + start * (y2 - y), x2, y2 };
}

/** A line as a row of small boxes, for what must not cross it. */
export function beads({ x1, y1, x2, y2 }: Leader): Box[] {
  const count = Math.ceil(Math.hypot(x2 - x1, y2 - y1) / 3);
  return Array.from({ length: count }, (_, i) => {
    const along = (i + 0.5) / count;
    return boxAround(x1 + along * (x2 - x1), y1 + along * (y2 - y1), 3, 3);
  });
}
