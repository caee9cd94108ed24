import { elasticNet } from "@proxkit/penalties-elastic-net";
import { group } from "@proxkit/penalties-group";
import { l1 } from "@proxkit/penalties-l1";
import { fitPath, LOSS_NAMES, type LossName, regression } from "@proxkit/regression";
import { describe, expect, it } from "vitest";
import { type Sample, sample, targetOf, toSparse, toTheEnd } from "./problems.ts";

// What a minimum must fulfil, from the definitions, on the columns as they are scaled. Nothing here is the solvers'.

const tall = sample(50, 8, 1);
const wide = sample(24, 60, 2);
const DELTA = 1.2;

/** ∂φ/∂z of each output for one row. */
function slopesOf(loss: LossName, z: number[], y: number): number[] {
  if (loss === "squared") return [z[0] - y];
  if (loss === "huber") return [Math.min(DELTA, Math.max(-DELTA, z[0] - y))];
  if (loss === "logistic") return [1 / (1 + Math.exp(-z[0])) - y];
  if (loss === "poisson") return [Math.exp(z[0]) - y];
  const top = Math.max(...z);
  const e = z.map((zk) => Math.exp(zk - top));
  const total = e.reduce((a, b) => a + b);
  return e.map((ek, k) => ek / total - Number(k === y));
}

interface Case {
  readonly loss: LossName;
  readonly data: Sample;
  readonly intercept: boolean;
  readonly standardize: boolean;
  readonly weights?: number[];
  readonly featureWeights?: number[];
  readonly sparse?: boolean;
  /** Of the elastic net; a group penalty's is 1. */
  readonly ratio: number;
  /** Features that are kept together. */
  readonly groups?: number[][];
}

/** s, mean and deviation of the columns. */
function scalingOf({ data: { X }, weights = X.map(() => 1), standardize }: Case) {
  const total = weights.reduce((a, b) => a + b);
  const s = weights.map((weight) => weight / total);
  const columns = X[0].map((_, j) => X.map((row) => row[j]));
  const means = columns.map((column) => column.reduce((sum, x, i) => sum + s[i] * x, 0));
  const deviations = columns.map((column, j) =>
    standardize ? Math.sqrt(column.reduce((sum, x, i) => sum + s[i] * (x - means[j]) ** 2, 0)) : 1,
  );
  return { s, means, deviations };
}

/** The gradient on scaled columns, and for each intercept: [d][K] and [K]. */
function gradientsOf(given: Case, coefficients: ArrayLike<number>, intercept: ArrayLike<number>) {
  const { loss, data } = given;
  const { X } = data;
  const y = targetOf(data, loss);
  const K = intercept.length;
  const { s, means, deviations } = scalingOf(given);
  const g = X[0].map(() => new Array<number>(K).fill(0));
  const gb = new Array<number>(K).fill(0);
  X.forEach((row, i) => {
    const z = Array.from(intercept, (b, k) =>
      row.reduce((sum, x, j) => sum + x * coefficients[j * K + k], b),
    );
    slopesOf(loss, z, y[i]).forEach((slope, k) => {
      gb[k] += s[i] * slope;
      row.forEach((x, j) => {
        const centred = given.intercept ? x - means[j] : x;
        g[j][k] += (s[i] * slope * centred) / deviations[j];
      });
    });
  });
  return { g, gb, deviations };
}

/** The largest violation of the conditions of a minimum. */
function violationOf(
  given: Case,
  lambda: number,
  found: { coefficients: Float64Array; intercept: Float64Array },
) {
  const { coefficients, intercept } = found;
  const K = intercept.length;
  const { g, gb, deviations } = gradientsOf(given, coefficients, intercept);
  const w = g.map((row, j) => row.map((_, k) => coefficients[j * K + k] * deviations[j]));
  let worst = given.intercept ? Math.max(...gb.map(Math.abs)) : 0;
  if (given.groups) {
    for (const features of given.groups) {
      const [gs, ws] = [features.flatMap((j) => g[j]), features.flatMap((j) => w[j])];
      const pull = lambda * Math.sqrt(gs.length);
      const size = Math.hypot(...ws);
      const off =
        size > 0
          ? Math.hypot(...gs.map((x, i) => x + (pull * ws[i]) / size))
          : Math.max(0, Math.hypot(...gs) - pull);
      worst = Math.max(worst, off);
    }
    return worst;
  }
  g.forEach((row, j) => {
    const own = lambda * (given.featureWeights?.[j] ?? 1);
    row.forEach((slope, k) => {
      const smooth = slope + own * (1 - given.ratio) * w[j][k];
      const edge = own * given.ratio;
      const off =
        w[j][k] !== 0
          ? Math.abs(smooth + edge * Math.sign(w[j][k]))
          : Math.max(0, Math.abs(smooth) - edge);
      worst = Math.max(worst, off);
    });
  });
  return worst;
}

