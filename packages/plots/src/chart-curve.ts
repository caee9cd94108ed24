import type { ChartCurve, ChartPanel } from "./chart.ts";
import type { ClippedPoint } from "./clip-curve.ts";
import { drawable } from "./drawable.ts";
import type { CurvePoint } from "./function-curve.ts";
import { runsOf } from "./runs.ts";
import { thin } from "./thin.ts";

/** A place of a band; places of one run are joined. */
export interface BandPoint {
  readonly x: number;
  readonly low: number;
  readonly high: number;
  readonly run: number;
}

/** A curve of a chart, made ready to draw. */
export interface ReadyCurve {
  readonly label: string;
  readonly mark: "line" | "dots" | "both";
  /** Dots are not joined: each is a run of its own. */
  readonly points: readonly ClippedPoint[];
  /** Where y is 0 and a log axis has no place for it. */
  readonly zeros: readonly CurvePoint[];
  readonly band: readonly BandPoint[];
  /** How many points have no place on the axes: not finite, or not positive on a log axis. */
  readonly lost: number;
}

const least = 1e-300; // on a log axis
const most = 1000; // points of a curve that goes to the right

/** Sorts the points of a curve into runs, zeros that a log axis has no place for, and those that are lost. */
export function readyCurve(curve: ChartCurve, panel: ChartPanel): ReadyCurve {
  const { label, mark = "line", x, y } = curve;
  const [xLeast, yLeast] = [panel.x, panel.y].map(({ scale }) =>
    scale === "log" ? least : Number.NEGATIVE_INFINITY,
  );
  const points: CurvePoint[] = [];
  const zeros: CurvePoint[] = [];
  let [run, lost] = [0, 0];
  for (const [i, height] of y.entries()) {
    const placed = drawable(x[i]) && x[i] >= xLeast;
    if (height !== null && placed && drawable(height) && height >= yLeast) {
      points.push({ x: x[i], y: height, run: mark === "dots" ? i : run });
      continue;
    }
    run++; // the curve breaks here
    if (height !== null && placed && height >= 0 && height < yLeast)
      zeros.push({ x: x[i], y: 0, run });
    else if (height !== null) lost++;
  }
  const band = bandOf(curve, xLeast, yLeast);
  return { label, mark, points: thinned(points), zeros: thin(zeros, 100), band, lost };
}

function bandOf({ x, low, high }: ChartCurve, xLeast: number, yLeast: number): BandPoint[] {
  if (!low || !high) return [];
  const band: BandPoint[] = [];
  let run = 0;
  for (let i = 0; i < x.length; i++) {
    const [from, to] = [low[i], high[i]];
    const known = from !== null && to !== null && [x[i], from, to].every(drawable);
    if (known && x[i] >= xLeast && to >= yLeast)
      band.push({ x: x[i], low: Math.max(from, yLeast), high: to, run });
    else run++;
  }
  return band;
}

/** A long curve that goes to the right is thinned run by run; another one is left as it is. */
function thinned(points: readonly CurvePoint[]): readonly CurvePoint[] {
  const ascends = points.every(({ x }, i) => i === 0 || x >= points[i - 1].x);
  if (points.length <= most || !ascends) return points;
  return runsOf(points).flatMap((run) =>
    thin(run, Math.max(4, Math.ceil((most * run.length) / points.length))),
  );
}
