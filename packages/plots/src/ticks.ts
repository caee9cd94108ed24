import { formatNumber, powerOfTen } from "./format-number.ts";

/** A place on an axis and what is written there. */
export interface Tick {
  readonly value: number;
  readonly text: string;
}

/** About `count` ticks, at multiples of 1, 2 or 5 times a power of ten that is at least `least` (default 0). */
export function linearTicks(
  [low, high]: readonly [number, number],
  count: number,
  least = 0,
): Tick[] {
  const step = Math.max(niceStep((high - low) / count), least);
  const text = tickFormat(Math.max(Math.abs(low), Math.abs(high)), step);
  const ticks: Tick[] = [];
  for (let k = Math.ceil(low / step); k <= Math.floor(high / step); k++)
    ticks.push({ value: k * step, text: text(k * step) });
  return ticks;
}

/** The one of 1, 2, 5, 10 times a power of ten that is nearest to x in proportion. */
function niceStep(x: number): number {
  const power = 10 ** Math.floor(Math.log10(x));
  const ratio = x / power;
  if (ratio < Math.SQRT2) return power;
  if (ratio < Math.sqrt(10)) return 2 * power;
  return ratio < Math.sqrt(50) ? 5 * power : 10 * power;
}

/** All with as many decimals as the step has; powers of ten where the numbers are large or small. */
function tickFormat(largest: number, step: number): (value: number) => string {
  const first = Math.floor(Math.log10(largest));
  const last = Math.floor(Math.log10(step));
  if (first > 5 || first < -3) return (value) => formatNumber(value, 1 + Math.max(first - last, 0));
  const decimals = Math.max(-last, 0);
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return (value) => (value === 0 ? "0" : value.toLocaleString("en-US", options).replace("-", "−"));
}

/** At most about `count` ticks at powers of ten, evenly apart. */
export function logTicks([low, high]: readonly [number, number], count: number): Tick[] {
  const last = Math.round(Math.log10(high));
  const step = Math.ceil((last - Math.log10(low)) / count);
  const first = step * Math.ceil(Math.round(Math.log10(low)) / step);
  const ticks: Tick[] = [];
  for (let k = first; k <= last; k += step) ticks.push({ value: 10 ** k, text: powerOfTen(k) });
  return ticks;
}
