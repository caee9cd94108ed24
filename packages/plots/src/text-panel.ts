import { text } from "@observablehq/plot";
import { wrap } from "./fit-text.ts";
import type { Panel } from "./picture.ts";
import { boldness, colour } from "./theme.ts";

/** Where a paragraph goes and what it looks like; px. */
export interface TextOptions {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly fontSize: number;
  readonly weight: "normal" | "bold";
}

const lineHeight = 1.35;

/** A paragraph, as many lines as it needs; nothing for an empty one. */
export function textPanel(content: string, options: TextOptions): Panel[] {
  const { left, top, width, fontSize, weight } = options;
  if (content === "") return [];
  const lines = wrap(content, weight === "bold" ? width / boldness : width, fontSize);
  const height = Math.ceil(lines.length * lineHeight * fontSize) + 2;
  const mark = text([lines.join("\n")], {
    frameAnchor: "top-left",
    lineHeight,
    fontSize,
    fontWeight: weight,
    fill: weight === "bold" ? colour.ink : colour.quiet,
  });
  return [{ left, top, plot: { width, height, margin: 0, axis: null, marks: [mark] } }];
}
