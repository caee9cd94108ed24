import { type FitPictureOptions, fitPicture } from "@proxkit/plots";
import { renderSvg } from "@proxkit/plots/node";
import { describe, expect, it } from "vitest";
import { convergingTrace, fits, sparse } from "./sample-fits.ts";
import { coveredTexts, inkedTexts, offSheet, select } from "./svg-texts.ts";

/** The SVG, its texts, and its curves as lists of points. */
function drawn(options: FitPictureOptions) {
  const svg = renderSvg(fitPicture(options));
  const texts = select(svg, "text").map((text) => {
    const lines = Array.from(text.querySelectorAll("tspan"), (line) => line.textContent);
    return lines.join(" ") || text.textContent;
  });
  const curves = select(svg, "[aria-label=line] path").map((path) =>
    Array.from((path.getAttribute("d") ?? "").matchAll(/[ML]([^,]+),([^MLZ]+)/g), ([, x, y]) => [
      Number(x),
      Number(y),
    ]),
  );
  return { svg, texts, curves };
}

describe.each(Object.entries(fits))("the picture of %s", (_, options) => {
  const picture = fitPicture(options);
  const svg = renderSvg(picture);
  const inks = inkedTexts(svg);

  it("holds no NaN, undefined or Infinity", () => {
    expect(svg).not.toMatch(/NaN|undefined|Infinity|null/);
  });

  it("keeps every text on the sheet", () => {
    expect(offSheet(inks, picture)).toEqual([]);
  });

  it("covers no text with another", () => {
    expect(coveredTexts(inks)).toEqual([]);
  });

  it("covers no learned weight with a text", () => {
    const heads = select(svg, "circle").map((circle) => {
      const panel = circle.closest("svg");
      const at = (name: string, offset: string) =>
        Number(circle.getAttribute(name)) + Number(panel.getAttribute(offset));
      return { x: at("cx", "x"), y: at("cy", "y") };
    });
    const covers = inks.filter((ink) =>
      heads.some(
        ({ x, y }) =>
          x > ink.left && x < ink.right && y > ink.top && y < ink.bottom && !ink.slanted,
      ),
    );
    expect(covers.map((ink) => ink.text)).toEqual([]);
  });

  it("sets no text smaller than 11 px", () => {
    const sizes = Array.from(svg.matchAll(/font-size="([^"]*)"/g), ([, size]) => Number(size));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(11);
  });
});

