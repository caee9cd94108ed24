import { readFileSync } from "node:fs";
import { ArgumentError, seededRandom } from "@proxkit/core";
import { l1 } from "@proxkit/penalties-l1";
import {
  chooseByCriterion,
  criteriaOf,
  type FitSubsetsOptions,
  type FittedSubset,
  fitPath,
  fitSubsets,
  type LinearProblemOptions,
  predictMean,
  regression,
} from "@proxkit/regression";
import { describe, expect, it } from "vitest";
import { everySubset, type Table } from "./every-subset.ts";
import { sample, targetOf, toSparse } from "./problems.ts";

const data = sample(60, 6, 5);
const losses = ["squared", "logistic", "huber", "poisson"] as const;

function subsetsOf(options: LinearProblemOptions, course?: FitSubsetsOptions): FittedSubset[] {
  const problem = regression(options);
  const points = [...fitSubsets(problem, course)];
  problem.loss.free();
  return points;
}

/** Holds points to the best of all subsets of a table. */
function expectSame(points: readonly FittedSubset[], table: Table): void {
  const best = everySubset(table);
  const least = leastOf(table);
  expect(points).toHaveLength(best.length);
  points.forEach((point, size) => {
    const { support, w, loss } = best[size];
    expect(point).toMatchObject({ size, support, outcome: "converged", optimal: true });
    expect(point.degreesOfFreedom).toBe(support.length);
    expect(point.loss / loss).toBeCloseTo(1, 8);
    expect(point.deviance).toBeCloseTo(1 - (loss - least) / (best[0].loss - least), 7);
    const got = [point.intercept[0], ...support.map((j) => point.coefficients[j])];
    got.forEach((value, k) => {
      expect(Math.abs(value - w[k]), `size ${size}`).toBeLessThan(1e-6 * (1 + Math.abs(w[k])));
    });
    const others = point.coefficients.filter((_, j) => !support.includes(j));
    expect(others.every((value) => value === 0)).toBe(true);
  });
}

/** inf F: what f is where z is y. */
function leastOf({ y, loss, weights = y.map(() => 1) }: Table): number {
  if (loss !== "poisson") return 0;
  const whole = weights.reduce((a, b) => a + b, 0);
  return y.reduce((sum, n, i) => sum + (weights[i] / whole) * (n > 0 ? n - n * Math.log(n) : 0), 0);
}

