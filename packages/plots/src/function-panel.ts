import { dot, line, type Markish, rect, ruleX, ruleY } from "@observablehq/plot";
import { horizontalAxis, verticalAxis } from "./axes.ts";
import { anchorsAlong, curveLabels, type Labelled } from "./curve-labels.ts";
import type { FunctionCurve } from "./function-curve.ts";
import { heading } from "./heading.ts";
import type { Panel } from "./picture.ts";
import { linearScale } from "./scale.ts";
import type { Domain } from "./series-domains.ts";
import { colour } from "./theme.ts";
import { linearTicks, type Tick } from "./ticks.ts";
import { type Margins, marginsFor, ticksAcross } from "./ticks-across.ts";

/** A curve of the panel, and what it looks like. */
export interface DrawnCurve {
  readonly label: string;
  readonly curve: FunctionCurve;
  readonly colour: string;
  readonly width: number;
  /** Dash and gap, px. Default: solid. */
  readonly dash?: string;
  /** Where along the curve the label would rather be, from 0 to 1. */
  readonly wish: number;
}

/** What the panel shows and where; px. */
export interface FunctionPanelOptions {
  readonly name: string;
  /** How many samples could not be drawn. */
  readonly lost: number;
  readonly x: Domain;
  readonly y: Domain;
  /** The last is drawn on top. */
  readonly curves: readonly DrawnCurve[];
  /** Points that are not joined. */
  readonly dots: Omit<Labelled, "anchors">;
  /** Dotted verticals. */
  readonly rules: readonly number[];
  /** Further texts; they take their places first. */
  readonly remarks: readonly Labelled[];
  /** Beside the plot. */
  readonly margins: Margins;
  readonly xTicks: readonly Tick[];
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

const margin = { top: 40, bottom: 44 } as const;
const marginRight = 24;
const mostAcross = 6;

/** Where the horizontals are. */
export function functionTicks(y: Domain): Tick[] {
  return linearTicks(y, 6);
}

/** The horizontal axis of a panel so wide, and the margins that its texts need, at least so much to the left. */
export function functionAxis(
  x: Domain,
  width: number,
  marginLeft: number,
): Pick<FunctionPanelOptions, "xTicks" | "margins"> {
  for (let margins: Margins = { left: marginLeft, right: marginRight }; ; ) {
    const scale = linearScale(x, [margins.left, width - margins.right]);
    const xTicks = ticksAcross(scale, "linear", mostAcross);
    const needed = marginsFor(xTicks, scale, margins);
    if (needed.left === margins.left && needed.right === margins.right) return { xTicks, margins };
    margins = needed; // a narrower plot may have fewer ticks
  }
}

/** Functions of v, each labelled where it is; gaps where they jump, grey where they are infinite. */
export function functionPanel(options: FunctionPanelOptions): Panel {
  const { name, lost, x, y, curves, dots, rules, remarks, margins, left, top, width } = options;
  const marginLeft = margins.left;
  const right = width - margins.right;
  const bottom = margin.top + right - marginLeft; // a square, so that the identity is at 45°
  const scales = {
    x: linearScale(x, [marginLeft, right]),
    y: linearScale(y, [bottom, margin.top]),
    frame: { left: marginLeft, right: width, top: margin.top, bottom },
    end: right,
  };
  const labelled = curves.map(({ label, colour, curve: { points }, wish }) => ({
    ...{ label, colour, points },
    anchors: anchorsAlong(points, wish),
  }));
  const alone = { ...dots, anchors: anchorsAlong(dots.points, 0.5) };
  const walls = rules.map((at) => ({
    ...{ label: "", colour: "", anchors: [] },
    points: y.map((height) => ({ x: at, y: height, run: 0 })),
  }));
  const marks: Markish[] = [
    rect(
      curves.flatMap(({ curve }) => curve.infinite),
      { x1: "0", x2: "1", y1: y[0], y2: y[1], fill: colour.shade },
    ),
    ...heading(name, "", width - marginLeft),
    ...verticalAxis(functionTicks(y)),
    ...horizontalAxis(options.xTicks, lost > 0 ? `v (${lost} not finite, not drawn)` : "v"),
    ruleY(y[0] <= 0 && y[1] >= 0 ? [0] : [], { stroke: colour.ink }),
    ruleX(x[0] < 0 && x[1] > 0 ? [0] : [], { stroke: colour.grid }),
    ruleX(rules, { stroke: colour.quiet, strokeDasharray: "1.5,3" }),
    ...curves.flatMap(curveMarks),
    dot(dots.points, { x: "x", y: "y", r: 1.8, fill: dots.colour }),
    ...curveLabels([...remarks, alone, ...labelled, ...walls], scales),
  ];
  return {
    left,
    top,
    plot: {
      width,
      height: bottom + margin.bottom,
      marginTop: margin.top,
      marginRight: margins.right,
      marginBottom: margin.bottom,
      marginLeft,
      x: { type: "linear", domain: x, axis: null },
      y: { type: "linear", domain: y, axis: null },
      marks,
    },
  };
}

/** The line, open circles where it only tends to, full ones where it jumps to. */
function curveMarks({ curve, colour: stroke, width, dash }: DrawnCurve): Markish[] {
  const at = { x: "x", y: "y" } as const;
  return [
    line(curve.points, {
      ...at,
      z: "run",
      stroke,
      strokeWidth: width,
      ...(dash ? { strokeDasharray: dash } : { strokeLinecap: "round" }),
    }),
    dot(curve.limits, { ...at, r: 3, fill: "white", stroke, strokeWidth: 1.5 }),
    dot(curve.taken, { ...at, r: 3.5, fill: stroke }),
  ];
}
