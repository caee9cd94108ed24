import { link, type Markish, text } from "@observablehq/plot";
import type { Scale } from "./scale.ts";
import { colour, fontSize, lineHeight } from "./theme.ts";
import type { WeightLabel } from "./weight-labels.ts";

/** Labels, set against the side where their points are, with their leader lines. */
export function labelMarks(
  labels: readonly WeightLabel[],
  fill: string,
  x: Scale,
  y: Scale,
): Markish[] {
  const leaders = labels.flatMap((label) => label.leader ?? []);
  const anchors = ["start", "middle", "end"] as const;
  return [
    link(leaders, {
      x1: (leader) => x.toValue(leader.x1),
      x2: (leader) => x.toValue(leader.x2),
      y1: (leader) => y.toValue(leader.y1),
      y2: (leader) => y.toValue(leader.y2),
      stroke: colour.quiet,
      strokeWidth: 0.75,
    }),
    ...anchors.map((anchor) =>
      text(
        labels.filter((label) => anchorOf(label, x) === anchor),
        {
          x: ({ box }) =>
            x.toValue(
              { start: box.left + 3, middle: (box.left + box.right) / 2, end: box.right - 3 }[
                anchor
              ],
            ),
          y: ({ box }) => y.toValue((box.top + box.bottom) / 2),
          text: "text",
          textAnchor: anchor,
          lineHeight: lineHeight / fontSize.label,
          fontSize: fontSize.label,
          fill,
          stroke: "white",
        },
      ),
    ),
  ];
}

function anchorOf({ box, point }: WeightLabel, x: Scale): "start" | "middle" | "end" {
  const at = x.toPixel(point.x);
  if (box.left > at) return "start";
  return box.right < at ? "end" : "middle";
}
