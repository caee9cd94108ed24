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

/**
 * All with as many decimals as the step has; powers of ten where the numbers are large or small, but for large ones
 * that are near each other: 1,000,000.5 is shorter so.
 */
function tickFormat(largest: number, step: number): (value: number) => string {
  const first = Math.floor(Math.log10(largest));
  const last = Math.floor(Math.log10(step));
  const near = first <= 15 && first - last > 3;
  if ((first > 5 && !near) || first < -3)
    return (value) => formatNumber(value, 1 + Math.max(first - last, 0));
  const decimals = Math.max(-last, 0);
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return (value) => (value === 0 ? "0" : value.toLocaleString("en-US", options).replace("-", "−"));
}

/** At most about `count` ticks at powers of ten, evenly apart. */
export function logTicks([low, high]: readonly [number, number], count: number): Tick[] {
  const last = Math.floor(Math.log10(high) + 1e-9);
  const step = Math.max(1, Math.ceil((last - Math.log10(low)) / count));
  const first = step * Math.ceil((Math.log10(low) - 1e-9) / step);
  const ticks: Tick[] = [];
  for (let k = first; k <= last; k += step) ticks.push({ value: 10 ** k, text: powerOfTen(k) });
  return ticks;
}

/**
 * At most about `count` ticks of an axis of any size: a log axis of a decade or two also has 2 and 5 times powers
 * of ten, and a shorter one has ticks as if it were linear.
 */
export function axisTicks(
  domain: readonly [number, number],
  scale: "linear" | "log",
  count: number,
): Tick[] {
  if (scale === "linear") return linearTicks(domain, count);
  const powers = logTicks(domain, count);
  if (powers.length > 2) return powers;
  const [low, high] = domain;
  const finer: Tick[] = [];
  for (let k = Math.floor(Math.log10(low)); 10 ** k <= high; k++)
    for (const digit of [1, 2, 5])
      if (digit * 10 ** k >= low && digit * 10 ** k <= high)
        finer.push({ value: digit * 10 ** k, text: formatNumber(digit * 10 ** k) });
  if (finer.length > count + 1) return powers;
  return finer.length > 1 ? finer : linearTicks(domain, Math.min(count, 4));
}
