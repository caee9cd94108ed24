import { dot, link, type Markish, text } from "@observablehq/plot";
import { alongRuns } from "./along-runs.ts";
import { besideCurve, type Pixel } from "./beside-curve.ts";
import type { Box } from "./box.ts";
import type { ReadyCurve } from "./chart-curve.ts";
import type { ChartStyle } from "./chart-style.ts";
import { inkOf, pixelRuns, type Scales, thinLines } from "./curve-ink.ts";
import type { CurveLabelPlace } from "./curve-labels.ts";
import type { Leader } from "./leader.ts";
import { type LedLabel, ledLabel } from "./led-label.ts";
import { textWidth } from "./text-width.ts";
import { fontSize, lineHeight } from "./theme.ts";

/** All curves of a panel that have the same label. */
export interface LabelledCurves {
  readonly label: string;
  readonly style: ChartStyle;
  readonly curves: readonly ReadyCurve[];
}

/** What was written, and what found no place. */
export interface ChartLabels {
  readonly marks: Markish[];
  readonly homeless: readonly LabelledCurves[];
}

/** A label, and what it must know to find its place. */
interface Seeker {
  readonly about: LabelledCurves;
  readonly size: { readonly width: number; readonly height: number };
  readonly anchors: readonly Pixel[];
  readonly own: readonly Box[];
  readonly others: readonly Box[];
  /** px from other curves, so that nobody asks whose label it is. */
  readonly clear: number;
  readonly scattered: boolean;
}

const wish = 0.8; // of the way along a curve

/** A label that found its place, px. */
interface Written {
  readonly about: LabelledCurves;
  readonly box: Box;
  readonly led?: LedLabel;
}

/**
 * The labels of curves: each beside its own where that is clear, else where a line can lead from it. If that leaves
 * most without a place, or dots, all are left to a key.
 */
export function chartLabels(all: readonly LabelledCurves[], place: CurveLabelPlace): ChartLabels {
  const { frame, end } = place;
  const looking = seekers(all, place);
  const curves = all.flatMap((of) => of.curves);
  const thin = thinLines(curves, place, frame);
  const written: Written[] = [];
  const labels = () => written.flatMap(({ box, led }) => [box, ...(led?.line ?? [])]);
  const crowded = looking.filter(({ about, size, anchors, ...rest }) => {
    const scene = { ...rest, frame, end };
    const request = { ...size, anchors };
    const box =
      besideCurve(request, { ...scene, labels: [...labels(), ...thin] }) ??
      besideCurve(request, { ...scene, labels: labels() });
    if (box) written.push({ about, box });
    return !box;
  });
  const homeless = crowded.filter(({ about, size, anchors, scattered, ...rest }) => {
    if (scattered) return true; // a line to one of many dots would say that it is about that one
    const scene = { ...rest, frame, labels: labels() };
    const led =
      ledLabel(size, anchors, { ...scene, own: [...rest.own, ...thin] }) ??
      ledLabel(size, anchors, scene);
    if (led) written.push({ about, box: led.box, led });
    return !led;
  });
  const inKey = homeless.some(({ scattered }) => scattered) || 2 * homeless.length > looking.length;
  if (inKey) return { marks: [], homeless: looking.map(({ about }) => about) };
  return {
    marks: written.flatMap((label) => labelMarks(label, place)),
    homeless: homeless.map(({ about }) => about),
  };
}

function seekers(all: readonly LabelledCurves[], scales: Scales): Seeker[] {
  const ink = all.map(({ curves }) => inkOf(curves, scales));
  return all.flatMap((about, k) => {
    const runs = pixelRuns(about.curves, scales);
    if (about.label === "" || runs.length === 0) return [];
    const size = { width: textWidth(about.label, fontSize.label) + 2, height: lineHeight };
    const scattered = runs.length > 1 && about.curves.every(({ mark }) => mark === "dots");
    const place = { own: ink[k], others: ink.toSpliced(k, 1).flat() };
    return {
      about,
      size,
      anchors: alongRuns(runs, wish),
      ...place,
      scattered,
      clear: scattered ? 14 : 9,
    };
  });
}

function labelMarks({ about: { label, style }, box, led }: Written, { x, y }: Scales): Markish[] {
  const written = text([box], {
    x: ({ left, right }: Box) => x.toValue((left + right) / 2),
    y: ({ top, bottom }: Box) => y.toValue((top + bottom) / 2),
    text: () => label,
    fontSize: fontSize.label,
    fill: style.ink,
    stroke: "white",
  });
  if (!led) return [written];
  const [x1, y1] = [({ x1 }: Leader) => x.toValue(x1), ({ y1 }: Leader) => y.toValue(y1)];
  const [x2, y2] = [({ x2 }: Leader) => x.toValue(x2), ({ y2 }: Leader) => y.toValue(y2)];
  return [
    link([led.leader], { x1, y1, x2, y2, stroke: style.ink, strokeWidth: 0.75 }),
    dot([led.leader], { x: x1, y: y1, r: 1.75, fill: style.ink }),
    written,
  ];
}
