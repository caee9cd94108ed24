import { l0 } from "@proxkit/penalties-l0";
import { l1 } from "@proxkit/penalties-l1";
import { tl1 } from "@proxkit/penalties-tl1";
import type { SeparablePenalty } from "@proxkit/penalty";
import type { Chart, ChartCurve, ChartPanel } from "@proxkit/plots";

const axis = { label: "x" };

/** Numbers from a to b, both of them among n. */
export function spaced(a: number, b: number, n: number): number[] {
  return Array.from({ length: n }, (_, i) => a + ((b - a) * i) / (n - 1));
}

/** A chart of one panel, and what it needs to be one. */
export function chartOf(
  curves: readonly ChartCurve[],
  panel: Partial<ChartPanel> = {},
  chart: Partial<Chart> = {},
): Chart {
  const only = { title: "", x: axis, y: { label: "y" }, curves, ...panel };
  return { name: "sample", title: "A sample", caption: "", panels: [only], ...chart };
}

/** The curve of a function. */
export function curveOf(label: string, x: readonly number[], f: (x: number) => number): ChartCurve {
  return { label, x, y: x.map(f) };
}

/** The prox of a penalty, with a gap where it jumps: at its threshold. */
function thresholding(penalty: SeparablePenalty, t: number): ChartCurve {
  const v = spaced(-3, 3, 301);
  const y = v.map((at) => penalty.scalar.prox(at, t));
  const jump = (i: number) => i > 0 && Math.abs(y[i] - y[i - 1]) > 0.2;
  return { label: "prox", x: v, y: y.map((height, i) => (jump(i) ? null : height)) };
}

function panelOf(title: string, curves: readonly ChartCurve[], more: Partial<ChartPanel> = {}) {
  return { title, x: { label: "v" }, y: { label: "prox(v, ½)" }, curves, ...more };
}

/** The line |x|^p + |y|^p = c, once around. */
function levelLine(p: number, c: number): ChartCurve {
  const round = spaced(0, 2 * Math.PI, 201).map((a) => [Math.cos(a), Math.sin(a)]);
  const size = round.map(([x, y]) => (c / (Math.abs(x) ** p + Math.abs(y) ** p)) ** (1 / p));
  const x = round.map(([at], i) => at * size[i]);
  return { label: `P = ${c}`, x, y: round.map(([, at], i) => at * size[i]) };
}

const levels = [0.25, 0.5, 0.75, 1];
const ten = Array.from({ length: 10 }, (_, k) => k);
const identity = curveOf("identity", [-3, 3], (v) => v);
const steps = spaced(0, 60, 61);
const decades = spaced(-6, 0, 13).map((e) => 10 ** e);

