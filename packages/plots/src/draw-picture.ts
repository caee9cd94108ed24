import { plot } from "@observablehq/plot";
import type { Picture } from "./picture.ts";
import { colour, fontFamily, fontSize } from "./theme.ts";

/** What is asked of an element: a browser's Element has it. */
export interface ElementLike {
  textContent: string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  appendChild(child: unknown): unknown;
  querySelector(selectors: string): { remove(): void } | null;
}

/** What is asked of a document: a browser's has it, and linkedom's. */
export interface DocumentLike<E extends ElementLike> {
  createElementNS(namespace: string, name: string): E;
}

const svgNamespace = "http://www.w3.org/2000/svg";

/**
 * Draws a picture as one `<svg>` element on white, which holds no ids and is not yet in the document.
 *
 * @param picture what to draw
 * @param document the page's document, or one that behaves like it
 * @example
 * ```ts
 * import { drawPicture, fitPicture } from "@proxkit/plots";
 * import { parseHTML } from "linkedom";
 *
 * const { document } = parseHTML("<html><body></body></html>"); // in a browser: the global document
 * const picture = fitPicture({ weights: [0, 1], trace: [] });
 * document.body.append(drawPicture(picture, document));
 * console.log(document.querySelector("body > svg")?.getAttribute("width")); // 720
 * ```
 */
export function drawPicture<E extends ElementLike>(picture: Picture, document: DocumentLike<E>): E {
  const { width, height, description, panels } = picture;
  const svg = document.createElementNS(svgNamespace, "svg");
  setAttributes(svg, {
    xmlns: svgNamespace,
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: "img",
    "font-family": fontFamily,
    "font-size": fontSize.label,
    color: colour.ink,
  });
  const title = document.createElementNS(svgNamespace, "title");
  title.textContent = description; // not aria-label: linkedom does not escape < and & in attributes
  const sheet = document.createElementNS(svgNamespace, "rect");
  setAttributes(sheet, { width, height, fill: "white" });
  svg.appendChild(title);
  svg.appendChild(sheet);
  for (const { left, top, plot: options } of panels) {
    const panel = plot({ ...options, document: document as never }) as unknown as ElementLike;
    // Plot styles a page's outermost svg: on a nested one `height: auto` would mean that of the whole picture
    panel.querySelector("style")?.remove();
    for (const name of ["class", "font-family", "font-size"]) panel.removeAttribute(name);
    setAttributes(panel, { x: left, y: top });
    svg.appendChild(panel);
  }
  return svg;
}

function setAttributes(element: ElementLike, attributes: Record<string, string | number>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}
