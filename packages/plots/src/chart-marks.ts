import { areaY, dot, line, type Markish } from "@observablehq/plot";
import type { ReadyCurve } from "./chart-curve.ts";
import type { ChartStyle } from "./chart-style.ts";
import { clamp } from "./clip-curve.ts";
import type { CurvePoint } from "./function-curve.ts";
import type { Scale } from "./scale.ts";

/** The band around a curve. */
export function bandMarks({ band }: ReadyCurve, style: ChartStyle, y: Scale): Markish[] {
  const inside = (height: number) => clamp(height, y.domain);
  const rows = band.map((at) => ({ ...at, low: inside(at.low), high: inside(at.high) }));
  if (rows.length === 0) return [];
  const edge = { x: "x", z: "run", stroke: style.stroke, strokeWidth: 0.6, strokeOpacity: 0.6 };
  return [
    areaY(rows, { x: "x", y1: "low", y2: "high", z: "run", fill: style.stroke, fillOpacity: 0.14 }),
    line(rows, { ...edge, y: "low" }),
    line(rows, { ...edge, y: "high" }),
  ];
}

/** The curve itself, and triangles on the floor where a log axis has no place for its zeros. */
export function curveMarks(curve: ReadyCurve, style: ChartStyle, floor: number): Markish[] {
  const { mark, points, zeros } = curve;
  const at = { x: "x", y: "y" } as const;
  return [
    mark === "dots" ? null : line(points, { ...at, z: "run", ...strokeOf(style) }),
    mark === "line"
      ? dot(lonely(points), { ...at, r: 2, fill: style.stroke })
      : dot(
          points.filter(({ cut }) => !cut),
          { ...at, ...symbolOf(style) },
        ),
    dot(
      zeros.map((zero) => ({ ...zero, y: floor })),
      { ...at, symbol: "triangle", rotate: 180, r: 3, fill: "white", stroke: style.stroke },
    ),
  ];
}

/** How a line of the style is drawn. */
export function strokeOf({ stroke, width, dash }: ChartStyle): {
  readonly stroke: string;
  readonly strokeWidth: number;
  readonly strokeDasharray?: string;
  readonly strokeLinecap?: "round";
} {
  const common = { stroke, strokeWidth: width };
  return dash ? { ...common, strokeDasharray: dash } : { ...common, strokeLinecap: "round" };
}

/** How a point of the style is drawn. */
export function symbolOf({ stroke, symbol, filled }: ChartStyle): {
  readonly symbol: ChartStyle["symbol"];
  readonly r: number;
  readonly stroke: string;
  readonly strokeWidth: number;
  readonly fill: string;
} {
  return { symbol, r: 2.5, stroke, strokeWidth: 1.25, fill: filled ? stroke : "white" };
}

/** The points that no line joins to another. */
function lonely(points: readonly CurvePoint[]): CurvePoint[] {
  return points.filter(({ run }, i) => points[i - 1]?.run !== run && points[i + 1]?.run !== run);
}
