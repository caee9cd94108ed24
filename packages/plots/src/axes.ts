import { type Markish, ruleY, text } from "@observablehq/plot";
import { textWidth } from "./text-width.ts";
import { colour, fontSize, lineHeight } from "./theme.ts";
import type { Tick } from "./ticks.ts";

/** Pale lines across the plot, with their values to the left of it. */
export function verticalAxis(ticks: readonly Tick[]): Markish[] {
  return [
    ruleY(ticks, { y: "value", stroke: colour.grid }),
    text(ticks, {
      y: "value",
      text: "text",
      frameAnchor: "left",
      textAnchor: "end",
      dx: -8,
      fontSize: fontSize.label,
      fill: colour.ink,
    }),
  ];
}

/** How many px the texts of a vertical axis take. */
export function verticalAxisWidth(ticks: readonly Tick[]): number {
  return Math.ceil(Math.max(...ticks.map((tick) => textWidth(tick.text, fontSize.label)))) + 16;
}

/** Values below the plot, and what they are. */
export function horizontalAxis(ticks: readonly Tick[], label?: string): Markish[] {
  const common = { frameAnchor: "bottom", lineAnchor: "top", fontSize: fontSize.label } as const;
  return [
    text(ticks, { ...common, x: "value", text: "text", dy: 10, fill: colour.ink }),
    label === undefined
      ? null
      : text([label], {
          ...common,
          dy: 27,
          fill: colour.quiet,
          lineHeight: lineHeight / fontSize.label,
        }),
  ];
}

/** Texts turned by 45° below the plot, their ends at their values. */
export function slantedAxis(ticks: readonly Tick[]): Markish[] {
  return [
    text(ticks, {
      x: "value",
      text: "text",
      frameAnchor: "bottom",
      textAnchor: "end",
      rotate: -45,
      dx: 4,
      dy: 12,
      fontSize: fontSize.label,
      fill: colour.ink,
    }),
  ];
}
