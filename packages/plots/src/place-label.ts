import { type Box, boxAround, nearestIn, overlap } from "./box.ts";
import { beads, type Leader, leaderTo } from "./leader.ts";

/** A label that wants to be near a point; px. */
export interface LabelRequest {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Between point and label at least. */
  readonly gap: number;
  /** Where it would rather be. */
  readonly side: "above" | "below";
  /** Which point this is. */
  readonly owner: number;
}

/** Where a label may not go. */
export interface LabelSurroundings {
  readonly frame: Box;
  /** Markers and stems: labels keep off them, leader lines if they can. */
  readonly marks: readonly Box[];
  /** What is already there: labels keep off labels and lines; lines off labels, and off lines if they can. */
  readonly placed: readonly Placement[];
}

/** Where a label went. */
export interface Placement {
  readonly box: Box;
  /** How far from the ideal. */
  readonly cost: number;
  /** From the point to the label, when they are not next to each other. */
  readonly leader: Leader | undefined;
  /** The leader as boxes. */
  readonly line: readonly Box[];
}

const reach = 260;
const step = 4;

/**
 * The free place for a label that is nearest to its point.
 *
 * @returns nothing if there is no such place
 */
export function placeLabel(
  request: LabelRequest,
  { frame, marks, placed }: LabelSurroundings,
): Placement | undefined {
  const { x, y, owner } = request;
  const labels = placed.map((label) => label.box);
  const lines = placed.flatMap((label) => label.line);
  const others = marks.filter((mark) => mark.owner !== owner);
  let crossing: Placement | undefined;
  for (const { box, cost } of candidates(request, frame)) {
    if (hits(box, marks) || hits(box, labels) || hits(box, lines)) continue;
    const leader = leaderTo(box, x, y);
    const line = leader ? beads(leader) : [];
    if (line.some((bead) => hits(bead, labels))) continue;
    const placement = { box, cost, leader, line };
    if (!line.some((bead) => hits(bead, others) || hits(bead, lines))) return placement;
    crossing ??= placement;
  }
  return crossing;
}

function hits(box: Box, obstacles: readonly Box[]): boolean {
  return obstacles.some((obstacle) => overlap(obstacle, box));
}

/** Every place within reach and frame, the best first. */
function candidates(request: LabelRequest, frame: Box): { box: Box; cost: number }[] {
  const { x, y, width, height, gap, side } = request;
  const ideal = y + (side === "above" ? -1 : 1) * (gap + height / 2);
  const found: { box: Box; cost: number }[] = [];
  for (const dx of offsets(frame.left + width / 2 - x, frame.right - width / 2 - x))
    for (const dy of offsets(frame.top + height / 2 - ideal, frame.bottom - height / 2 - ideal)) {
      const box = boxAround(x + dx, ideal + dy, width, height);
      const [nearX, nearY] = nearestIn(box, x, y);
      const distance = Math.hypot(nearX - x, nearY - y);
      if (distance < gap - 1e-9) continue;
      const wrongSide = side === "above" ? box.bottom > y : box.top < y;
      found.push({ box, cost: distance - gap + 0.2 * Math.abs(dx) + (wrongSide ? 10 : 0) });
    }
  return found.sort((a, b) => a.cost - b.cost);
}

/** Multiples of the step between two numbers and within reach. */
function offsets(low: number, high: number): number[] {
  const first = Math.ceil(Math.max(low, -reach) / step);
  const last = Math.floor(Math.min(high, reach) / step);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * step);
}
