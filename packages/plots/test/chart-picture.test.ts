import { type Chart, type ChartPanel, chartPicture } from "@proxkit/plots";
import { renderSvg } from "@proxkit/plots/node";
import { describe, expect, it } from "vitest";
import { pointsOf } from "./curve-paths.ts";
import { itReads } from "./it-reads.ts";
import { chartOf, charts, curveOf, spaced } from "./sample-charts.ts";
import { inkedTexts, select } from "./svg-texts.ts";

/** The plots of a chart from left to right, row by row: paths of its lines and areas, px of the plot. */
function drawn(chart: Chart) {
  const picture = chartPicture(chart);
  const svg = renderSvg(picture);
  const texts = select(svg, "text").map(({ textContent }) => textContent);
  const plots = picture.panels.map(({ plot }) => plot).filter(({ marginLeft }) => marginLeft);
  return {
    ...{ picture, svg, texts, plots },
    lines: select(svg, "[aria-label=line] path"),
    paths: select(svg, "[aria-label=line] path").map(pointsOf),
    areas: select(svg, "[aria-label=area] path").map(pointsOf),
    dots: select(svg, "[aria-label=dot] > *"),
  };
}

/** The pixel of a value on an axis of the only plot. */
function pixelsOf(plot: ReturnType<typeof drawn>["plots"][number]) {
  const { width, height, marginLeft = 0, marginRight = 0, marginTop = 0, marginBottom = 0 } = plot;
  const at = (axis: "x" | "y", from: number, to: number) => (value: number) => {
    const { type, domain } = plot[axis] as { type: string; domain: [number, number] };
    const [v, a, b] = [value, ...domain].map((n) => (type === "log" ? Math.log10(n) : n));
    return from + ((v - a) / (b - a)) * (to - from);
  };
  return {
    x: at("x", marginLeft, width - marginRight),
    y: at("y", height - marginBottom, marginTop),
  };
}

describe.each(Object.entries(charts))("the picture of %s", (_, chart) => {
  itReads(() => chartPicture(chart));

  it("writes every label of a curve that is drawn, beside it or in the key", () => {
    const written = inkedTexts(renderSvg(chartPicture(chart)))
      .map(({ text }) => text)
      .join(" ")
      .replaceAll(/\s/g, "");
    for (const { curves } of chart.panels)
      for (const { label, x, y } of curves)
        if (y.some((height, i) => height !== null && height >= 0 && x[i] > 0 && height < 1e301))
          expect(written).toContain(label.replaceAll(/\s/g, ""));
  });
});