/** Charts of every kind that a picture must be able to show. */
export const charts: Readonly<Record<string, Chart>> = {
  "five thresholding functions": {
    name: "figure4",
    title: "Thresholding functions",
    caption: "λ = ½; TL1 is sub-critical at a = 2, super-critical at a = 1.",
    panels: Object.entries({
      soft: l1(),
      hard: l0(),
      "TL1, a = 2": tl1({ a: 2 }),
      "TL1, a = 1": tl1(),
    })
      .map(([name, penalty]) => panelOf(name, [thresholding(penalty, 0.5), identity]))
      .concat([panelOf("nothing but the identity", [identity])]),
  },
  "level lines": {
    name: "figure2",
    title: "Level lines",
    caption: "",
    panels: [1, 0.5, 2].map((p) =>
      panelOf(
        `p = ${p}`,
        levels.map((c) => levelLine(p, c)),
        { equalUnits: true },
      ),
    ),
  },
  "four curves that nearly touch": chartOf(
    ["l1", "TL1, a = 100", "TL1, a = 1", "l0"].map((label, k) =>
      curveOf(label, spaced(-1, 1, 101), (x) => x ** 2 / (1 + 0.02 * k)),
    ),
  ),
  "curves that are the same": chartOf(
    ["one", "another", "a third"].map((label) => curveOf(label, spaced(0, 1, 20), (x) => x)),
  ),
  "three bands on a log axis": chartOf(
    ["l1", "TL1, a = 1", "l0"].map((label, k) => {
      const y = steps.map((i) => (1 + k) * 0.7 ** i);
      return { label, x: steps, y, low: y.map((h) => h / 2), high: y.map((h) => 1.5 * h) };
    }),
    { x: { label: "iteration" }, y: { label: "Lᵦ − limit", scale: "log" } },
  ),
  "a path on log axes": chartOf(
    [1, -0.5].map((slope) => ({
      ...curveOf(`slope ${slope}`, decades, (x) => x ** slope),
      mark: "both" as const,
    })),
    { x: { label: "λ", scale: "log" }, y: { label: "angle (radians)", scale: "log" } },
  ),
  "dots of four penalties": chartOf(
    ten.slice(0, 4).map((k) => ({
      ...curveOf(`penalty ${k}`, spaced(1, 100, 100), (i) => k + Math.sin(1e3 * i * (k + 1)) / 3),
      mark: "dots" as const,
    })),
  ),
  "dots that are mixed": chartOf(
    ten.map((k) => ({
      ...curveOf(`penalty ${k}`, spaced(1, 100, 100), (i) => Math.sin(1e3 * i * (k + 1))),
      mark: "dots" as const,
    })),
  ),
  "ten curves with long labels that run together": chartOf(
    ten.map((k) =>
      curveOf(
        `transformed l1 with a = ${k}, started from the normalised thresholded planted weights, seed ${k}`,
        steps,
        (i) => 1e-3 * k + Math.exp(-i),
      ),
    ),
    {},
    { caption: "A caption that says everything there is to say of this chart. ".repeat(12) },
  ),
  "ten curves of noise": chartOf(
    ten.map((k) => curveOf(`seed ${k}`, spaced(0, 1, 1500), (x) => Math.sin(1e5 * x * (k + 1.1)))),
  ),
  "ten curves that cross": chartOf(
    ten.map((k) => curveOf(`k = ${k}`, [0, 1], (x) => x * k - k / 2)),
  ),
  "long labels everywhere": chartOf(
    [curveOf("identity", [0, 1], (x) => x)],
    {
      title: "A title of a panel that is longer than the panel is wide, ".repeat(3),
      x: { label: "what is measured to the right, in units that have a long name, ".repeat(3) },
      y: { label: "what is measured upwards, in units that have a long name, ".repeat(3) },
    },
    { title: "A title that is longer than the sheet is wide, ".repeat(4) },
  ),
  "nothing at all": chartOf([], {}, { title: "" }),
  "nothing finite": chartOf([
    { label: "lost", x: [1, 2, Number.NaN], y: [Number.NaN, Number.POSITIVE_INFINITY, 1] },
    { label: "empty", x: [], y: [] },
    { label: "only gaps", x: [1, 2], y: [null, null] },
  ]),
  "one point": chartOf([{ label: "alone", x: [3], y: [7] }]),
  "one dot at 0": chartOf([{ label: "alone", mark: "dots", x: [0], y: [0] }]),
  "zeros on a log axis": chartOf(
    [{ label: "residual", x: [0, 1, 2, 3, 4], y: [1, 0.1, 0, 1e-3, 0] }],
    { y: { label: "residual", scale: "log" } },
  ),
  "only zeros and negative numbers on log axes": chartOf(
    [{ label: "residual", x: [-1, 1, 2], y: [1, 0, -1] }],
    { x: { label: "λ", scale: "log" }, y: { label: "residual", scale: "log" } },
  ),
  "the largest numbers": chartOf([{ label: "far", x: [-1e300, 1e300], y: [-1e300, 1e300] }]),
  "the smallest numbers": chartOf([
    { label: "near", x: [0, 1e-300, 2e-300], y: [0, 5e-324, 1e-300] },
  ]),
  "from the smallest to the largest on log axes": chartOf(
    [{ label: "all", mark: "both", x: [1e-300, 1, 1e300], y: [1e300, 1, 1e-300] }],
    { x: { label: "λ", scale: "log" }, y: { label: "y", scale: "log" } },
  ),
  "less than a decade on log axes": chartOf(
    [{ label: "short", x: [3, 3.1, 3.2], y: [0.21, 0.3, 0.4] }],
    { x: { label: "λ", scale: "log" }, y: { label: "y", scale: "log" } },
  ),
  "a window that cuts its curves": chartOf(
    [
      curveOf("line", [-10, 10], (x) => x),
      {
        label: "band",
        x: spaced(-2, 2, 41),
        y: spaced(-2, 2, 41).map((x) => x ** 2),
        low: new Array(41).fill(-9),
        high: new Array(41).fill(0.5),
      },
      { label: "dots", mark: "dots", x: [-5, 0.5, 5], y: [-5, -0.5, 5] },
    ],
    { x: { label: "x", domain: [-1, 1] }, y: { label: "y", domain: [-1, 1] } },
  ),
  "curves without labels": chartOf([
    curveOf("", [0, 1], (x) => x),
    { label: "gaps", x: [0, 0.2, 0.4, 0.6, 0.8], y: [1, null, 0.5, null, 1] },
  ]),
  "points whose labels are wider than they are apart": chartOf(
    spaced(1, 8, 8).map((k) => ({ label: `the point with number ${k}`, x: [k], y: [1] })),
  ),
  "seven panels": {
    ...chartOf([]),
    panels: ten
      .slice(0, 7)
      .map((k) => panelOf(`panel ${k}`, [curveOf(`curve ${k}`, [0, 1], (x) => k * x)])),
  },
};
