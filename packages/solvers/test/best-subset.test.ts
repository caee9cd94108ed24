import { type Loss, leastSquares, multinomial, seededRandom } from "@proxkit/core";
import { bestSubset, type SubsetPoint } from "@proxkit/solvers";
import { describe, expect, it } from "vitest";
import { diabetes, population } from "./problems.ts";
import { kept, sample } from "./regression-problems.ts";
import { exhaustive, kinds, leastSquared, planted, rowsOf, table } from "./subset-problems.ts";

const seeds = Array.from({ length: 30 }, (_, n) => n + 1);
const all = (p: number) => Array.from({ length: p + 1 }, (_, s) => s);

describe("bestSubset", () => {
  it.each(kinds)("finds what looking at every subset finds, at each size: %s columns", (kind) => {
    for (const seed of seeds) {
      const given = table(kind, seed);
      const { keep, y } = given;
      const best = exhaustive(given, (some) => leastSquared(given, some));
      const loss = leastSquares({ X: rowsOf(given), y });
      const points = [...bestSubset({ loss, keep, sizes: all(best.length - 1) })];
      expect(points.map(({ size }) => size)).toEqual(all(best.length - 1));
      for (const { size, w, support, loss: value, deviance, optimal, outcome } of points) {
        expect(Math.abs(value - best[size]), `${seed}: ${size}`).toBeLessThan(1e-9 * best[0]);
        expect(value).toBeCloseTo(loss.value(w), 12);
        expect(Math.abs(deviance - (1 - value / best[0]))).toBeLessThan(1e-9);
        expect(support.filter((j) => !keep.includes(j)).length).toBeLessThanOrEqual(size);
        expect(w.every(Number.isFinite)).toBe(true);
        expect({ optimal, outcome }).toEqual({ optimal: true, outcome: "converged" });
      }
    }
  });

  it("has the sums of squares that R's leaps has on the diabetes data", () => {
    const { loss } = diabetes();
    const points = [...bestSubset({ loss })];
    points.forEach(({ loss: value, support }, size) => {
      expect((value * 884) / LEAPS.sums[size]).toBeCloseTo(1, 9);
      expect(support).toEqual(LEAPS.supports[size]);
    });
  });

  it.each([1, 2, 3])(
    "never says that what is not the best is proven, with few nodes: seed %d",
    (seed) => {
      const { X, y } = planted({ m: 40, p: 24, k: 6, correlation: 0.9, signalToNoise: 1, seed });
      const loss = leastSquares({ X, y });
      const whole = [...bestSubset({ loss, nodes: Number.POSITIVE_INFINITY })];
      expect(whole.every(({ optimal }) => optimal)).toBe(true);
      for (const nodes of [0, 1, 10, 100]) {
        const some = [...bestSubset({ loss, nodes })];
        expect(some.every(({ optimal }) => optimal)).toBe(false);
        some.forEach((point, size) => {
          expect(point.loss).toBeGreaterThan(whole[size].loss - 1e-12);
          if (point.optimal) expect(point.loss).toBeCloseTo(whole[size].loss, 11);
        });
      }
    },
  );

  it("finds by local search alone the best of 24 columns for 92% of the sizes", () => {
    let found = 0;
    let asked = 0;
    for (const seed of all(5)) {
      const { X, y } = planted({ m: 60, p: 24, k: 6, correlation: 0.7, signalToNoise: 1, seed });
      const loss = leastSquares({ X, y });
      const best = [...bestSubset({ loss })];
      for (const { size, loss: value } of bestSubset({ loss, nodes: 0 })) {
        asked++;
        if (value < best[size].loss + 1e-11) found++;
      }
    }
    expect(found / asked).toBeGreaterThanOrEqual(0.92);
  });

  it("ends by local search where no exchange of one column for another lowers f", () => {
    for (const seed of [1, 2, 3]) {
      const { X, y } = planted({ m: 40, p: 16, k: 6, correlation: 0.9, signalToNoise: 1, seed });
      const given = { columns: X[0].map((_, j) => X.map((row) => row[j])), y, keep: [] };
      for (const { support, loss } of bestSubset({ loss: leastSquares({ X, y }), nodes: 0 }))
        for (const out of support)
          for (let j = 0; j < 16; j++) {
            const others = support.filter((i) => i !== out);
            expect(leastSquared(given, [...others, j])).toBeGreaterThan(loss - 1e-11);
          }
    }
  });

  it("takes the lowest index where columns are equal, or multiples but for a kept one", () => {
    const random = seededRandom(1);
    const x = Array.from({ length: 30 }, () => random.normal());
    const other = x.map(() => random.normal());
    const y = x.map((xi, i) => 3 * xi - other[i] + 0.1 * random.normal());
    const X = x.map((xi, i) => [1, 7 - 0.3 * xi, other[i], xi, 3 * other[i], xi]);
    for (const nodes of [0, 1e5]) {
      const points = [...bestSubset({ loss: leastSquares({ X, y }), keep: [0], nodes })];
      expect(points.map(({ support }) => support)).toEqual([
        [0],
        [0, 1],
        [0, 1, 2],
        [0, 1, 2],
        [0, 1, 2],
        [0, 1, 2],
      ]);
    }
  });

  it("takes the lowest indices where one column is the sum of two others", () => {
    const random = seededRandom(2);
    const sum = Array.from({ length: 30 }, () => [random.normal(), random.normal()]);
    const X = sum.map(([a, b]) => [random.normal(), a + b, a, b]);
    const y = sum.map(([a, b]) => a + 3 * b + 0.1 * random.normal());
    for (const nodes of [0, 1e5])
      expect(
        [...bestSubset({ loss: leastSquares({ X, y }), sizes: [2], nodes })][0].support,
      ).toEqual([1, 2]);
  });

  it.each([
    ["duplicated", 2],
    ["dependent", 1],
    ["constant", 1],
  ] as const)("gives %s columns no weight beside those that they depend on", (kind, dependent) => {
    for (const seed of seeds.filter((seed) => seed % 2 === 1))
      for (const nodes of [0, 1e5]) {
        const given = table(kind, seed);
        const p = given.columns.length;
        const loss = leastSquares({ X: rowsOf(given), y: given.y });
        const [{ w, support }] = bestSubset({ loss, keep: [0], sizes: [p - 1], nodes });
        expect(support).toHaveLength(p - dependent);
        expect(Math.max(...w.subarray(1).map(Math.abs))).toBeLessThan(100);
      }
  });

  it("does not depend on the units of the columns", () => {
    const { X, y } = planted({ m: 50, p: 15, k: 4, correlation: 0.8, signalToNoise: 2, seed: 3 });
    const scaled = X.map((row) => row.map((x, j) => x * 10 ** ((j % 7) * 3 - 9)));
    const points = [...bestSubset({ loss: leastSquares({ X, y }) })];
    const others = [...bestSubset({ loss: leastSquares({ X: scaled, y }) })];
    points.forEach(({ loss, support }, s) => {
      expect(others[s].support).toEqual(support);
      expect(others[s].loss).toBeCloseTo(loss, 10);
    });
  });

  it("keeps its digits beside an intercept of a million", () => {
    const { X, y } = planted({ m: 40, p: 10, k: 3, correlation: 0.5, signalToNoise: 2, seed: 4 });
    const solved = (by: number) => {
      const loss = leastSquares({ X: X.map((row) => [1, ...row]), y: y.map((yi) => yi + by) });
      return [...bestSubset({ loss, keep: [0] })];
    };
    const there = solved(1e6);
    solved(0).forEach((point, s) => {
      expect(there[s].support).toEqual([...new Set([0, ...point.support])]);
      expect(there[s].loss).toBeCloseTo(point.loss, 8);
    });
  });

  it.each([true, false])(
    "has the same from rows, columns and sparse data, sample weights %s",
    (weighted) => {
      const given = sample(60, 14, 5);
      const of = (data: string) => [
        ...bestSubset({ loss: kept[data](given, "squared", weighted) }),
      ];
      const rows = of("rows");
      for (const data of ["columns", "sparse"])
        of(data).forEach((point, s) => {
          expect(point.support).toEqual(rows[s].support);
          expect(point.loss).toBeCloseTo(rows[s].loss, 12);
          expect(point.w.every((wi, i) => Math.abs(wi - rows[s].w[i]) < 1e-9)).toBe(true);
        });
    },
  );

  it("lets a sample of weight 2 count like two, and one of weight 0 like none", () => {
    const { X, y } = planted({ m: 30, p: 10, k: 3, correlation: 0.5, signalToNoise: 1, seed: 6 });
    const weights = y.map((_, i) => i % 3);
    const repeated = y.flatMap((_, i) => Array<number>(weights[i]).fill(i));
    const by = [...bestSubset({ loss: leastSquares({ X, y, weights }) })];
    const loss = leastSquares({ X: repeated.map((i) => X[i]), y: repeated.map((i) => y[i]) });
    [...bestSubset({ loss })].forEach((point, s) => {
      expect(by[s].support).toEqual(point.support);
      expect(by[s].loss).toBeCloseTo(point.loss, 12);
    });
  });

  it("explains all with no more columns than samples, and nothing where there is nothing", () => {
    const { X, y } = planted({ m: 8, p: 30, k: 8, correlation: 0, signalToNoise: 1, seed: 7 });
    const points = [...bestSubset({ loss: leastSquares({ X, y }), nodes: 0 })];
    expect(points).toHaveLength(9);
    expect(points[8].deviance).toBeCloseTo(1, 12);
    expect(points[8].optimal).toBe(true);
    for (const { support, loss, deviance } of bestSubset({
      loss: leastSquares({ X, y: y.map(() => 0) }),
    }))
      expect({ support, loss, deviance }).toEqual({ support: [], loss: 0, deviance: 0 });
  });

  it("finds what was planted among a thousand columns", () => {
    const { X, y, support } = planted({
      m: 150,
      p: 1000,
      k: 8,
      correlation: 0.7,
      signalToNoise: 10,
      seed: 8,
    });
    const sizes = [2, 4, 6, 8];
    expect([...bestSubset({ loss: leastSquares({ X, y }), sizes })].at(-1)?.support).toEqual(
      support,
    );
  });

  it("solves for a size when it is asked for, and for no more after an abort", () => {
    const { X, y } = planted({ m: 30, p: 10, k: 3, correlation: 0, signalToNoise: 1, seed: 9 });
    const loss = leastSquares({ X, y });
    for (const nodes of [0, 1e5]) {
      const signal = { aborted: false };
      const points: SubsetPoint[] = [];
      for (const point of bestSubset({ loss, nodes, signal })) {
        points.push(point);
        signal.aborted = point.size === 2;
      }
      expect(points.map(({ outcome }) => outcome)).toEqual([
        "converged",
        "converged",
        "converged",
        "aborted",
      ]);
    }
  });

  it("gives back its room in the loss's memory, also after a break", () => {
    const loss = leastSquares({
      X: planted({ m: 4000, p: 12, k: 3, correlation: 0, signalToNoise: 1, seed: 1 }).X,
      y: Array(4000).fill(1),
    });
    const { memory } = loss.linear.columns;
    const sizes = all(40).map(() => {
      for (const { size } of bestSubset({ loss, sizes: [1, 2], nodes: 0 })) if (size === 1) break;
      return memory.size;
    });
    expect(new Set(sizes).size).toBe(1);
  });

  it("refuses what it cannot solve", () => {
    const { X, y } = planted({ m: 9, p: 4, k: 1, correlation: 0, signalToNoise: 1, seed: 1 });
    const run = (options: object, loss: Loss = leastSquares({ X, y })) => [
      ...bestSubset({ loss, ...options }),
    ];
    expect(() => run({}, population(5, 1).loss)).toThrow("bestSubset: loss must see w through");
    expect(() => run({}, multinomial({ X, y: y.map((_, i) => i % 3) }))).toThrow(
      "bestSubset: loss must have one output, received 3",
    );
    expect(() => run({ sizes: [1, 1] })).toThrow("sizes[1] must be above the one before, 1");
    expect(() => run({ sizes: [5] })).toThrow("sizes[0] must be a whole number from 0 to 4");
    expect(() => run({ sizes: [4], keep: [0, 0] })).toThrow("from 0 to 3, received 4");
    expect(() => run({ sizes: [0.5] })).toThrow("sizes[0]");
    expect(() => run({ keep: [4] })).toThrow("keep[0] must be a whole number from 0 to 3");
    expect(() => run({ nodes: Number.NaN })).toThrow("nodes must be at least 0");
  });
});

/**
 * regsubsets(X, y, nvmax = 10, intercept = FALSE, method = "exhaustive") of R's leaps 3.1 on
 * examples/data/diabetes-standardized.csv: residual sums of squares, from that of no column on, and columns from 0.
 */
const LEAPS = {
  sums: [
    2621009.12443, 1719581.81077, 1416694.01396, 1362708.69371, 1331431.40356, 1287881.1554,
    1271493.99729, 1267807.81206, 1264714.57987, 1264068.09639, 1263985.78563,
  ],
  supports: [
    [],
    [2],
    [2, 8],
    [2, 3, 8],
    [2, 3, 4, 8],
    [1, 2, 3, 6, 8],
    [1, 2, 3, 4, 5, 8],
    [1, 2, 3, 4, 5, 7, 8],
    [1, 2, 3, 4, 5, 7, 8, 9],
    [1, 2, 3, 4, 5, 6, 7, 8, 9],
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  ],
};
