import { parseHTML } from "linkedom";
import { drawPicture, type ElementLike } from "../draw-picture.ts";
import type { Picture } from "../picture.ts";

/**
 * A picture as the text of an SVG file; the same picture gives the same text.
 *
 * @param picture what to draw
 * @example
 * ```ts
 * import { fitPicture } from "@proxkit/plots";
 * import { renderSvg } from "@proxkit/plots/node";
 *
 * const svg = renderSvg(fitPicture({ weights: [0, 1], trace: [] }));
 * console.log(svg.startsWith("<svg ")); // true
 * ```
 */
export function renderSvg(picture: Picture): string {
  const { document } = parseHTML("<html></html>");
  return `${drawPicture<ElementLike & { outerHTML: string }>(picture, document).outerHTML}\n`;
}
