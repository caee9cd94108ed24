import type { FitPictureOptions, TraceRecord } from "@proxkit/plots";

/** A trace that converges linearly. */
export function convergingTrace(iterations: number, rate = 0.9): TraceRecord[] {
  return Array.from({ length: iterations }, (_, i) => ({
    iteration: i + 1,
    objective: 0.2 + rate ** i,
    residual: rate ** i,
  }));
}

/** A vector of length d that is 0 but for these entries. */
export function sparse(d: number, entries: Readonly<Record<number, number>>): Float64Array {
  const w = new Float64Array(d);
  for (const [i, value] of Object.entries(entries)) w[Number(i)] = value;
  return w;
}

const planted = sparse(20, { 2: 1, 5: -0.7, 6: 0.4, 12: 1.5, 15: 0.3 });
const caption = "tl1(a = 1), λ = 0.01, β = 1, η = 0.1: converged after 120 iterations; 5 nonzero";

/** Fits of every kind that a picture must be able to show. */
export const fits: Readonly<Record<string, FitPictureOptions>> = {
  "20 weights with planted ones": {
    weights: sparse(20, { 2: 1.02, 5: -0.68, 6: 0.41, 12: 1.49, 17: -0.22 }),
    truth: planted,
    trace: convergingTrace(120),
    title: "RVSM on planted data, k = 2, d = 20",
    caption,
  },
  "10 named features": {
    weights: [0, -11.3, 24.8, 15.1, -8.2, 0, -10.3, 0, 24.1, 3.3],
    names: ["age", "sex", "bmi", "bp", "tc", "ldl", "hdl", "tch", "ltg", "glu"],
    trace: convergingTrace(60, 0.7),
    caption,
  },
  "500 weights": {
    weights: sparse(500, { 3: 0.9, 219: 0.65, 231: 0.9, 257: -0.8, 425: -0.4, 430: -0.06, 498: 1 }),
    truth: sparse(500, { 3: 0.8, 219: 0.6, 231: 0.9, 257: -0.8, 425: -0.4, 430: -0.1, 498: 1.1 }),
    trace: convergingTrace(100_000, 0.9998),
    caption,
  },
  "500 weights, 12 neighbours nonzero": {
    weights: sparse(
      500,
      Object.fromEntries(Array.from({ length: 12 }, (_, i) => [100 + i, 1 + i])),
    ),
    names: Array.from({ length: 500 }, (_, i) => `expression of gene ${i}, normalised`),
    trace: convergingTrace(10),
  },
  "500 weights, none zero": {
    weights: Array.from({ length: 500 }, (_, i) => Math.sin(i)),
    trace: convergingTrace(10),
  },
  "all weights zero": {
    weights: new Float64Array(20),
    truth: planted,
    trace: convergingTrace(10),
    caption,
  },
  "all weights zero, none planted": {
    weights: new Float64Array(1000),
    truth: new Float64Array(1000),
    trace: convergingTrace(10),
  },
  "a diverged fit": {
    weights: [Number.NaN, Number.POSITIVE_INFINITY, 3e12, 0, -1e308],
    trace: [
      ...Array.from({ length: 40 }, (_, i) => ({
        iteration: i,
        objective: 10 ** (10 * i),
        residual: 10 ** (4 * i),
      })),
      { iteration: 40, objective: Number.POSITIVE_INFINITY, residual: Number.NaN },
      { iteration: Number.NaN, objective: Number.NaN, residual: Number.NEGATIVE_INFINITY },
    ],
  },
  "nothing finite": {
    weights: [Number.NaN],
    trace: [{ iteration: 1, objective: Number.NaN, residual: Number.NaN }],
  },
  "long names": {
    weights: Array.from({ length: 30 }, (_, i) => (i % 3 ? 0 : Math.cos(i))),
    truth: Array.from({ length: 30 }, (_, i) => (i % 3 ? 0 : Math.cos(i) + 0.1)),
    names: Array.from({ length: 30 }, (_, i) => `systolic blood pressure in mmHg, visit ${i}`),
    trace: convergingTrace(1000, 0.97),
    title: "A title that is longer than the sheet is wide, ".repeat(4),
    caption: `${caption}; `.repeat(4),
    objective: "A name of the objective that is longer than its panel is wide",
  },
  "one weight, one iteration": {
    weights: [0.5],
    names: [
      "the only feature, and its name is a long one, longer even than the panel is wide, truly",
    ],
    trace: [{ iteration: 0, objective: 3, residual: 0.01 }],
    title: "",
  },
  "no trace": { weights: [0.5, -3e-9], trace: [] },
  "residuals of 0": {
    weights: [0.5, 5e-324],
    trace: Array.from({ length: 30 }, (_, i) => ({
      iteration: i,
      objective: 0.5 + 1e-7 / (i + 1),
      residual: i % 3 ? 0.5 ** i : 0,
    })),
  },
  "only residuals of 0": {
    weights: [-1],
    trace: [{ iteration: 7, objective: -0, residual: 0 }],
  },
};
