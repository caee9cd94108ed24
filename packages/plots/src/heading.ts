import { type Markish, text } from "@observablehq/plot";
import { truncate } from "./fit-text.ts";
import { textWidth } from "./text-width.ts";
import { boldness, colour, fontSize } from "./theme.ts";

/**
 * A panel's name above the top left corner of its plot, and at the right a note on what it shows.
 *
 * @param width px from the left of the plot to the end of the note
 */
export function heading(name: string, note: string, width: number): Markish[] {
  const above = { dy: -14, lineAnchor: "bottom" } as const;
  const room = width - textWidth(note, fontSize.label) - 12;
  return [
    text([truncate(name, room / boldness, fontSize.heading)], {
      ...above,
      frameAnchor: "top-left",
      fontSize: fontSize.heading,
      fontWeight: "bold",
      fill: colour.ink,
    }),
    text([note], {
      ...above,
      frameAnchor: "top-left",
      textAnchor: "end",
      dx: width,
      fontSize: fontSize.label,
      fill: colour.quiet,
    }),
  ];
}
