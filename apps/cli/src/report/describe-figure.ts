import type { Figure, FigureAxis, FigurePanel } from "@proxkit/paper";
import { short } from "../output/format.ts";
import { asBold, asText } from "./as-text.ts";

/** What a figure shows, in words, where it cannot be drawn. */
export function describeFigure({ name, title, caption, panels }: Figure): string {
  return [
    `${asBold(`Picture ${name}: ${title}`)}. ${asText(caption)}`,
    panels.map((panel) => `- ${asText(describePanel(panel))}`).join("\n"),
    "`--out DIR` draws it.",
  ].join("\n\n");
}

function describePanel({ title, x, y, curves }: FigurePanel): string {
  const labels = [...new Set(curves.map(({ label }) => label))].join(", ");
  const across = describeAxis(
    x,
    curves.map((curve) => curve.x),
  );
  const up = describeAxis(
    y,
    curves.map((curve) => curve.y),
  );
  return `${title === "" ? "" : `${title}: `}${up} against ${across}; curves: ${labels}`;
}

function describeAxis(
  { label, scale }: FigureAxis,
  values: readonly (readonly (number | null)[])[],
) {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const list of values)
    for (const value of list) {
      if (value === null) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  const range = low <= high ? ` from ${short(low)} to ${short(high)}` : "";
  return `${label}${scale === "log" ? " (log)" : ""}${range}`;
}
