import { type ScaleContinuousNumeric, scaleLinear, scaleLog } from "d3-scale";
import { numberText, powerOfTen } from "./number-text.ts";

/** What an axis measures. */
export interface Axis {
  /** With the unit. */
  readonly label: string;
  readonly domain: readonly [number, number];
  /** Default: linear. */
  readonly scale?: "linear" | "log";
}

/** An axis laid out on px. */
export interface LaidAxis {
  readonly scale: ScaleContinuousNumeric<number, number>;
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
}

/**
 * @param from px of the domain's first end
 * @param to px of its second
 * @param apart px that a tick takes, about
 */
export function layAxis(
  { domain, scale = "linear" }: Axis,
  from: number,
  to: number,
  apart: number,
): LaidAxis {
  const count = Math.max(2, Math.floor(Math.abs(to - from) / apart));
  if (scale === "log") {
    const laid = scaleLog([...domain], [from, to]);
    return { scale: laid, ticks: logTicks(domain, count).map((at) => ({ at, text: logText(at) })) };
  }
  const laid = scaleLinear([...domain], [from, to]);
  return { scale: laid, ticks: laid.ticks(count).map((at) => ({ at, text: numberText(at, 3) })) };
}

/** Powers of ten, every so many that they have room; where there is but one, 2 and 5 times it as well. */
function logTicks(domain: readonly [number, number], count: number): number[] {
  const [low, high] = [Math.min(...domain), Math.max(...domain)];
  const [first, last] = [Math.ceil(Math.log10(low) - 1e-9), Math.floor(Math.log10(high) + 1e-9)];
  const every = Math.max(1, Math.ceil((last - first + 1) / count));
  const powers = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  if (powers.length >= 3) return powers.filter((p) => (p - last) % every === 0).map((p) => 10 ** p);
  return [first - 1, ...powers]
    .flatMap((p) => [10 ** p, 2 * 10 ** p, 5 * 10 ** p])
    .filter((x) => x >= low && x <= high);
}

function logText(at: number): string {
  const exponent = Math.log10(at);
  return at < 0.01 && Number.isInteger(exponent) ? powerOfTen(exponent) : numberText(at, 3);
}
