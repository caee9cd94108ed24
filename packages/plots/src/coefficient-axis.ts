import { truncate } from "./fit-text.ts";
import { textWidth } from "./text-width.ts";
import { fontSize } from "./theme.ts";
import { linearTicks, type Tick } from "./ticks.ts";

/** What is written under the coefficients. */
export interface CoefficientAxis {
  readonly ticks: readonly Tick[];
  /** Whether each coefficient has a tick of its own. */
  readonly complete: boolean;
  /** Whether the texts are turned by 45°, their ends at the ticks. */
  readonly slanted: boolean;
  /** What all ticks are about, if they do not say it themselves. */
  readonly label?: string;
  /** px needed below the plot. */
  readonly marginBottom: number;
  /** px needed to the left of the plot. */
  readonly marginLeft: number;
}

const few = 30;
const longestName = 150; // px
const cos45 = Math.SQRT1_2;

/**
 * Names under the coefficients where these are few, level if they fit and slanted if not; else indices.
 *
 * @param d how many coefficients
 * @param names clean names, length d
 * @param plot where the plot begins and ends, px; it may begin further right if the axis asks for it
 */
export function coefficientAxis(
  d: number,
  names: readonly string[] | undefined,
  plot: { readonly left: number; readonly right: number },
): CoefficientAxis {
  if (!names || d > few) return indexAxis(d);
  const room = (plot.right - plot.left) / d - 8;
  const level = names.every((name) => textWidth(name, fontSize.label) <= room);
  if (level)
    return {
      ticks: ticksOf(names),
      complete: true,
      slanted: false,
      marginBottom: 28,
      marginLeft: 0,
    };
  const short = names.map((name) => truncate(name, longestName, fontSize.label));
  const side = short.map((name) => textWidth(name, fontSize.label) * cos45 + 12);
  // Tick i is at x = left + a·(right − left), a = (i + ½)/d, and its text needs x ≥ side.
  const lefts = side.map((s, i) => {
    const a = (i + 0.5) / d;
    return (s - a * plot.right) / (1 - a);
  });
  return {
    ticks: ticksOf(short),
    complete: true,
    slanted: true,
    marginBottom: Math.ceil(8 + Math.max(...side)),
    marginLeft: Math.ceil(Math.max(...lefts)),
  };
}

function ticksOf(names: readonly string[]): Tick[] {
  return names.map((text, value) => ({ value, text }));
}

function indexAxis(d: number): CoefficientAxis {
  const complete = d <= few;
  return {
    ticks: complete
      ? Array.from({ length: d }, (_, i) => ({ value: i, text: String(i) }))
      : linearTicks([0, d - 1], 10, 1),
    complete,
    slanted: false,
    label: "index of the coefficient, from 0",
    marginBottom: 44,
    marginLeft: 0,
  };
}