const forms: readonly (Omit<Case, "loss"> & { readonly name: string })[] = [
  { name: "l1", data: tall, intercept: true, standardize: true, ratio: 1 },
  { name: "elastic net", data: tall, intercept: true, standardize: true, ratio: 0.5 },
  { name: "no intercept", data: tall, intercept: false, standardize: true, ratio: 1 },
  { name: "no scaling", data: tall, intercept: true, standardize: false, ratio: 1 },
  {
    name: "all weights",
    data: tall,
    intercept: true,
    standardize: true,
    ratio: 0.8,
    weights: tall.weights,
    featureWeights: [1, 0, 2, 0.5, 1, 3, 1, 0.1],
  },
  { name: "sparse", data: tall, intercept: true, standardize: true, ratio: 1, sparse: true },
  {
    name: "sparse, no intercept",
    data: tall,
    intercept: false,
    standardize: true,
    ratio: 1,
    sparse: true,
  },
  {
    name: "groups",
    data: tall,
    intercept: true,
    standardize: true,
    ratio: 1,
    groups: [[0, 1, 2], [3, 4], [5], [6, 7]],
  },
  { name: "more columns than rows", data: wide, intercept: true, standardize: true, ratio: 1 },
];

describe.each(LOSS_NAMES)("the solutions of %s", (loss) => {
  it.each(forms)("are minima to 1e-9 of the steepest slope: $name", (form) => {
    const given: Case = { ...form, loss };
    const { data, intercept, standardize, weights, featureWeights, ratio, groups } = given;
    const K = loss === "multinomial" ? 3 : 1;
    const coordinates = groups?.map((features) =>
      features.flatMap((j) => Array.from({ length: K }, (_, k) => j * K + k)),
    );
    const penalty = coordinates
      ? group({ groups: coordinates })
      : ratio === 1
        ? l1()
        : elasticNet({ ratio });
    const X = given.sparse ? toSparse(data.X) : data.X;
    const y = targetOf(data, loss);
    const delta = loss === "huber" ? DELTA : undefined;
    const options = { X, y, loss, penalty, intercept, standardize, weights, featureWeights, delta };
    const problem = regression(options);
    const [{ lambda: top }] = fitPath(problem, { count: 1 });
    const zero = {
      coefficients: new Float64Array(data.X[0].length * K),
      intercept: new Float64Array(K),
    };
    const { g } = gradientsOf(given, zero.coefficients, zero.intercept);
    const steepest = Math.max(...g.flat().map(Math.abs));
    let nonzeros = 0;
    const lambdas = [0.5 * top, 0.1 * top, 0.03 * top];
    for (const point of fitPath(problem, { lambdas, ...toTheEnd(problem) })) {
      expect(violationOf(given, point.lambda, point)).toBeLessThan(1e-9 * steepest);
      expect(point.objective).toBeCloseTo(point.loss + point.lambda * point.penalty, 12);
      nonzeros += point.degreesOfFreedom;
    }
    expect(nonzeros).toBeGreaterThan(3);
    // and at λmax nothing penalised has left 0, while just below something has
    const [at, below] = fitPath(problem, { lambdas: [top, 0.99 * top] });
    expect(violationOf(given, top, at)).toBeLessThan(1e-6 * steepest);
    expect(below.degreesOfFreedom).toBeGreaterThan(at.degreesOfFreedom);
  });

  it("are seen not to be minima when they are moved", () => {
    const given: Case = { ...forms[0], loss };
    const problem = regression({
      X: tall.X,
      y: targetOf(tall, loss),
      loss,
      penalty: l1(),
      delta: DELTA,
    });
    const [{ lambda: top }] = fitPath(problem, { count: 1 });
    const [point] = fitPath(problem, { lambdas: [0.1 * top], ...toTheEnd(problem) });
    const moved = { ...point, coefficients: point.coefficients.map((x) => x * (1 + 1e-6)) };
    expect(violationOf(given, point.lambda, moved)).toBeGreaterThan(
      100 * violationOf(given, point.lambda, point),
    );
  });
});
