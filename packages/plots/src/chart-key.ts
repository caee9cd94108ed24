import { dot, line, type Markish, text } from "@observablehq/plot";
import type { LabelledCurves } from "./chart-labels.ts";
import { strokeOf, symbolOf } from "./chart-marks.ts";
import { wrap } from "./fit-text.ts";
import type { Panel } from "./picture.ts";
import { textWidth } from "./text-width.ts";
import { fontSize, lineHeight } from "./theme.ts";

/** Where a key goes; px. */
export interface KeyPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

interface Entry extends LabelledCurves {
  readonly left: number;
  readonly top: number;
  readonly lines: readonly string[];
}

const sample = 26; // px: two of the longest dashes
const gap = 6;
const between = 18;

/** Samples of the curves that have no label beside them, with their labels; nothing where there are none. */
export function chartKey(
  curves: readonly LabelledCurves[],
  { left, top, width }: KeyPlace,
): Panel[] {
  if (curves.length === 0) return [];
  const entries = arranged(curves, width);
  const height =
    Math.max(...entries.map((entry) => entry.top + entry.lines.length * lineHeight)) + 4;
  return [
    {
      left,
      top,
      plot: {
        width,
        height,
        margin: 0,
        axis: null,
        x: { type: "linear", domain: [0, width] },
        y: { type: "linear", domain: [height, 0] },
        marks: entries.flatMap(entryMarks),
      },
    },
  ];
}

/** In rows, as words are in lines. */
function arranged(curves: readonly LabelledCurves[], width: number): Entry[] {
  let [left, top, next] = [0, 2, 2];
  return curves.map((curve) => {
    const lines = wrap(curve.label, width - sample - gap, fontSize.label);
    const size =
      sample + gap + Math.max(...lines.map((of) => Math.ceil(textWidth(of, fontSize.label))));
    if (left > 0 && left + size > width) [left, top] = [0, next];
    const entry = { ...curve, left, top, lines };
    left += size + between;
    next = Math.max(next, top + lines.length * lineHeight + 2);
    return entry;
  });
}

function entryMarks({ left, top, lines, style, curves }: Entry): Markish[] {
  const y = top + lineHeight / 2;
  const marks = new Set(curves.map(({ mark }) => mark));
  const at = { x: "0", y: "1" } as const;
  const middle = [[left + sample / 2, y]];
  const ends = [
    [left + 1, y],
    [left + sample - 1, y],
  ];
  return [
    marks.has("line") || marks.has("both") ? line(ends, { ...at, ...strokeOf(style) }) : null,
    marks.has("dots") || marks.has("both") ? dot(middle, { ...at, ...symbolOf(style) }) : null,
    text([[left + sample + gap, top]], {
      ...at,
      text: () => lines.join("\n"),
      textAnchor: "start",
      lineAnchor: "top",
      lineHeight: lineHeight / fontSize.label,
      fontSize: fontSize.label,
      fill: style.ink,
      dy: 2,
    }),
  ];
}
