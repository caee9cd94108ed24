import { type Box, boxAround } from "./box.ts";
import { truncate } from "./fit-text.ts";
import { formatNumber } from "./format-number.ts";
import { type Placement, placeLabel } from "./place-label.ts";
import type { Scale } from "./scale.ts";
import { textWidth } from "./text-width.ts";
import { fontSize, lineHeight } from "./theme.ts";
import type { WeightPoint } from "./weight-points.ts";

/** A label that found a place. */
export interface WeightLabel extends Placement {
  readonly point: WeightPoint;
  readonly text: string;
}

/** Where the points to label are, and what else is there. */
export interface LabelScene {
  readonly x: Scale;
  readonly y: Scale;
  readonly frame: Box;
  readonly learned: readonly WeightPoint[];
  readonly planted: readonly WeightPoint[];
  /** The name of a coefficient, or nothing if the axis below gives it. */
  nameOf(index: number): string | undefined;
}

const mostLabelled = 12;
const longestName = 120; // px
const air = 3; // px around a label

/** Names and values beside the learned weights, if these are few. */
export function learnedLabels(scene: LabelScene): WeightLabel[] {
  if (scene.learned.length > mostLabelled) return [];
  const labels: WeightLabel[] = [];
  // the tallest first: theirs is the room at the ends
  for (const point of tallestFirst(scene.learned)) {
    const name = scene.nameOf(point.x);
    const value = formatNumber(point.y);
    const text =
      name === undefined ? value : `${truncate(name, longestName, fontSize.label)}\n${value}`;
    const label = labelAt(scene, labels, point, text, 6 - air);
    if (label) labels.push(label);
  }
  return labels;
}

/** "planted" beside the planted weight where there is most room. */
export function plantedLabel(scene: LabelScene, others: readonly WeightLabel[]): WeightLabel[] {
  return tallestFirst(scene.planted)
    .slice(0, mostLabelled)
    .flatMap((point) => labelAt(scene, others, point, "planted", 9 - air) ?? [])
    .sort((a, b) => a.cost - b.cost)
    .slice(0, 1);
}

function tallestFirst(points: readonly WeightPoint[]): WeightPoint[] {
  return points.toSorted((a, b) => Math.abs(b.y) - Math.abs(a.y));
}

function labelAt(
  scene: LabelScene,
  others: readonly WeightLabel[],
  point: WeightPoint,
  text: string,
  gap: number,
): WeightLabel | undefined {
  const { x, y, frame } = scene;
  const lines = text.split("\n");
  const width = Math.max(...lines.map((line) => textWidth(line, fontSize.label)));
  const placement = placeLabel(
    {
      x: x.toPixel(point.x),
      y: y.toPixel(point.y),
      width: width + 2 * air,
      height: lines.length * lineHeight + air,
      gap,
      side: point.y < 0 ? "below" : "above",
      owner: point.x,
    },
    { frame, marks: marksOf(scene), placed: others },
  );
  return placement && { ...placement, point, text };
}

/** The zero line, stems and markers. */
function marksOf({ x, y, frame, learned, planted }: LabelScene): Box[] {
  const zero = y.toPixel(0);
  const marks: Box[] = [{ ...frame, top: zero - 3, bottom: zero + 3 }];
  for (const point of learned) {
    const [px, py, owner] = [x.toPixel(point.x), y.toPixel(point.y), point.x];
    const [top, bottom] = [Math.min(py, zero), Math.max(py, zero)];
    marks.push({ left: px - 1, right: px + 1, top, bottom, owner });
    marks.push({ ...boxAround(px, py, 6, 6), owner });
  }
  for (const point of planted)
    marks.push({ ...boxAround(x.toPixel(point.x), y.toPixel(point.y), 9, 9), owner: point.x });
  return marks;
}