describe("chartPicture", () => {
  it("joins what is between two nulls, and nothing else", () => {
    const { paths } = drawn(chartOf([{ label: "f", x: [0, 1, 1, 1, 2], y: [0, 0, null, 3, 4] }]));
    expect(paths[0].length + paths[1].length).toBe(4);
    expect(paths).toHaveLength(2);
  });

  it("shows a point between two gaps as a dot", () => {
    const { dots } = drawn(chartOf([{ label: "P", x: [0, 1, 2, 3], y: [1, null, 0, null] }]));
    expect(dots).toHaveLength(2);
  });

  it("draws a band from low to high, and none where one of them is null", () => {
    const low = [1, 2, null, 1, 1];
    const chart = chartOf([
      { label: "f", x: [0, 1, 2, 3, 4], y: [2, 3, 2, 2, 2], low, high: [4, 4, 4, 4, 3] },
    ]);
    const { areas, plots } = drawn(chart);
    const { x, y } = pixelsOf(plots[0]);
    expect(areas).toHaveLength(2);
    // along the upper edge, and back along the lower one
    const corners = [
      [0, 4],
      [1, 4],
      [1, 2],
      [0, 1],
    ];
    corners.forEach(([at, height], i) => {
      expect(areas[0][i][0]).toBeCloseTo(x(at), 2); // paths have 3 decimals
      expect(areas[0][i][1]).toBeCloseTo(y(height), 2);
    });
  });

  it("draws a band to both ends of a log axis, whose logarithms are rounded", () => {
    for (let k = 1; k < 60; k++) {
      const x = [1, 2, 3].map((step) => step * 1.37 ** -k);
      const curve = { label: "f", x, y: [2, 2, 2], low: [1, 1, 1], high: [3, 3, 3] };
      const chart = chartOf([curve]);
      const [panel] = chart.panels;
      const panels = [{ ...panel, x: { label: "λ", scale: "log" as const } }];
      expect(drawn({ ...chart, panels }).areas[0]).toHaveLength(6);
    }
  });

  it("makes a power straight on log axes, with its exponent as slope", () => {
    const { paths, plots } = drawn(charts["a path on log axes"]);
    const { x, y } = pixelsOf(plots[0]);
    const decade = { x: x(10) - x(1), y: y(10) - y(1) };
    const [first, second] = [1, -0.5].map((slope) =>
      paths.find(
        ([a, b]) => Math.abs((b[1] - a[1]) / decade.y / ((b[0] - a[0]) / decade.x) - slope) < 1e-3,
      ),
    );
    for (const path of [first, second]) {
      const [a, b] = [path?.[0], path?.at(-1)] as [[number, number], [number, number]];
      for (const [px, py] of path ?? [])
        expect(py).toBeCloseTo(a[1] + ((px - a[0]) / (b[0] - a[0])) * (b[1] - a[1]), 1);
    }
    expect(first && second).toBeDefined();
  });

  it("puts a 0 of a log axis on its floor, as a triangle, and says so", () => {
    const { dots, texts, plots } = drawn(charts["zeros on a log axis"]);
    const floor = plots[0].height - (plots[0].marginBottom ?? 0);
    const triangles = dots.filter((dot) =>
      (dot.getAttribute("transform") ?? "").includes("rotate"),
    );
    const heights = triangles.map((dot) =>
      Number(/,([^)]*)\)/.exec(dot.getAttribute("transform") ?? "")?.[1]),
    );
    expect(heights).toEqual([floor, floor]);
    expect(texts).toContain("▽ exactly 0");
    expect(pixelsOf(plots[0]).y(1e-3)).toBeLessThan(floor - 20); // 0 is well below the least that is not 0
  });

  it("counts what has no place on the axes", () => {
    expect(drawn(charts["nothing finite"]).texts).toContain("3 points have no place on these axes");
    const { texts } = drawn(charts["only zeros and negative numbers on log axes"]);
    expect(texts).toContain("▽ exactly 0, 2 points have no place on these axes");
  });

  it("cuts lines where they leave the domain, and leaves out dots beyond it", () => {
    const { paths, dots, plots } = drawn(charts["a window that cuts its curves"]);
    const { x, y } = pixelsOf(plots[0]);
    for (const [px, py] of paths.flat()) {
      expect(px).toBeGreaterThanOrEqual(x(-1) - 1e-3);
      expect(px).toBeLessThanOrEqual(x(1) + 1e-3);
      expect(py).toBeGreaterThanOrEqual(y(1) - 1e-3);
      expect(py).toBeLessThanOrEqual(y(-1) + 1e-3);
    }
    const parabola = paths.find((path) => path.length > 10) ?? [];
    expect(parabola[0][0]).toBeCloseTo(x(-1), 2); // x² is 1 there
    expect(dots).toHaveLength(1);
  });

  it("gives a unit the same length on both axes if asked", () => {
    for (const plot of drawn(charts["level lines"]).plots) {
      const { x, y } = pixelsOf(plot);
      expect(x(1) - x(0)).toBeCloseTo(y(0) - y(1), 9);
    }
  });

  it("gives curves of one panel different strokes without colour, and a label one stroke in all panels", () => {
    const strokes = (chart: Chart) =>
      drawn(chart).lines.map(({ parentElement: mark }) =>
        ["stroke-width", "stroke-dasharray"].map((name) => mark.getAttribute(name)).join(),
      );
    const ten = spaced(1, 10, 10).map((k) => curveOf(`k = ${k}`, [0, 1], (x) => k * x));
    expect(new Set(strokes(chartOf(ten)))).toHaveLength(10);
    const panel = (curves: ChartPanel["curves"]): ChartPanel => chartOf(curves).panels[0];
    const [a, b, c] = ten;
    const three = {
      ...chartOf([]),
      panels: [
        [a, b],
        [b, c],
        [c, a],
      ].map(panel),
    };
    const solo = (k: number) => new Set(strokes(three).slice(2 * k, 2 * k + 2));
    for (const k of [0, 1, 2]) expect(solo(k).size).toBe(2);
    expect(new Set(strokes(three)).size).toBe(3);
  });

  it("writes one label for several curves of the same name", () => {
    const parts = [curveOf("part", [0, 1], (x) => x), curveOf("part", [2, 3], (x) => x)];
    expect(drawn(chartOf(parts)).texts.filter((text) => text === "part")).toHaveLength(1);
  });

  it("keeps labels beside curves that are apart, and uses a key where most curves run together", () => {
    const place = (chart: Chart) =>
      drawn(chart).picture.panels.filter(({ plot }) => plot.marginLeft).length;
    const panels = (chart: Chart) => drawn(chart).picture.panels.length;
    const apart = chartOf([1, 2, 3].map((k) => curveOf(`k = ${k}`, [0, 1], (x) => k + x)));
    const together = charts["curves that are the same"];
    expect([place(apart), place(together)]).toEqual([1, 1]);
    expect(panels(together) - panels(apart)).toBe(1);
  });

  it("leads to a label from a dot on its curve where there is no room beside it", () => {
    const { svg } = drawn(charts["ten curves that cross"]);
    const leaders = select(svg, "[aria-label=link] path");
    const ends = select(svg, "circle[r='1.75']");
    expect(leaders.length).toBeGreaterThan(0);
    expect(ends).toHaveLength(leaders.length);
  });

  it("sets up to three panels in a row, and four as two and two", () => {
    const tops = (count: number) => {
      const { picture } = drawn({
        ...chartOf([]),
        panels: charts["seven panels"].panels.slice(0, count),
      });
      const plots = picture.panels.filter(({ plot }) => plot.marginLeft);
      return [
        picture.width,
        ...new Map(
          plots.map(({ top }) => [top, plots.filter((p) => p.top === top).length]),
        ).values(),
      ];
    };
    expect([1, 2, 3, 4, 5, 7].map(tops)).toEqual([
      [720, 1],
      [720, 2],
      [960, 3],
      [720, 2, 2],
      [960, 3, 2],
      [960, 3, 3, 1],
    ]);
  });

  it("shows title, labels of the axes and caption, and says them to screen readers", () => {
    const chart = chartOf(
      [],
      { title: "panel", x: { label: "λ" }, y: { label: "γ (radians)" } },
      { title: "T", caption: "C" },
    );
    expect(drawn(chart).texts).toEqual(
      expect.arrayContaining(["T", "panel", "λ", "γ (radians)", "C"]),
    );
    expect(chartPicture(chart).description).toBe("T: γ (radians) against λ. C");
  });

  it("is quick where a thousand points of ten curves fill the panel", () => {
    const start = performance.now();
    chartPicture(charts["ten curves of noise"]);
    expect(performance.now() - start).toBeLessThan(20_000); // it takes 2 s where nothing else runs
  });

  it("leaves its input untouched", () => {
    const chart = charts["three bands on a log axis"];
    const before = JSON.stringify(chart);
    chartPicture(chart);
    expect(JSON.stringify(chart)).toBe(before);
  });
});

