import { verticalAxisWidth } from "./axes.ts";
import type { BetterPoints } from "./better-points.ts";
import { type FunctionCurve, functionCurve } from "./function-curve.ts";
import { functionAxis, functionPanel, functionTicks } from "./function-panel.ts";
import { infiniteRemark, jumpRemark, thresholdRemark } from "./penalty-remarks.ts";
import type { PenaltySamples } from "./penalty-samples.ts";
import type { Panel } from "./picture.ts";
import type { Domain } from "./series-domains.ts";
import { half, sheet } from "./sheet.ts";
import { colour } from "./theme.ts";

/** The prox beside value and envelope. */
export function penaltyPanels(samples: PenaltySamples, better: BetterPoints, top: number): Panel[] {
  const { v, threshold = 0, jumps = {} } = samples;
  const x: Domain = [v[0], v[v.length - 1]];
  const curve = (what: "prox" | "value" | "envelope") =>
    functionCurve(v, samples[what], jumps[what] ?? []);
  const [prox, value, envelope] = [curve("prox"), curve("value"), curve("envelope")];
  const identity = functionCurve(v, v, []);
  const rules = thresholds(samples, threshold);
  const solid = { width: 2.25, colour: colour.learned } as const;
  const yProx = extent([identity, prox], 0);
  const y = extent([value, envelope], 0.05);
  const widths = [yProx, y].map((domain) => verticalAxisWidth(functionTicks(domain)));
  const marginLeft = Math.max(48, ...widths);
  const common = { x, rules, ...functionAxis(x, half, marginLeft), top, width: half };
  return [
    functionPanel({
      ...common,
      name: "prox(v, t)",
      lost: prox.lost,
      y: yProx,
      curves: [
        { label: "identity", curve: identity, ...thin, dash: "4,4", wish: 0.9 },
        { label: "prox", curve: prox, ...solid, wish: 0.85 },
      ],
      remarks: [...thresholdRemark(rules, yProx), ...jumpRemark(jumps.prox ?? [])],
      dots: { label: "better", points: better.u, colour: colour.planted },
      left: 0,
    }),
    functionPanel({
      ...common,
      name: "P(v) and its Moreau envelope",
      lost: value.lost + envelope.lost,
      y,
      curves: [
        { label: "envelope", curve: envelope, ...solid, wish: 0.8 },
        { label: "P", curve: value, width: 1.5, colour: colour.ink, dash: "5,4", wish: 0.8 },
      ],
      remarks: value.infinite.map((interval) => infiniteRemark(interval, y)),
      dots: { label: "better", points: better.objective, colour: colour.planted },
      left: half + sheet.gutter,
    }),
  ];
}

const thin = { width: 1, colour: colour.quiet } as const;

/** ± the threshold, where that is in sight and the prox leaves 0 beyond. */
function thresholds({ v, prox }: PenaltySamples, threshold: number): number[] {
  const leaves = (sign: number) =>
    Array.from(v).some((x, i) => sign * x > threshold && prox[i] !== 0);
  const seen = threshold > 0 ? [-1, 1].filter(leaves) : [];
  return seen.map((sign) => sign * threshold).filter((at) => at > v[0] && at < v[v.length - 1]);
}

/** From the least of the points, or 0, to the greatest, or 0, and some of that beyond. */
function extent(curves: readonly FunctionCurve[], beyond: number): Domain {
  const heights = curves.flatMap(({ points, taken }) => [...points, ...taken].map(({ y }) => y));
  const low = heights.reduce((a, y) => Math.min(a, y), 0);
  const high = heights.reduce((a, y) => Math.max(a, y), 0);
  const size = high - low || 1;
  return [low - beyond * size, low + size + beyond * size];
}
