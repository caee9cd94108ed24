import { ArgumentError, seededRandom } from "@proxkit/core";
import { l1 } from "@proxkit/penalties-l1";
import {
  type CrossValidateOptions,
  crossValidate,
  type FoldResult,
  fitPath,
  foldsOf,
  LOSS_NAMES,
  measureOf,
  predictMean,
  type RegressionOptions,
  regression,
  runFold,
} from "@proxkit/regression";
import { describe, expect, it } from "vitest";
import { sample, targetOf, toSparse } from "./problems.ts";

const data = sample(60, 6, 3);
const base: RegressionOptions = { X: data.X, y: data.numbers, penalty: l1() };
const short = { folds: 5, count: 12, seed: 2 };

describe("foldsOf", () => {
  it.each([
    [10, 3],
    [60, 10],
    [7, 7],
  ])("shares %i rows among %i folds to within one", (samples, folds) => {
    const sizes = new Array<number>(folds).fill(0);
    for (const fold of foldsOf({ samples, folds, seed: 5 })) sizes[fold]++;
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    expect(sizes.reduce((a, b) => a + b)).toBe(samples);
  });

  it("shares each class among the folds to within one, and all rows too", () => {
    const random = seededRandom(1);
    for (let trial = 0; trial < 30; trial++) {
      const classes = Array.from({ length: 20 + trial }, () => random.integer(4) ** 2);
      const fold = foldsOf({ samples: classes.length, folds: 5, seed: trial, classes });
      const spread = (of: (row: number) => boolean) => {
        const counts = new Array<number>(5).fill(0);
        fold.forEach((k, row) => {
          if (of(row)) counts[k]++;
        });
        return Math.max(...counts) - Math.min(...counts);
      };
      for (const label of new Set(classes))
        expect(spread((row) => classes[row] === label)).toBeLessThanOrEqual(1);
      expect(spread(() => true)).toBeLessThanOrEqual(1);
    }
  });

  it("draws by the seed: the same again, others for another", () => {
    const of = (seed: number) => foldsOf({ samples: 50, folds: 5, seed });
    expect(of(1)).toEqual(of(1));
    expect(of(1)).not.toEqual(of(2));
    // the bits of today, which the seed promises to every later version and platform
    expect([...foldsOf({ samples: 8, folds: 4, seed: 0 })]).toEqual([0, 1, 0, 3, 3, 2, 1, 2]);
  });

  it("refuses fewer rows than folds, and fewer folds than two", () => {
    expect(() => foldsOf({ samples: 3, folds: 5, seed: 0 })).toThrow(
      "foldsOf: folds must be at most the 3 rows, received 5",
    );
    for (const folds of [1, 0, 2.5, Number.NaN])
      expect(() => foldsOf({ samples: 9, folds, seed: 0 })).toThrow(
        `folds must be a whole number at least 2, received ${folds}`,
      );
  });
});

/** Cross-validation again, from `regression`, `fitPath`, `predictMean` and the definitions. */
function byHand(options: RegressionOptions, lambdas: ArrayLike<number>, fold: Uint32Array) {
  const [X, y] = [options.X as number[][], Array.from(options.y)];
  const { loss = "squared", weights = y.map(() => 1) } = options;
  const measure = loss === "squared" || loss === "huber" ? "mse" : "deviance";
  const of = <T>(values: ArrayLike<T>, keep: (k: number) => boolean) =>
    Array.from(values).filter((_, i) => keep(fold[i]));
  const folds = Array.from({ length: Math.max(...fold) + 1 }, (_, k) => {
    const learn = (own: number) => own !== k;
    const held = (own: number) => own === k;
    const problem = regression({
      ...options,
      X: of(X, learn),
      y: of(y, learn),
      weights: options.weights && of(weights, learn),
    });
    const test = Float64Array.from(of(weights, held));
    return {
      weight: test.reduce((a, b) => a + b),
      errors: [...fitPath(problem, { lambdas })].map((point) =>
        measureOf(measure, {
          lossName: loss,
          y: Float64Array.from(of(y, held)),
          mean: predictMean({ ...point, lossName: loss, X: of(X, held) }),
          weights: test,
        }),
      ),
    };
  });
  const total = folds.reduce((sum, { weight }) => sum + weight, 0);
  const mean = Array.from(lambdas, (_, k) =>
    folds.reduce((sum, { errors, weight }) => sum + (weight / total) * errors[k], 0),
  );
  const standardError = mean.map((average, k) =>
    Math.sqrt(
      folds.reduce(
        (sum, { errors, weight }) => sum + (weight / total) * (errors[k] - average) ** 2,
        0,
      ) /
        (folds.length - 1),
    ),
  );
  return { mean, standardError };
}