describe("fitPicture", () => {
  it("labels each nonzero weight with its value, and one planted weight", () => {
    const { texts } = drawn(fits["20 weights with planted ones"]);
    for (const label of ["1.02", "−0.68", "0.41", "1.49", "−0.22", "planted"])
      expect(texts).toContain(label);
    expect(texts).toContain("5 of 20 nonzero, 5 planted: 4 found, 1 missed, 1 extra");
  });

  it("shows title, panels and caption by name", () => {
    const { texts } = drawn({ weights: [1], trace: [], title: "A title", caption: "A caption" });
    for (const label of ["A title", "Learned weights", "Objective Lᵦ", "Fixed-point residual"])
      expect(texts).toContain(label);
    expect(texts).toContain("A caption");
    expect(drawn({ weights: [1], trace: [], objective: "f" }).texts).toContain("f");
  });

  it("writes names below up to 30 weights, and beside the nonzero ones of more", () => {
    const names = Array.from({ length: 31 }, (_, i) => `x${i}`);
    const few = drawn({ weights: sparse(30, { 4: 2 }), names: names.slice(1), trace: [] });
    expect(few.texts.filter((text) => /^x\d+$/.test(text))).toEqual(names.slice(1));
    const many = drawn({ weights: sparse(31, { 4: 2 }), names, trace: [] });
    expect(many.texts).toContain("x4 2");
    expect(many.texts.filter((text) => text.startsWith("x"))).toEqual(["x4 2"]);
  });

  it("labels 12 nonzero weights far apart, and none of 13", () => {
    const weights = (nonzero: number) =>
      Array.from({ length: 100 }, (_, i) => (i % 7 === 0 && i < 7 * nonzero ? 1 : 0));
    const labels = (nonzero: number) =>
      drawn({ weights: weights(nonzero), trace: [] }).texts.filter((t) => t.startsWith("w["));
    expect(labels(12)).toHaveLength(12);
    expect(labels(13)).toEqual([]);
  });

  it("draws a planted weight by another shape than a learned one", () => {
    const { svg } = drawn({ weights: [1, 0], truth: [0, 1], trace: [] });
    expect(svg).toMatch(/<circle [^>]*r="4"/);
    expect(svg).toMatch(/<g [^>]*stroke="#d55e00" fill="none"[^>]*><path/);
  });

  it("keeps the first, the last and the greatest of 100,000 records, in at most 1000 points", () => {
    const trace = convergingTrace(100_000, 0.9998);
    trace[50_001] = { iteration: 50_002, objective: 9, residual: 1e3 };
    const { svg, curves } = drawn({ weights: [1], trace });
    expect(svg.length).toBeLessThan(60_000);
    const all = drawn({ weights: [1], trace: [trace[0], trace[50_001], trace[99_999]] }).curves;
    for (const [k, curve] of curves.entries()) {
      expect(curve.length).toBeLessThanOrEqual(1000);
      expect(curve.length).toBeGreaterThan(500);
      for (const point of all[k]) expect(curve).toContainEqual(point);
      expect(curve[0]).toEqual(all[k][0]);
      expect(curve.at(-1)).toEqual(all[k].at(-1));
    }
    expect(curves).toHaveLength(2);
  });

  it("breaks a curve at what is not finite, and says how much that is", () => {
    const trace = convergingTrace(9);
    trace[4] = { iteration: 5, objective: Number.NaN, residual: 0.1 };
    const { curves, texts } = drawn({ weights: [1, Number.NaN], trace });
    expect(curves.map((curve) => curve.length)).toEqual([4, 4, 9]);
    expect(texts).toContain("iteration (1 not finite, not drawn)");
    expect(texts).toContain("2 of 2 nonzero, 1 not finite, not drawn");
  });

  it("puts a residual of 0 on the floor, below every other", () => {
    const trace = convergingTrace(3);
    trace[2] = { ...trace[2], residual: 0 };
    const { texts, curves, svg } = drawn({ weights: [1], trace });
    expect(texts).toContain("▽ exactly 0");
    expect(curves.map((curve) => curve.length)).toEqual([3, 2]);
    expect(svg).toMatch(/rotate\(180\)/);
  });

  it("writes the last objective and residual beside the ends of their curves", () => {
    const { texts } = drawn({
      weights: [1],
      trace: [
        { iteration: 1, objective: 2.5, residual: 1 },
        { iteration: 2, objective: 1.25, residual: 3.21e-7 },
      ],
    });
    expect(texts).toContain("1.25");
    expect(texts).toContain("3.21×10⁻⁷");
  });

  it("says so when there is nothing to draw", () => {
    expect(drawn(fits["no trace"]).texts.filter((text) => text === "no trace")).toHaveLength(2);
    expect(drawn(fits["nothing finite"]).texts).toContain("no finite value");
    expect(drawn(fits["all weights zero"]).texts).toContain(
      "0 of 20 nonzero, 5 planted: 0 found, 5 missed",
    );
  });

  it("stays small when nothing of a million weights is zero", () => {
    const weights = new Float64Array(1e6).map((_, i) => Math.sin(i));
    expect(drawn({ weights, trace: [] }).svg.length).toBeLessThan(1e6);
  });

  it("says how many planted weights it found, missed and made up, a NaN being a weight that is not 0", () => {
    const truth = [1, 2, 3, 0, 0, 0];
    const picture = fitPicture({ weights: [1, Number.NaN, 0, 4, 0, 0], truth, trace: [] });
    expect(picture.description).toContain(
      "3 of 6 weights are nonzero (3 planted: 2 found, 1 missed, 1 extra).",
    );
    const all = drawn({ weights: truth, truth, trace: [] });
    expect(all.texts).toContain("3 of 6 nonzero, 3 planted: 3 found");
  });

  it("leaves its input untouched", () => {
    const options = structuredClone(fits["long names"]);
    fitPicture(options);
    expect(options).toEqual(fits["long names"]);
  });

  it("describes the picture in words", () => {
    expect(fitPicture({ weights: [0, 1], trace: [], title: "T", caption: "C" }).description).toBe(
      "T: 1 of 2 weights are nonzero. C",
    );
    expect(fitPicture({ weights: [0], trace: [], title: "" }).description).toBe(
      "0 of 1 weights are nonzero.",
    );
  });

  it("breaks no line of the caption at a space that must not break", () => {
    const words = Array.from({ length: 30 }, (_, i) => `η\u00a0=\u00a0${i}`);
    const { svg } = drawn({ weights: [1], trace: [], caption: words.join(", ") });
    const lines = select(svg, "tspan").map((line) => line.textContent);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join(" ").split(", ")).toEqual(words);
    for (const line of lines) expect(line).toMatch(/^η.*\d,?$/);
  });

  it("refuses no weights, and names or a truth of another length", () => {
    expect(() => fitPicture({ weights: [], trace: [] })).toThrow(
      "fitPicture: weights must not be empty, received length 0",
    );
    expect(() => fitPicture({ weights: [1], names: [], trace: [] })).toThrow(
      "fitPicture: names must have length 1, received 0",
    );
    expect(() => fitPicture({ weights: [1], truth: [1, 2], trace: [] })).toThrow(
      "fitPicture: truth must have length 1, received 2",
    );
  });
});
