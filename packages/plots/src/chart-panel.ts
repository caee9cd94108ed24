import { type Markish, ruleX, ruleY, text } from "@observablehq/plot";
import { horizontalAxis, verticalAxis } from "./axes.ts";
import type { ChartPanel } from "./chart.ts";
import { type ChartAxes, chartAxes } from "./chart-axes.ts";
import { type ReadyCurve, readyCurve } from "./chart-curve.ts";
import { chartKey } from "./chart-key.ts";
import { chartLabels, type LabelledCurves } from "./chart-labels.ts";
import { bandMarks, curveMarks } from "./chart-marks.ts";
import { hasNothing, pointsNote, wordsForNothing } from "./chart-notes.ts";
import type { ChartStyle } from "./chart-style.ts";
import { cleanText } from "./clean-text.ts";
import { clipCurve, within } from "./clip-curve.ts";
import { wrap } from "./fit-text.ts";
import type { Panel } from "./picture.ts";
import type { Scale } from "./scale.ts";
import { below } from "./sheet.ts";
import { textPanel } from "./text-panel.ts";
import { colour, fontSize, lineHeight } from "./theme.ts";

/** Where the plot of a panel goes; px. */
export interface ChartPanelPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  /** Of the plot within its margins; equal units may ask for another. */
  readonly height: number;
}

const marginTop = 10;
const side = 16;

/** A panel from its plot downwards: curves with their labels, and below them a key of those that found no place. */
export function chartPanel(
  panel: ChartPanel,
  styleOf: (label: string) => ChartStyle,
  { left, top, width, height }: ChartPanelPlace,
): Panel[] {
  const ready = panel.curves.map((curve) => readyCurve(curve, panel));
  const axes = chartAxes(panel, ready, { width, height, marginTop });
  const { x, y, marginLeft, marginRight } = axes;
  const bottom = marginTop + axes.height;
  const groups = grouped(ready, styleOf, axes);
  const frame = { left: marginLeft + 1, right: width, top: marginTop, bottom: bottom - 1 };
  const labels = chartLabels(groups, { x, y, frame, end: width - marginRight });
  const xLabel = wrap(cleanText(panel.x.label), width - marginLeft, fontSize.label);
  const marginBottom = 30 + xLabel.length * lineHeight;
  const marks: Markish[] = [
    ...ground(axes),
    ...horizontalAxis(axes.xTicks, xLabel.join("\n")),
    ...curvesOf(groups, y),
    ...labels.marks,
    hasNothing(ready)
      ? text([wordsForNothing(ready)], {
          frameAnchor: "middle",
          fontSize: fontSize.text,
          fill: colour.quiet,
          stroke: "white",
        })
      : null,
  ];
  const plot: Panel["plot"] = {
    ...{ width, height: bottom + marginBottom },
    ...{ marginTop, marginRight, marginBottom, marginLeft },
    x: { type: panel.x.scale ?? "linear", domain: x.domain, axis: null },
    y: { type: panel.y.scale ?? "linear", domain: y.domain, axis: null },
    marks,
  };
  const foot = { left: left + side, width: width - 2 * side };
  const panels: Panel[] = [{ left, top, plot }];
  panels.push(...chartKey(labels.homeless, { ...foot, top: below(panels) }));
  const note = { ...foot, top: below(panels), fontSize: fontSize.label, weight: "normal" } as const;
  return [...panels, ...textPanel(pointsNote(ready), note)];
}

/** What is to be seen of the curves, those of one label together. */
function grouped(
  ready: readonly ReadyCurve[],
  styleOf: (label: string) => ChartStyle,
  { x, y }: ChartAxes,
): LabelledCurves[] {
  const seen = ready.map((curve) => ({
    ...curve,
    points: clipCurve(curve.points, x, y),
    zeros: curve.zeros.filter((zero) => within(zero.x, x.domain)),
    band: curve.band.filter((at) => within(at.x, x.domain)),
  }));
  return [...new Set(ready.map(({ label }) => label))].map((label) => ({
    label: cleanText(label),
    style: styleOf(label),
    curves: seen.filter((curve) => curve.label === label),
  }));
}

/** Pale lines at the ticks, and darker ones where an axis is 0. */
function ground({ x, y, xTicks, yTicks }: ChartAxes): Markish[] {
  const zero = ({ domain }: Scale) => (within(0, domain) ? [0] : []);
  return [
    ruleX(xTicks, { x: "value", stroke: colour.grid }),
    ...verticalAxis(yTicks),
    ruleX(zero(x), { stroke: colour.quiet, strokeWidth: 0.75 }),
    ruleY(zero(y), { stroke: colour.quiet, strokeWidth: 0.75 }),
  ];
}

/** Bands below curves, and narrow curves on top of wide ones: both are seen where they run together. */
function curvesOf(groups: readonly LabelledCurves[], y: Scale): Markish[] {
  const wideFirst = groups.toSorted((a, b) => b.style.width - a.style.width);
  return [
    ...groups.flatMap(({ style, curves }) => curves.flatMap((of) => bandMarks(of, style, y))),
    ...wideFirst.flatMap(({ style, curves }) =>
      curves.flatMap((of) => curveMarks(of, style, y.domain[0])),
    ),
  ];
}
