import type { Pixel } from "./beside-curve.ts";
import { type Box, boxAround, nearestIn, overlap } from "./box.ts";
import { type Ground, groundOf } from "./ground.ts";
import { beads, type Leader } from "./leader.ts";

/** What is there; px. */
export interface LedLabelScene {
  readonly frame: Box;
  /** The label's own curve: it keeps off it, its line need not. */
  readonly own: readonly Box[];
  /** Other curves: the label keeps off them, its line if it can. */
  readonly others: readonly Box[];
  /** Other labels and their lines: label and line keep off them. */
  readonly labels: readonly Box[];
}

/** A label, and the line that leads to it. */
export interface LedLabel {
  readonly box: Box;
  readonly leader: Leader;
  /** The line as boxes. */
  readonly line: readonly Box[];
}

const step = 5; // px from place to place
const margin = 3; // px around a label
const shortest = 9; // px
const longest = 220; // px
const perCrossing = 40; // px that are rather gone than to cross another curve
const most = 20; // anchors

/**
 * The free place for a label to which the shortest line can lead from its curve.
 *
 * @param anchors points of the curve; of several those too near to other curves are not used
 * @returns nothing if there is no such place
 */
export function ledLabel(
  { width, height }: { readonly width: number; readonly height: number },
  anchors: readonly Pixel[],
  { frame, own, others, labels }: LedLabelScene,
): LedLabel | undefined {
  const clear = anchors.filter(
    ([x, y]) => !others.some((bead) => overlap(bead, boxAround(x, y, 4, 4))),
  );
  const usable = anchors.length === 1 ? anchors : clear;
  const few = usable.filter((_, i) => i % Math.ceil(usable.length / most) === 0);
  if (few.length === 0) return undefined;
  const [taken, foreign, written] = [[...own, ...others, ...labels], others, labels].map((boxes) =>
    groundOf(frame, boxes),
  );
  const [right, below] = [frame.right - width - margin, frame.bottom - height - margin];
  let best: LedLabel | undefined;
  let least = longest;
  for (let left = frame.left + margin; left <= right; left += step)
    for (let top = frame.top + margin; top <= below; top += step) {
      const box = { left, top, right: left + width, bottom: top + height };
      if (!taken.isFree(grown(box, margin))) continue;
      for (const [x1, y1] of few) {
        const [x2, y2] = nearestIn(box, x1, y1);
        const length = Math.hypot(x2 - x1, y2 - y1);
        if (length < shortest || length >= least) continue;
        const leader = { x1, y1, x2, y2 };
        const line = beads(leader);
        const cost = length + perCrossing * crossings(line, foreign);
        if (cost >= least || line.some((bead) => !written.isFree(bead))) continue;
        [best, least] = [{ box, leader, line }, cost];
      }
    }
  return best;
}

/** How often a line comes upon covered ground. */
function crossings(line: readonly Box[], ground: Ground): number {
  const free = line.map((bead) => ground.isFree(bead));
  return free.filter((isFree, i) => !isFree && (i === 0 || free[i - 1])).length;
}

function grown({ left, right, top, bottom }: Box, by: number): Box {
  return { left: left - by, right: right + by, top: top - by, bottom: bottom + by };
}