describe("fitSubsets", () => {
  it("finds on the diabetes table what fitting all 1024 subsets finds, in its units", () => {
    const path = new URL("../../../examples/data/diabetes.csv", import.meta.url);
    const lines = readFileSync(path, "utf8").trim().split(/\r?\n/).slice(1);
    const rows = lines.map((line) => line.split(",").map(Number));
    const X = rows.map((row) => row.slice(0, -1));
    const y = rows.map((row) => row[10]);
    const points = subsetsOf({ X, y });
    expectSame(points, { X, y, loss: "squared" });
    expect(points[3].support).toEqual([2, 3, 8]); // bmi, bp, s5: those of R's leaps
  });

  it.each(losses)("finds the best of all 64 subsets with weights and an intercept: %s", (loss) => {
    const y = targetOf(data, loss);
    const { X, weights } = data;
    const delta = loss === "huber" ? 0.7 : undefined;
    const points = subsetsOf({ X, y, loss, weights, delta });
    expectSame(points, { X, y, loss, weights, delta });
  });

  it.each(losses)("and without either: %s", (loss) => {
    const y = targetOf(data, loss);
    const delta = loss === "huber" ? 0.7 : undefined;
    const given = { X: data.X, y, loss, delta, intercept: false };
    const points = subsetsOf(given);
    expectSame(points, given);
    for (const { intercept } of points) expect(intercept).toEqual(Float64Array.of(0));
  });

  it.each(losses)("keeps the features that it is told to, beside the size: %s", (loss) => {
    const y = targetOf(data, loss);
    const delta = loss === "huber" ? 0.7 : undefined;
    const given = { X: data.X, y, loss, delta };
    const points = subsetsOf(given, { keep: [5, 3] });
    expectSame(points, { ...given, keep: [3, 5] });
    expect(points.map(({ size, kept, support }) => [size, kept, support.length])).toEqual(
      [0, 1, 2, 3, 4].map((size) => [size, 2, size + 2]),
    );
  });

  it.each(losses)("does not depend on the scale it learns on, nor on the storage: %s", (loss) => {
    const given = { X: data.X, y: targetOf(data, loss), loss, weights: data.weights };
    const points = subsetsOf(given);
    const others = [
      subsetsOf({ ...given, standardize: false }),
      subsetsOf({ ...given, X: toSparse(data.X) }),
      subsetsOf({ ...given, X: data.X.map((row) => row.map((x, j) => 1000 ** (j - 2) * x)) }),
    ];
    others.forEach((other, which) => {
      expect(other.map(({ support }) => support)).toEqual(points.map(({ support }) => support));
      other.forEach(({ coefficients, intercept, loss: value }, size) => {
        expect(value / points[size].loss).toBeCloseTo(1, 10);
        expect(intercept[0]).toBeCloseTo(points[size].intercept[0], 7);
        coefficients.forEach((w, j) => {
          const unit = which === 2 ? 1000 ** (j - 2) : 1;
          expect(w * unit).toBeCloseTo(points[size].coefficients[j], 7);
        });
      });
    });
  });

  it("predicts with its coefficients what its loss says", () => {
    const { X, numbers: y } = data;
    for (const point of subsetsOf({ X, y })) {
      const mean = predictMean({ lossName: "squared", ...point, X });
      const squares = mean.reduce((sum, z, i) => sum + (z - y[i]) ** 2, 0);
      expect(squares / 120).toBeCloseTo(point.loss, 12);
    }
  });

  it("solves the problem of a path, whose penalty plays no part", () => {
    const given = { X: data.X, y: data.numbers };
    const problem = regression({ ...given, penalty: l1() });
    expect([...fitSubsets(problem)]).toEqual(subsetsOf(given));
  });

  it("ends where more features explain no more, unless it is asked for the sizes", () => {
    const X = data.X.map(([a, b, c]) => [a, b, a - 2 * b, c, 7, a]);
    const y = X.map(([a, b]) => 3 * a - b + 1);
    expect(subsetsOf({ X, y }).map(({ support }) => support)).toEqual([
      [],
      [expect.any(Number)],
      [0, 1],
    ]);
    const asked = subsetsOf({ X, y }, { sizes: [1, 2, 4] });
    expect(asked.map(({ size, support }) => [size, support.length])).toEqual([
      [1, 1],
      [2, 2],
      [4, 2],
    ]);
  });

  it("ends with the first subset that tells all classes apart, and says that it has no minimum", () => {
    const X = data.X.map(([a, b, c]) => [a + b, b, c, a]);
    const y = X.map(([a]) => Number(a > 1));
    const points = subsetsOf({ X, y, loss: "logistic" });
    expect(points.map(({ outcome }) => outcome)).toEqual(["converged", "maxIterations"]);
  });

  it.each([
    [12, 30, 3], // 12/(log 30 · log log 12) = 3.9
    [9, 4, 4],
    [6, 5, 4], // and the intercept: a sample is left
    [400, 2, 2],
    [400, 70, 50],
  ])("looks of %i rows and %i columns at sizes up to %i", (m, d, most) => {
    const random = seededRandom(3);
    const X = Array.from({ length: m }, () => Array.from({ length: d }, () => random.normal()));
    const y = X.map(() => random.normal());
    const sizes = subsetsOf({ X, y }, { nodes: 0 }).map(({ size }) => size);
    expect(sizes).toEqual(Array.from({ length: most + 1 }, (_, s) => s));
  });

  const problem = regression({ X: data.X, y: data.numbers });
  it.each<[string, () => unknown, string]>([
    [
      "several outputs",
      () => fitSubsets(regression({ X: data.X, y: data.classes, loss: "multinomial" })).next(),
      "fitSubsets: problem must have one output, received 3",
    ],
    [
      "a column of ones as a feature to keep",
      () =>
        fitSubsets(regression({ X: data.X, y: data.counts, loss: "poisson" }), {
          keep: [1, 6],
        }).next(),
      "fitSubsets: keep[1] must be a whole number from 0 to 5, received 6",
    ],
    [
      "more features than there are",
      () => fitSubsets(problem, { sizes: [1, 7] }).next(),
      "bestSubset: sizes[1] must be a whole number from 0 to 6, received 7",
    ],
    [
      "a path without a penalty",
      () => fitPath(problem as never).next(),
      "fitPath: problem must have a penalty, received undefined",
    ],
  ])("refuses %s", (_, act, message) => {
    expect(act).toThrow(ArgumentError);
    expect(act).toThrow(message);
  });
});

describe("criteria of best subsets", () => {
  it("count the intercept and the features, and for EBIC the subsets there are to choose from", () => {
    const { X, numbers: y } = data;
    const given = { X, y };
    const keep = [1];
    const problem = regression(given);
    const points = [...fitSubsets(problem, { keep })];
    const choose = [1, 5, 10, 10, 5, 1]; // C(5, size)
    points.forEach((point, size) => {
      const mean = predictMean({ lossName: "squared", ...point, X });
      const D = 60 * Math.log(mean.reduce((sum, z, i) => sum + (z - y[i]) ** 2, 0) / 60);
      const { aic, bic, ebic } = criteriaOf(problem, point);
      expect(aic).toBeCloseTo(D + 2 * (size + 2), 9);
      expect(bic).toBeCloseTo(D + (size + 2) * Math.log(60), 9);
      expect(ebic).toBeCloseTo(bic + Math.log(choose[size]), 9);
    });
    const values = points.map((point) => criteriaOf(problem, point).bic);
    expect(chooseByCriterion(problem, points, "bic")).toBe(values.indexOf(Math.min(...values)));
  });
});
