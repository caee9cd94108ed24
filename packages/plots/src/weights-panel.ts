import { dot, type Markish, ruleX, ruleY } from "@observablehq/plot";
import { horizontalAxis, slantedAxis, verticalAxis, verticalAxisWidth } from "./axes.ts";
import { coefficientAxis } from "./coefficient-axis.ts";
import { type Found, foundInWords, foundOf } from "./found.ts";
import { heading } from "./heading.ts";
import { labelMarks } from "./label-marks.ts";
import type { Panel } from "./picture.ts";
import { linearScale } from "./scale.ts";
import { colour } from "./theme.ts";
import { linearTicks } from "./ticks.ts";
import { type LabelScene, learnedLabels, plantedLabel } from "./weight-labels.ts";
import { nonzeroEntries, type WeightPoint } from "./weight-points.ts";

/** What the panel shows; names are clean and, like the truth, of length d. */
export interface WeightsPanelOptions {
  readonly weights: ArrayLike<number>;
  readonly names: readonly string[] | undefined;
  readonly truth: ArrayLike<number> | undefined;
  readonly top: number;
  readonly width: number;
}

const marginTop = 40;
const marginRight = 24;
const plotHeight = 220;
const headroom = 34; // px for labels beyond the tallest weights

/** Each learned weight as a stem with a round head, each planted one as a hollow diamond. */
export function weightsPanel({ weights, names, truth, top, width }: WeightsPanelOptions): Panel {
  const d = weights.length;
  const learned = nonzeroEntries(weights);
  const planted = nonzeroEntries(truth ?? []);
  const domain = domainOf([...learned.points, ...planted.points]);
  const ticks = linearTicks(domain, 5);
  const least = Math.max(48, verticalAxisWidth(ticks));
  const axis = coefficientAxis(d, names, { left: least, right: width - marginRight });
  const marginLeft = Math.max(least, axis.marginLeft);
  const bottom = marginTop + plotHeight;
  const right = width - marginRight;
  const x = linearScale([-0.5, d - 0.5], [marginLeft, right]);
  const y = linearScale(domain, [bottom, marginTop]);
  const spacing = (right - marginLeft) / d;
  const radius = spacing > 12 ? 4 : spacing > 4 ? 3 : 2.2;
  const scene: LabelScene = {
    x,
    y,
    frame: { left: marginLeft, right: width, top: marginTop, bottom },
    learned: learned.points,
    planted: planted.points,
    nameOf: (i) => (axis.complete ? undefined : (names?.[i] ?? `w[${i}]`)),
  };
  const labels = learnedLabels(scene);
  const zeros = spacing > 5 ? zeroPoints(weights) : [];
  const marks: Markish[] = [
    ...heading(
      "Learned weights",
      note(learned.count, d, learned.lost, truth && foundOf(weights, truth)),
      right - marginLeft,
    ),
    ...verticalAxis(ticks),
    ...(axis.slanted ? slantedAxis(axis.ticks) : horizontalAxis(axis.ticks, axis.label)),
    ruleY([0], { stroke: colour.ink }),
    dot(zeros, { x: "x", y: "y", r: 1.8, fill: colour.ink }),
    ruleX(learned.points, { x: "x", y: "y", stroke: colour.learned, strokeWidth: radius / 2 }),
    dot(learned.points, { x: "x", y: "y", r: radius, fill: colour.learned }),
    dot(planted.points, {
      x: "x",
      y: "y",
      symbol: "diamond2",
      r: radius + 1.5,
      stroke: colour.planted,
      strokeWidth: 1.5,
    }),
    ...labelMarks(labels, colour.ink, x, y),
    ...labelMarks(plantedLabel(scene, labels), colour.planted, x, y),
  ];
  return {
    left: 0,
    top,
    plot: {
      width,
      height: bottom + axis.marginBottom,
      marginTop,
      marginRight,
      marginBottom: axis.marginBottom,
      marginLeft,
      x: { type: "linear", domain: x.domain, axis: null },
      y: { type: "linear", domain: y.domain, axis: null },
      marks,
    },
  };
}

/** From the least to the greatest and 0, with room for the labels beyond; [−1, 1] if there is nothing. */
function domainOf(points: readonly WeightPoint[]): [number, number] {
  const low = points.reduce((a, point) => Math.min(a, point.y), 0);
  const high = points.reduce((a, point) => Math.max(a, point.y), 0);
  if (high - low < 1e-300) return [-1, 1];
  const below = low < 0 ? headroom : 12;
  const above = high > 0 ? headroom : 12;
  const perPixel = (high - low) / (plotHeight - below - above);
  return [low - below * perPixel, high + above * perPixel];
}

function zeroPoints(weights: ArrayLike<number>): WeightPoint[] {
  return Array.from(weights, (y, x) => ({ x, y })).filter(({ y }) => y === 0);
}

function note(nonzero: number, d: number, lost: number, found: Found | undefined): string {
  return [
    `${nonzero} of ${d} nonzero`,
    lost > 0 ? `${lost} not finite, not drawn` : "",
    found ? foundInWords(found) : "",
  ]
    .filter((part) => part !== "")
    .join(", ");
}
