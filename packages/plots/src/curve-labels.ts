import { type Markish, text } from "@observablehq/plot";
import { beadsOf, besideCurve, type Pixel } from "./beside-curve.ts";
import type { Box } from "./box.ts";
import type { CurvePoint } from "./function-curve.ts";
import { runsOf } from "./runs.ts";
import type { Scale } from "./scale.ts";
import { textWidth } from "./text-width.ts";
import { fontSize, lineHeight } from "./theme.ts";

/** A point of the plot. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** What to write, and beside what. */
export interface Labelled {
  readonly label: string;
  readonly colour: string;
  /** The curve that the label is about, if it is about one. */
  readonly points: readonly CurvePoint[];
  /** Where the label would be at home, the dearest first. */
  readonly anchors: readonly Place[];
}

/** Where the labels go. */
export interface CurveLabelPlace {
  readonly x: Scale;
  readonly y: Scale;
  readonly frame: Box;
  /** The right end of the plot, px: labels rather end before it. */
  readonly end: number;
}

const mostAnchors = 60;

/** The labels of curves, each beside its own where there is room, in their order. */
export function curveLabels(
  curves: readonly Labelled[],
  { x, y, frame, end }: CurveLabelPlace,
): Markish[] {
  const pixel = (p: Place): Pixel => [x.toPixel(p.x), y.toPixel(p.y)];
  const beads = curves.map(({ points }) => beadsOf(runsOf(points).map((run) => run.map(pixel))));
  const zero = y.toPixel(0);
  const labels: Box[] = [{ ...frame, top: zero - 2, bottom: zero + 2 }];
  return curves.flatMap(({ label, colour, ...about }, k) => {
    const anchors = about.anchors.map(pixel);
    const others = beads.filter((_, j) => j !== k).flat();
    const size = { width: textWidth(label, fontSize.label) + 2, height: lineHeight };
    const box = besideCurve({ ...size, anchors }, { frame, end, own: beads[k], others, labels });
    if (!box) return [];
    labels.push(box);
    return text([box], {
      x: ({ left, right }: Box) => x.toValue((left + right) / 2),
      y: ({ top, bottom }: Box) => y.toValue((top + bottom) / 2),
      text: () => label,
      fontSize: fontSize.label,
      fill: colour,
      stroke: "white",
    });
  });
}

/**
 * Some points of a curve, evenly along the horizontal axis, those nearest to the wish first.
 *
 * @param wish where along the curve a label would rather be: 0 its beginning, 1 its end
 */
export function anchorsAlong(points: readonly CurvePoint[], wish: number): CurvePoint[] {
  if (points.length === 0) return [];
  const first = points[0].x;
  const span = points[points.length - 1].x - first;
  const anchors: CurvePoint[] = [];
  for (let k = 0, i = 0; k <= mostAnchors; k++) {
    const at = first + (k / mostAnchors) * span;
    while (i < points.length - 1 && points[i].x < at) i++;
    if (anchors.at(-1) !== points[i]) anchors.push(points[i]);
  }
  const target = first + wish * span;
  return anchors.sort((a, b) => Math.abs(a.x - target) - Math.abs(b.x - target));
}
