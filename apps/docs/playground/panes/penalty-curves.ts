import type { LevelLine } from "../penalties/level-lines.ts";
import type { Curve } from "../penalties/sample-curve.ts";
import type { SampledPenalty } from "../penalties/sample-penalty.ts";
import type { Axis } from "../plot/axis.ts";
import type { Circle, LineCurve } from "../plot/line-curve.ts";
import type { LineLook } from "../plot/line-looks.ts";
import { numberText } from "../plot/number-text.ts";

/** A penalty on the page. */
export interface ShownPenalty {
  readonly label: string;
  readonly look: LineLook;
  readonly sampled: SampledPenalty;
  readonly levels: readonly LevelLine[];
}

/** What one of the three plots shows. */
export interface PenaltyPlot {
  readonly y: Axis;
  readonly curves: readonly LineCurve[];
  readonly description: string;
}

/** The plots of prox, value and envelope of penalties, the latter two on the same axis. */
export function penaltyCurves(shown: readonly ShownPenalty[], reach: number) {
  const curvesOf = (what: "prox" | "value" | "envelope") =>
    shown.map(({ label, look, sampled }): LineCurve => {
      const curve = sampled[what];
      const marks = what === "prox" ? thresholdMarks(sampled.threshold) : [];
      return { label, look, x: curve.x, y: curve.y, circles: circlesOf(curve), marks };
    });
  // an envelope is above its P nowhere, and finite where P is not
  const height =
    heightOf(shown.map(({ sampled }) => sampled.value.y)) ||
    heightOf(shown.map(({ sampled }) => sampled.envelope.y)) ||
    1;
  const names = shown.map(({ label }) => label).join("; ") || "no penalty";
  const range = `for x from −${reach} to ${reach}`;
  const plot = (what: "value" | "envelope", words: string): PenaltyPlot => ({
    y: { label: "", domain: [0, height] },
    curves: curvesOf(what),
    description: `${words} of ${names}, ${range}. The table has its numbers.`,
  });
  return {
    prox: {
      y: { label: "", domain: [-reach, reach] as const },
      curves: curvesOf("prox"),
      description: `Proximal operators of ${names}, ${range}. ${shown.map(thresholdWords).join(" ")}`,
    },
    value: plot("value", "Values"),
    envelope: plot("envelope", "Moreau envelopes"),
  };
}

function thresholdMarks(threshold: number | null): number[] {
  return threshold !== null && threshold > 0 && Number.isFinite(threshold)
    ? [-threshold, threshold]
    : [];
}

function thresholdWords({ label, sampled: { threshold, prox } }: ShownPenalty): string {
  const zero =
    threshold === null || threshold <= 0 ? "" : ` is 0 up to |x| = ${numberText(threshold)}`;
  const jumps =
    prox.jumps.length === 0
      ? " does not jump"
      : ` jumps at x = ${prox.jumps.map(({ at }) => numberText(at)).join(", ")}`;
  return `${label}${zero}${zero ? " and" : ""}${jumps}.`;
}

/** Full where the function is, open where it only comes near. */
function circlesOf({ jumps }: Curve): Circle[] {
  return jumps.flatMap(({ at, left, right, value }): Circle[] => {
    const open = [left, right].filter((y) => y !== value && Number.isFinite(y));
    return [
      ...[...new Set(open)].map((y): Circle => ({ x: at, y, kind: "open" })),
      ...(Number.isFinite(value) ? [{ x: at, y: value, kind: "full" } as const] : []),
    ];
  });
}

function heightOf(heights: readonly Float64Array[]): number {
  const largest = heights.reduce(
    (most, ys) => ys.reduce((a, y) => (Number.isFinite(y) ? Math.max(a, y) : a), most),
    0,
  );
  return largest * 1.04;
}
