import type { Picture } from "@proxkit/plots";
import { renderPng, renderSvg } from "@proxkit/plots/node";
import { DOMParser } from "linkedom";
import { expect, it } from "vitest";
import { pointsOf } from "./curve-paths.ts";
import { coveredTexts, inkedTexts, offSheet, select } from "./svg-texts.ts";

/** What holds for every picture of curves. */
export function itReads(make: () => Picture): void {
  const picture = make();
  const svg = renderSvg(picture);
  const inks = inkedTexts(svg);

  it("is well-formed SVG, the same twice, without ids, and a PNG", () => {
    const root = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
    expect(root.tagName).toBe("svg");
    expect(svg).not.toMatch(/NaN|undefined|Infinity|null|\sid=/);
    expect(renderSvg(make())).toBe(svg);
    expect(renderPng(picture, { scale: 0.25 }).length).toBeGreaterThan(500);
  });

  it("keeps every text on the sheet, off other texts, and at least 11 px large", () => {
    expect(offSheet(inks, picture)).toEqual([]);
    expect(coveredTexts(inks)).toEqual([]);
    const sizes = Array.from(svg.matchAll(/font-size="([^"]*)"/g), ([, size]) => Number(size));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(11);
  });

  it("covers no point of a curve with a text", () => {
    const points = select(svg, "[aria-label=line] path")
      .filter((path) => Number(path.parentElement.getAttribute("stroke-width")) > 0.6) // no edge of a band
      .flatMap((path) => {
        const panel = path.closest("svg");
        const [dx, dy] = ["x", "y"].map((name) => Number(panel.getAttribute(name)));
        return pointsOf(path).map(([x, y]) => [x + dx, y + dy]);
      });
    const covering = inks.filter(({ left, right, top, bottom }) =>
      points.some(([x, y]) => x > left && x < right && y > top && y < bottom),
    );
    expect(covering.map(({ text }) => text)).toEqual([]);
  });
}
