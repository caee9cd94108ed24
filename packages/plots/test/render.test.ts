import { drawPicture, fitPicture } from "@proxkit/plots";
import { renderPng, renderSvg } from "@proxkit/plots/node";
import { DOMParser, parseHTML } from "linkedom";
import { describe, expect, it, vi } from "vitest";
import { fits } from "./sample-fits.ts";

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

describe.each(Object.entries(fits))("rendering %s", (_, options) => {
  const picture = fitPicture(options);

  it("gives well-formed SVG on white, of the picture's size", () => {
    const svg = renderSvg(picture);
    const root = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
    expect(root.tagName).toBe("svg");
    expect(root.getAttribute("xmlns")).toBe("http://www.w3.org/2000/svg");
    expect(root.getAttribute("viewBox")).toBe(`0 0 ${picture.width} ${picture.height}`);
    expect(root.querySelector("title + rect")?.getAttribute("fill")).toBe("white");
    expect(svg.match(/xmlns=/g)).toHaveLength(1);
    expect(svg).not.toMatch(/\sid=|<style|<figure/);
  });

  it("gives the same bytes twice, and for an equal picture", () => {
    expect(renderSvg(picture)).toBe(renderSvg(picture));
    expect(renderSvg(fitPicture(options))).toBe(renderSvg(picture));
    const png = () => renderPng(picture, { scale: 0.5 });
    expect(Buffer.compare(png(), png())).toBe(0);
  });

  it("gives a PNG with so many pixels per px", () => {
    const { width, height } = picture;
    for (const [scale, png] of [
      [2, renderPng(picture)],
      [1, renderPng(picture, { scale: 1 })],
    ] as const) {
      expect([...png.subarray(0, 8)]).toEqual(signature);
      const size = new DataView(png.buffer, png.byteOffset + 16, 8);
      expect([size.getUint32(0), size.getUint32(4)]).toEqual([scale * width, scale * height]);
    }
  });
});

describe("renderSvg", () => {
  it("writes names that XML cannot hold as they are", () => {
    const picture = fitPicture({
      weights: [1, 2],
      names: ["<script>&\"'", "a\u0000\u000b\ud800\uffff\nb"],
      trace: [],
      title: '</svg> & "]]>',
      caption: "<&>",
      objective: "&<!--",
    });
    const svg = renderSvg(picture);
    expect(svg).toContain("&lt;script&gt;&amp;");
    expect(svg).toContain(">a b<");
    expect(() => renderPng(picture)).not.toThrow(); // resvg reads strict XML
    expect(svg.match(/<\/svg>/g)).toHaveLength(6);
  });

  it("gives Plot nothing to warn about", () => {
    const warn = vi.spyOn(console, "warn");
    for (const options of Object.values(fits)) renderSvg(fitPicture(options));
    expect(warn).not.toHaveBeenCalled();
  });
});

describe("renderPng", () => {
  it("refuses a scale that is not above 0", () => {
    const picture = fitPicture({ weights: [1], trace: [] });
    for (const scale of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => renderPng(picture, { scale })).toThrow(
        `renderPng: scale must be a finite number above 0, received ${scale}`,
      );
  });
});

describe("drawPicture", () => {
  it("makes one element that a page can take in", () => {
    const { document } = parseHTML("<html><body></body></html>");
    const svg = drawPicture(fitPicture({ weights: [1], trace: [], title: "T" }), document);
    expect(document.querySelector("svg")).toBeNull();
    document.body.appendChild(svg as never);
    expect(document.querySelector("svg > title")?.textContent).toBe(
      "T: 1 of 1 weights are nonzero.",
    );
  });
});
