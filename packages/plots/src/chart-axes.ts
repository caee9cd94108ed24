import { verticalAxisWidth } from "./axes.ts";
import type { ChartAxis, ChartPanel } from "./chart.ts";
import type { ReadyCurve } from "./chart-curve.ts";
import { xDomain, yDomain } from "./chart-domain.ts";
import { equalUnits } from "./equal-units.ts";
import { linearScale, logScale, type Scale } from "./scale.ts";
import type { Domain } from "./series-domains.ts";
import { axisTicks, type Tick } from "./ticks.ts";
import { type Margins, marginsFor, ticksAcross } from "./ticks-across.ts";

/** The axes of a panel, and the margins that their ticks need; px. */
export interface ChartAxes {
  readonly x: Scale;
  readonly y: Scale;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  readonly marginLeft: number;
  readonly marginRight: number;
  /** Of the plot within its margins. */
  readonly height: number;
}

/** px. */
export interface ChartSize {
  /** Of the panel with its margins. */
  readonly width: number;
  /** Of the plot within its margins; equal units may ask for another. */
  readonly height: number;
  readonly marginTop: number;
}

const leastMargins = { left: 48, right: 24 } as const;
const perTick = 44; // px from horizontal to horizontal
const mostAcross = 8;

/** The axes that show all of the curves, or what the panel asks for. */
export function chartAxes(
  panel: ChartPanel,
  curves: readonly ReadyCurve[],
  size: ChartSize,
): ChartAxes {
  const axes = axesWithin(panel, curves, size, leastMargins);
  const { x, xTicks, yTicks } = axes;
  const left = Math.max(leastMargins.left, verticalAxisWidth(yTicks));
  return axesWithin(panel, curves, size, marginsFor(xTicks, x, { ...leastMargins, left }));
}

function axesWithin(
  panel: ChartPanel,
  curves: readonly ReadyCurve[],
  { width, height: wanted, marginTop }: ChartSize,
  { left: marginLeft, right: marginRight }: Margins,
): ChartAxes {
  const across = width - marginLeft - marginRight;
  const domains = { x: xDomain(panel, curves), y: yDomain(panel, curves) };
  const equal = panel.equalUnits
    ? equalUnits(domains, panel.x.scale ?? "linear", across)
    : undefined;
  const { x: xs, y: ys, height } = equal ?? { ...domains, height: wanted };
  const x = scaleOf(panel.x, xs, [marginLeft, marginLeft + across]);
  const y = scaleOf(panel.y, ys, [marginTop + height, marginTop]);
  return {
    ...{ x, y, marginLeft, marginRight, height },
    xTicks: ticksAcross(x, panel.x.scale ?? "linear", mostAcross),
    yTicks: axisTicks(ys, panel.y.scale ?? "linear", Math.max(3, height / perTick)),
  };
}

function scaleOf({ scale }: ChartAxis, domain: Domain, range: [number, number]): Scale {
  return scale === "log" ? logScale(domain, range) : linearScale(domain, range);
}
