import { dot, line, type Markish, text } from "@observablehq/plot";
import { horizontalAxis, verticalAxis, verticalAxisWidth } from "./axes.ts";
import { formatNumber } from "./format-number.ts";
import { heading } from "./heading.ts";
import type { Panel } from "./picture.ts";
import type { Series } from "./series.ts";
import { iterationDomain, linearDomain, logDomain } from "./series-domains.ts";
import { textWidth } from "./text-width.ts";
import { colour, fontSize } from "./theme.ts";
import { linearTicks, logTicks } from "./ticks.ts";

/** What the panel shows and where; px. */
export interface SeriesPanelOptions {
  readonly name: string;
  readonly series: Series;
  readonly scale: "linear" | "log";
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

const height = 230;
const marginTop = 40;
const marginBottom = 44;
const side = 24;

/** A quantity against the iteration, its last value written beside the end of the curve. */
export function seriesPanel({ name, series, scale, left, top, width }: SeriesPanelOptions): Panel {
  const { points, zeros, last, lost } = series;
  const values = points.map((point) => point.y);
  const y = scale === "log" ? logDomain(values) : linearDomain(values);
  const x = iterationDomain([...points, ...zeros].map((point) => point.x));
  const ticks = scale === "log" ? logTicks(y, 5) : linearTicks(y, 4);
  const marginLeft = Math.max(48, verticalAxisWidth(ticks));
  const lastValue = formatNumber(last?.y ?? 0);
  const marginRight = Math.max(76, Math.ceil(textWidth(lastValue, fontSize.label)) + 24);
  const plotWidth = width - marginLeft - marginRight;
  const count = Math.max(1, plotWidth / (15 + 1.5 * textWidth(formatNumber(x[1]), fontSize.label)));
  const onFloor = zeros.map((point) => ({ ...point, y: y[0] }));
  const end = last && { ...last, y: last.y === 0 && scale === "log" ? y[0] : last.y };
  const label = lost > 0 ? `iteration (${lost} not finite, not drawn)` : "iteration";
  const marks: Markish[] = [
    ...heading(name, zeros.length > 0 ? "▽ exactly 0" : "", width - marginLeft - side),
    ...(last ? verticalAxis(ticks) : []),
    ...(last ? horizontalAxis(linearTicks(x, count, 1), label) : []),
    line(points, {
      x: "x",
      y: "y",
      z: "run",
      stroke: colour.learned,
      strokeWidth: 1.75,
      strokeLinecap: "round",
    }),
    end && dot([end], { x: "x", y: "y", r: 3, fill: colour.learned }),
    dot(onFloor, {
      x: "x",
      y: "y",
      symbol: "triangle",
      rotate: 180,
      r: 3,
      fill: "white",
      stroke: colour.learned,
    }),
    end &&
      text([end], {
        x: "x",
        y: "y",
        text: () => lastValue,
        textAnchor: "start",
        dx: 9,
        fontSize: fontSize.label,
        fill: colour.ink,
        stroke: "white",
      }),
    last
      ? null
      : text([lost > 0 ? "no finite value" : "no trace"], {
          frameAnchor: "middle",
          fontSize: fontSize.text,
          fill: colour.quiet,
        }),
  ];
  return {
    left,
    top,
    plot: {
      width,
      height,
      marginTop,
      marginRight,
      marginBottom,
      marginLeft,
      x: { type: "linear", domain: x, axis: null },
      y: { type: scale, domain: y, axis: null },
      marks,
    },
  };
}
