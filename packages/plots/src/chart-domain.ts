import type { ChartPanel } from "./chart.ts";
import type { ReadyCurve } from "./chart-curve.ts";
import { type Domain, linearDomain, logDomain } from "./series-domains.ts";

/** What the axis says itself, or what the curves need. */
export function xDomain(
  { x: axis, equalUnits }: ChartPanel,
  curves: readonly ReadyCurve[],
): Domain {
  if (axis.domain) return axis.domain;
  const values = curves.flatMap(({ points, zeros, band }) =>
    [...points, ...zeros, ...band].map(({ x }) => x),
  );
  const lines = curves.every(({ mark }) => mark === "line") && !equalUnits;
  return around(values, axis.scale ?? "linear", lines ? 0 : 0.04);
}

/** The same of the heights; zeros on a log axis need a floor below all, and what is near to 0 begins there. */
export function yDomain(
  { y: axis, equalUnits }: ChartPanel,
  curves: readonly ReadyCurve[],
): Domain {
  if (axis.domain) return axis.domain;
  const scale = axis.scale ?? "linear";
  const values = curves.flatMap(({ points, band }) => [
    ...points.map(({ y }) => y),
    ...band.flatMap(({ low, high }) => (scale === "log" && low <= tiny ? [high] : [low, high])),
  ]);
  const floor = scale === "log" && curves.some(({ zeros }) => zeros.length > 0);
  if (floor) return logDomain(values);
  const [low, high] = around(values, scale, 0.04);
  const least = values.reduce((a, b) => Math.min(a, b), high);
  const fromZero = scale === "linear" && !equalUnits && least >= 0 && least < 0.25 * high;
  return [fromZero ? 0 : low, high];
}

const tiny = 1e-300;

/** 10 to a power that stays a normal number. */
export function powerWithin(exponent: number): number {
  return 10 ** Math.min(Math.max(exponent, -307), 307);
}

/** From the least to the greatest and so much beyond, as a share of what is between; never of no size. */
function around(values: readonly number[], scale: "linear" | "log", beyond: number): Domain {
  if (values.length === 0) return scale === "log" ? [0.1, 1] : [0, 1];
  const low = values.reduce((a, b) => Math.min(a, b));
  const high = values.reduce((a, b) => Math.max(a, b));
  if (scale === "log") {
    const [first, last] = [Math.log10(low), Math.log10(high)];
    const pad = last - first > 0.001 ? (last - first) * beyond : 0.5;
    // rounding must not leave an end outside
    return [Math.min(low, powerWithin(first - pad)), Math.max(high, powerWithin(last + pad))];
  }
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (size < tiny) return [-1, 1];
  if (!(high - low > 1e-6 * size)) return linearDomain([low, high]);
  return [low - beyond * (high - low), high + beyond * (high - low)];
}