describe("crossValidate", () => {
  it.each(LOSS_NAMES)(
    "is the mean and the standard error of its folds, learned by hand: %s",
    async (loss) => {
      const y = targetOf(data, loss);
      const isClasses = loss === "logistic" || loss === "multinomial";
      const fold = foldsOf({ samples: 60, folds: 5, seed: 2, classes: isClasses ? y : undefined });
      for (const weights of [undefined, y.map((_, i) => 0.5 + (i % 4))]) {
        const options = { ...base, y, loss, weights };
        const found = await crossValidate(options, short);
        const hand = byHand(options, found.lambdas, fold);
        hand.mean.forEach((mean, k) => {
          expect(found.mean[k]).toBeCloseTo(mean, 10);
          expect(found.standardError[k]).toBeCloseTo(hand.standardError[k], 10);
        });
        expect(found.folds.every(({ unconverged }) => unconverged === 0)).toBe(true);
      }
    },
  );

  it("knows nothing of the rows that are left out: scaled by all rows, another model comes out", () => {
    const test = Uint32Array.of(3, 17, 40);
    const X = data.X.map((row, i) => (test.includes(i) ? row.map((x, j) => 30 * x + 7 * j) : row));
    const others = <T>(values: readonly T[]) => values.filter((_, i) => !test.includes(i));
    for (const loss of ["squared", "huber"] as const) {
      const y = data.numbers.map((target, i) => (test.includes(i) ? 50 * target : target));
      const lambdas = Float64Array.of(0.3, 0.1);
      const errorOf = (given: RegressionOptions) => {
        const problem = regression(given);
        return [...fitPath(problem, { lambdas, tolerance: 1e-12 })].map((point) => {
          const mean = predictMean({ ...point, lossName: loss, X: Array.from(test, (i) => X[i]) });
          return Array.from(test).reduce((sum, row, i) => sum + (mean[i] - y[row]) ** 2 / 3, 0);
        });
      };
      const task = {
        repeat: 0,
        fold: 0,
        test,
        lambdas,
        measure: "mse",
        maxIterations: undefined,
      } as const;
      const { errors } = runFold({ ...base, X, y, loss }, { ...task, tolerance: 1e-12 });
      const apart = errorOf({ ...base, X: others(X), y: others(y), loss });
      apart.forEach((error, k) => {
        expect(errors[k] / error).toBeCloseTo(1, 9);
      });
      // the leak: λ on columns that all rows have scaled is λ times these weights on those of the others
      const deviations = (rows: number[][]) => {
        const { unscale, loss: made } = regression({ ...base, X: rows, y: rows.map((_, i) => i) });
        return unscale(new Float64Array(made.dimension).fill(1)).coefficients.map((x) => 1 / x);
      };
      const [all, some] = [deviations(X), deviations(others(X))];
      const featureWeights = all.map((deviation, j) => deviation / some[j]);
      const leaked = errorOf({ ...base, X: others(X), y: others(y), loss, featureWeights });
      leaked.forEach((error, k) => {
        expect(Math.abs(error / errors[k] - 1)).toBeGreaterThan(1e-3);
      });
    }
  });

  it("has the same bits with and without a map, whose tasks and results are messages in any order", async () => {
    for (const loss of LOSS_NAMES) {
      const options = {
        ...base,
        y: targetOf(data, loss),
        loss,
        weights: data.weights.map((x) => x + 0.1),
      };
      const course = { ...short, repeats: 2, count: 6 };
      const here = await crossValidate(options, course);
      let seen = 0;
      const there = await crossValidate(options, {
        ...course,
        async map(tasks) {
          const results: FoldResult[] = [];
          for (const task of structuredClone([...tasks]).reverse()) {
            await null;
            seen++;
            const { X, y, weights } = structuredClone({ ...options, penalty: "l1" });
            results.push(structuredClone(runFold({ X, y, weights, loss, penalty: l1() }, task)));
          }
          return results;
        },
      });
      expect(seen).toBe(10);
      expect({ ...there, problem: 0 }).toEqual({ ...here, problem: 0 });
    }
  });

  it("is the same of sparse data, to rounding", async () => {
    const dense = await crossValidate(base, short);
    const sparse = await crossValidate(
      { ...base, X: toSparse(data.X) },
      { ...short, lambdas: dense.lambdas },
    );
    dense.mean.forEach((mean, k) => {
      expect(sparse.mean[k] / mean).toBeCloseTo(1, 4); // each within its tolerance
    });
  });

  it("chooses the best mean, and the largest λ within one standard error of it", async () => {
    for (const [loss, measure] of [
      ["squared", "mae"],
      ["logistic", "deviance"],
      ["logistic", "auc"],
      ["logistic", "accuracy"],
      ["multinomial", "accuracy"],
    ] as const) {
      const found = await crossValidate(
        { ...base, y: targetOf(data, loss), loss },
        { ...short, measure },
      );
      const { mean, standardError, best, oneStandardError, path, lambdas } = found;
      const sign = measure === "auc" || measure === "accuracy" ? -1 : 1;
      const costs = [...mean].map((x) => sign * x);
      expect(costs.indexOf(Math.min(...costs))).toBe(best);
      const limit = costs[best] + standardError[best];
      expect(costs[oneStandardError]).toBeLessThanOrEqual(limit);
      expect(costs.slice(0, oneStandardError).every((cost) => cost > limit)).toBe(true);
      expect(found.measure).toBe(measure);
      expect(path.map(({ lambda }) => lambda)).toEqual([...lambdas]);
    }
  });

  it("averages repeats, whose seeds follow each other", async () => {
    const both = await crossValidate(base, { ...short, repeats: 2 });
    const [one, two] = await Promise.all(
      [2, 3].map((seed) => crossValidate(base, { ...short, seed })),
    );
    expect(one.mean).not.toEqual(two.mean);
    both.mean.forEach((mean, k) => {
      expect(mean).toBeCloseTo((one.mean[k] + two.mean[k]) / 2, 12);
      expect(both.standardError[k]).toBeCloseTo(
        (one.standardError[k] + two.standardError[k]) / 2,
        12,
      );
    });
    expect(both.folds.map(({ repeat, fold }) => [repeat, fold])).toEqual(
      [0, 1].flatMap((repeat) => [0, 1, 2, 3, 4].map((fold) => [repeat, fold])),
    );
  });

  it("fits the path of all rows as `fitPath` does", async () => {
    const { path } = await crossValidate(base, short);
    expect(path).toEqual([...fitPath(regression(base), { count: 12 })]);
  });

  it("goes on where a fold has lost what varies, or counts nothing", async () => {
    const X = data.X.map((row, i) => [row[0], Number(i === 7)]);
    const found = await crossValidate({ ...base, X }, { ...short, folds: 60 });
    expect(found.mean.every(Number.isFinite)).toBe(true);
    const fold = foldsOf({ samples: 60, folds: 5, seed: 2 });
    const weights = Array.from(fold, (k) => Number(k !== 3));
    const without = await crossValidate({ ...base, weights }, short);
    expect([...without.mean, ...without.standardError].every(Number.isFinite)).toBe(true);
    expect(without.folds[3].weight).toBe(0);
    const counts = data.counts.map((_, i) => Number(i < 2)); // a fold may hold both
    const rare = await crossValidate(
      { ...base, y: counts, loss: "poisson" },
      { folds: 2, count: 5 },
    );
    expect(rare.mean.every(Number.isFinite)).toBe(true);
  });

  const y = data.signs;
  const refusals: [string, object, CrossValidateOptions, string][] = [
    [
      "fewer rows than folds",
      { X: [[1], [2], [4]], y: [1, 2, 4] },
      {},
      "folds must be at most the 3 rows, received 10",
    ],
    [
      "one class only",
      { y: y.map(() => 0), loss: "logistic" },
      {},
      "y must hold both classes, received only 0",
    ],
    [
      "a class of one row",
      { y: y.map((_, i) => Number(i === 5)), loss: "logistic" },
      {},
      "crossValidate: y must hold at least 2 rows of each class, received 1 of class 1",
    ],
    [
      "a measure of another loss",
      {},
      { measure: "auc" },
      "crossValidate: measure must be one of mse, mae for squared, received auc",
    ],
    [
      "repeats that are no count",
      {},
      { repeats: 0 },
      "crossValidate: repeats must be a positive whole number, received 0",
    ],
    ["a seed that is none", {}, { seed: 0.5 }, "seed must be a whole number"],
    [
      "folds without a class for auc",
      { y: y.map((_, i) => Number(i < 3)), loss: "logistic" },
      { measure: "auc" },
      "crossValidate: folds must be so few that each has both classes, for auc, received 10",
    ],
    [
      "folds that take all of a class",
      { y: y.map((_, i) => Number(i < 2)), loss: "logistic" },
      { stratify: false, folds: 2, seed: 0 },
      "crossValidate: folds must leave rows of every class",
    ],
    [
      "a missing value, where it is",
      { y: data.numbers.map((v, i) => (i === 9 ? Number.NaN : v)) },
      {},
      "y must hold a finite number at row 9",
    ],
    [
      "a map that loses a fold",
      {},
      { folds: 2, map: async () => [] },
      "crossValidate: map must give a result for repeat 0, fold 0, received undefined",
    ],
  ];
  it.each(refusals)("refuses %s", async (_, options, course, message) => {
    const act = crossValidate({ ...base, ...options }, course);
    await expect(act).rejects.toThrow(ArgumentError);
    await expect(crossValidate({ ...base, ...options }, course)).rejects.toThrow(message);
  });

  it("ends at an abort, between two folds", async () => {
    const controller = new AbortController();
    const run = crossValidate({ ...base, X: data.X }, { ...short, signal: controller.signal });
    setTimeout(() => controller.abort());
    await expect(run).rejects.toMatchObject({ name: "AbortError" });
  });
});