describe("chartPicture refuses", () => {
  const line = curveOf("f", [0, 1], (x) => x);
  it.each<[string, Chart, string]>([
    [
      "a chart without panels",
      { ...chartOf([]), panels: [] },
      "panels must not be empty, received length 0",
    ],
    [
      "y of another length",
      chartOf([{ ...line, y: [1] }]),
      "panels[0].curves[0].y must have length 2, received 1",
    ],
    [
      "low of another length",
      chartOf([{ ...line, low: [], high: [1, 1] }]),
      "panels[0].curves[0].low must have length 2, received 0",
    ],
    [
      "low without high",
      chartOf([{ ...line, low: [0, 1] }]),
      "panels[0].curves[0] must have both low and high or neither, received only low",
    ],
    [
      "a domain that descends",
      chartOf([line], { x: { label: "", domain: [1, 0] } }),
      "panels[0].x.domain must be two numbers that ascend, from -1e+300 to 1e300 and not nearly equal, received [1, 0]",
    ],
    [
      "a domain with NaN",
      chartOf([line], { x: { label: "", domain: [Number.NaN, 0] } }),
      "received [NaN, 0]",
    ],
    [
      "a domain of no size",
      chartOf([line], { x: { label: "", domain: [1, 1 + 2e-16] } }),
      "not nearly equal",
    ],
    [
      "a log domain with 0",
      chartOf([line], { y: { label: "", scale: "log", domain: [0, 1] } }),
      "panels[0].y.domain must be two numbers that ascend, from 1e-300",
    ],
    [
      "equal units on unequal scales",
      chartOf([line], { y: { label: "", scale: "log" }, equalUnits: true }),
      "the same scale on both axes, received linear and log",
    ],
    [
      "a scale that is none",
      chartOf([line], { y: { label: "", scale: "sqrt" as "log" } }),
      "panels[0].y.scale must be linear or log, received sqrt",
    ],
    [
      "a mark that is none",
      chartOf([{ ...line, mark: "bars" as "dots" }]),
      "panels[0].curves[0].mark must be line, dots or both, received bars",
    ],
  ])("%s", (_, chart, message) => {
    expect(() => chartPicture(chart)).toThrow(RangeError);
    expect(() => chartPicture(chart)).toThrow(message);
  });
});
