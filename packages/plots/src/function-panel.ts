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
  /** From the left edge to the plot. */
  readonly marginLeft: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

const margin = { top: 40, right: 24, bottom: 44 } as const;

/** Where the horizontals are. */
export function functionTicks(y: Domain): Tick[] {
  return linearTicks(y, 6);
}

/** Functions of v, each labelled where it is; gaps where they jump, grey where they are infinite. */
export function functionPanel(options: FunctionPanelOptions): Panel {
  const { name, lost, x, y, curves, dots, rules, remarks, marginLeft, left, top, width } = options;
  const right = width - margin.right;
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
    ...heading(name, "", right - marginLeft),
    ...verticalAxis(functionTicks(y)),
    ...horizontalAxis(linearTicks(x, 6), lost > 0 ? `v (${lost} not finite, not drawn)` : "v"),
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
      marginRight: margin.right,
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
