import { createRequire } from "node:module";
import { Resvg } from "@resvg/resvg-js";
import { parseHTML } from "linkedom";

/** What the tests ask of an element of a parsed SVG. */
export interface SvgElement {
  readonly outerHTML: string;
  readonly textContent: string;
  readonly parentElement: SvgElement;
  getAttribute(name: string): string | null;
  closest(selectors: string): SvgElement;
  querySelectorAll(selectors: string): Iterable<SvgElement>;
}

/** A text of a picture and the rectangle its ink takes, px. */
export interface InkedText {
  readonly text: string;
  readonly slanted: boolean;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const { resolve } = createRequire(import.meta.url);
const font = {
  loadSystemFonts: false,
  fontFiles: ["DejaVuSans", "DejaVuSans-Bold"].map((n) => resolve(`dejavu-fonts-ttf/ttf/${n}.ttf`)),
  sansSerifFamily: "DejaVu Sans",
};

/** The elements of an SVG that match. */
export function select(svg: string, selectors: string): SvgElement[] {
  const { document } = parseHTML(`<html><body>${svg}</body></html>`);
  return Array.from(document.querySelectorAll(selectors)) as unknown as SvgElement[];
}

/** The ink of every text, measured by drawing each alone on a sheet that is wider on every side. */
export function inkedTexts(svg: string): InkedText[] {
  return select(svg, "text").map((text) => {
    const panel = opening(text.closest("svg")).replace(">", ' overflow="visible">');
    const drawing = `${panel}${opening(text.parentElement)}${text.outerHTML}</g></svg>`;
    const ink = new Resvg(
      `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="3000" font-family="sans-serif">
        <g transform="translate(500,500)">${drawing}</g></svg>`,
      { font },
    ).getBBox();
    if (!ink) throw new Error(`no ink: ${text.outerHTML}`);
    const [left, top] = [ink.x - 500, ink.y - 500];
    return {
      text: text.textContent,
      slanted: /rotate/.test(text.getAttribute("transform") ?? ""),
      left,
      top,
      right: left + ink.width,
      bottom: top + ink.height,
    };
  });
}

/** The opening tag of an element. */
function opening({ outerHTML }: SvgElement): string {
  return outerHTML.slice(0, outerHTML.indexOf(">") + 1);
}

/** The texts whose ink is not wholly on the sheet. */
export function offSheet(
  inks: readonly InkedText[],
  { width, height }: { readonly width: number; readonly height: number },
): string[] {
  return inks
    .filter(
      (ink) => ink.left < 2 || ink.top < 2 || ink.right > width - 2 || ink.bottom > height - 2,
    )
    .map((ink) => ink.text);
}

/** The pairs of level texts that cover each other. */
export function coveredTexts(inks: readonly InkedText[]): [string, string][] {
  const level = inks.filter((ink) => !ink.slanted);
  return level.flatMap((a, i) =>
    level
      .slice(i + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b): [string, string] => [a.text, b.text]),
  );
}
