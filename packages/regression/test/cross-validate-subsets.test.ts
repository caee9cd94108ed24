import {
  crossValidateSubsets,
  type FoldResult,
  fitSubsets,
  foldsOf,
  type LinearProblemOptions,
  measureOf,
  predictMean,
  regression,
  runSubsetFold,
} from "@proxkit/regression";
import { describe, expect, it } from "vitest";
import { everySubset } from "./every-subset.ts";
import { sample, targetOf } from "./problems.ts";

const data = sample(60, 6, 5);
const base: LinearProblemOptions = { X: data.X, y: data.numbers };
const course = { folds: 4, seed: 1, sizes: [0, 1, 2, 4] };
const losses = ["squared", "logistic", "huber", "poisson"] as const;

describe("crossValidateSubsets", () => {
  it.each(losses)(
    "judges each size by models searched for among all subsets without the fold: %s",
    async (loss) => {
      const y = targetOf(data, loss);
      const X = data.X.map((row) => row.slice(0, 5));
      const classes = loss === "logistic" ? y : undefined;
      const fold = foldsOf({ samples: 60, folds: 4, seed: 1, classes });
      const of = <T>(values: readonly T[], keep: (k: number) => boolean) =>
        values.filter((_, i) => keep(fold[i]));
      const delta = loss === "huber" ? 0.7 : undefined;
      const found = await crossValidateSubsets({ X, y, loss, delta }, course);
      const measure = loss === "squared" || loss === "huber" ? "mse" : "deviance";
      const errors = [0, 1, 2, 3].map((k) => {
        const learn = (own: number) => own !== k;
        const held = (own: number) => own === k;
        const best = everySubset({ X: of(X, learn), y: of(y, learn), loss, delta });
        return course.sizes.map((size) => {
          const { support, w } = best[size];
          const coefficients = new Float64Array(5);
          support.forEach((j, at) => {
            coefficients[j] = w[at + 1];
          });
          const intercept = Float64Array.of(w[0]);
          const target = Float64Array.from(of(y, held));
          return measureOf(measure, {
            lossName: loss,
            y: target,
            mean: predictMean({ lossName: loss, intercept, coefficients, X: of(X, held) }),
            weights: target.map(() => 1),
          });
        });
      });
      course.sizes.forEach((_, k) => {
        const mean = errors.reduce((sum, own) => sum + own[k] / 4, 0);
        const variance = errors.reduce((sum, own) => sum + (own[k] - mean) ** 2 / 4, 0);
        expect(found.mean[k] / mean).toBeCloseTo(1, 6);
        expect(found.standardError[k] / Math.sqrt(variance / 3)).toBeCloseTo(1, 5);
      });
      expect([...found.sizes]).toEqual(course.sizes);
      const costs = [...found.mean];
      expect(found.best).toBe(costs.indexOf(Math.min(...costs)));
      const limit = costs[found.best] + found.standardError[found.best];
      expect(found.oneStandardError).toBe(costs.findIndex((cost) => cost <= limit));
    },
  );

  it("has the same bits with a map of messages in any order, and with subsets that are known", async () => {
    const options = { ...base, weights: data.weights.map((x) => x + 0.1) };
    const here = await crossValidateSubsets(options, { ...course, keep: [3], repeats: 2 });
    expect(here.folds).toHaveLength(8);
    const problem = regression(options);
    const path = [...fitSubsets(problem, { sizes: course.sizes, keep: [3] })];
    const there = await crossValidateSubsets(options, {
      ...{ ...course, sizes: undefined, keep: [3], repeats: 2, path },
      async map(tasks) {
        const results: FoldResult[] = [];
        for (const task of structuredClone([...tasks]).reverse())
          results.push(structuredClone(runSubsetFold(structuredClone(options), task)));
        return results;
      },
    });
    expect({ ...there, problem: 0 }).toEqual({ ...here, problem: 0 });
  });

  it("keeps in every fold what is always in", async () => {
    const only = await crossValidateSubsets(base, { ...course, sizes: [0], keep: [0, 1, 2] });
    const none = await crossValidateSubsets(base, { ...course, sizes: [0] });
    expect(only.mean[0]).toBeLessThan(0.7 * none.mean[0]);
  });

  it("refuses what crossValidate refuses, and a class of several", async () => {
    await expect(crossValidateSubsets(base, { folds: 61 })).rejects.toThrow(
      "crossValidateSubsets: folds must be at most the 60 rows, received 61",
    );
    await expect(crossValidateSubsets(base, { measure: "auc" })).rejects.toThrow(
      "crossValidateSubsets: measure must be one of mse, mae for squared, received auc",
    );
    await expect(
      crossValidateSubsets({ ...base, y: data.classes, loss: "multinomial" }),
    ).rejects.toThrow("fitSubsets: problem must have one output, received 3");
  });

  it("ends at an abort, between two folds", async () => {
    const controller = new AbortController();
    const run = crossValidateSubsets(base, { ...course, signal: controller.signal });
    setTimeout(() => controller.abort());
    await expect(run).rejects.toMatchObject({
      name: "AbortError",
      message: "crossValidateSubsets: the signal was aborted",
    });
  });
});
