import { ArgumentError, DataValueError } from "@proxkit/core";
import { group } from "@proxkit/penalties-group";
import { l1 } from "@proxkit/penalties-l1";
import { mcp } from "@proxkit/penalties-mcp";
import { weighted } from "@proxkit/penalty";
import {
  duplicateColumns,
  encodeColumns,
  type FittedPoint,
  fitPath,
  LOSS_NAMES,
  predictMean,
  type RegressionOptions,
  regression,
} from "@proxkit/regression";
import { describe, expect, it } from "vitest";
import { sample, targetOf, toColumns, toSparse, toTheEnd } from "./problems.ts";

const data = sample(50, 8, 1);
const base = { X: data.X, y: data.numbers, penalty: l1() };

/** The points at half, a tenth and a thirtieth of λmax, or at given λ. */
function solved(options: RegressionOptions, at?: number[]): FittedPoint[] {
  const problem = regression(options);
  const [{ lambda: top }] = fitPath(problem, { count: 1 });
  const lambdas = at ?? [top / 2, top / 10, top / 30];
  return [...fitPath(problem, { lambdas, ...toTheEnd(problem) })];
}

function expectSame(some: FittedPoint[], others: FittedPoint[], digits = 9) {
  expect(some).toHaveLength(others.length);
  some.forEach((point, k) => {
    const other = others[k];
    point.coefficients.forEach((x, j) => {
      expect(x).toBeCloseTo(other.coefficients[j], digits);
    });
    point.intercept.forEach((x, j) => {
      expect(x).toBeCloseTo(other.intercept[j], digits);
    });
    expect(point.objective).toBeCloseTo(other.objective, digits);
  });
}

describe.each(LOSS_NAMES)("regression, %s", (loss) => {
  const y = targetOf(data, loss);
  const given = { ...base, y, loss, delta: loss === "huber" ? 1 : undefined };

  it.each([
    { intercept: true, standardize: true },
    { intercept: true, standardize: false },
    { intercept: false, standardize: true },
  ])("is the same of rows, columns and sparse columns: %o", (how) => {
    const rows = solved({ ...given, ...how });
    const lambdas = rows.map(({ lambda }) => lambda);
    for (const X of [toColumns(data.X), toSparse(data.X)])
      expectSame(solved({ ...given, ...how, X, weights: data.X.map(() => 2) }, lambdas), rows);
  });

  it("takes a weight of 2 for a row that is there twice, and one of 0 for one that is not", () => {
    const times = data.X.map((_, i) => i % 3);
    const rows = times.flatMap((n, i) => new Array<number>(n).fill(i));
    const repeated = solved({ ...given, X: rows.map((i) => data.X[i]), y: rows.map((i) => y[i]) });
    const lambdas = repeated.map(({ lambda }) => lambda);
    expectSame(solved({ ...given, weights: times }, lambdas), repeated);
    // whatever the row holds
    const X = data.X.map((row, i) => (times[i] === 0 ? row.map(() => 1e6) : row));
    expectSame(solved({ ...given, X, weights: times }, lambdas), repeated);
  });

  it("does not see the units of a standardised column, nor where its 0 is", () => {
    const plain = solved(given);
    const lambdas = plain.map(({ lambda }) => lambda);
    const X = data.X.map((row) => row.map((x, j) => (j === 2 ? 1e5 * x + 3e5 : x)));
    const moved = solved({ ...given, X }, lambdas);
    plain.forEach((point, k) => {
      const other = predictMean({ ...moved[k], lossName: loss, X });
      predictMean({ ...point, lossName: loss, X: data.X }).forEach((mu, i) => {
        expect(other[i]).toBeCloseTo(mu, 7);
      });
      expect(moved[k].support).toEqual(point.support);
    });
  });

  it("leaves X, y and the weights untouched", () => {
    const X = toColumns(data.X);
    const options = {
      X,
      y: [...y],
      weights: [...data.weights],
      featureWeights: [1, 2, 0, 1, 1, 1, 1, 1],
    };
    const before = structuredClone(options);
    solved({ ...given, ...options });
    expect(options).toEqual(before);
  });

  it("keeps the coefficients of columns that do not vary at 0, and says which they are", () => {
    const X = data.X.map(([a, , b]) => [a, 0.1, b, 1e9 + 0.1]);
    for (const form of [X, toSparse(X)]) {
      const problem = regression({ ...given, X: form });
      expect(problem.constant).toEqual([1, 3]);
      for (const { coefficients, outcome } of fitPath(problem, { count: 10 })) {
        const K = problem.outputs;
        for (const j of [1, 3])
          expect([...coefficients.subarray(j * K, (j + 1) * K)]).toEqual(new Array(K).fill(0));
        expect(outcome).toBe("converged");
      }
    }
  });

  it("reaches the end of a path of more columns than rows, duplicated ones among them", () => {
    const wide = sample(20, 100, 4);
    const X = wide.X.map((row) => [...row, row[0], row[0], 7]);
    const problem = regression({ ...given, X, y: targetOf(wide, loss) });
    const path = [...fitPath(problem, { count: 30 })];
    expect(path.length).toBeGreaterThan(10);
    expect(path.every(({ outcome }) => outcome === "converged")).toBe(true);
    expect(path[path.length - 1].deviance).toBeGreaterThan(0.5);
    expect(path.every(({ coefficients }) => coefficients.every(Number.isFinite))).toBe(true);
  });
});

describe("regression", () => {
  it("is the regression line, by hand, where nothing is penalised", () => {
    const X = [
      [1, 5],
      [2, 1],
      [3, 4],
      [4, 2],
    ];
    const y = [1, 3, 5, 7]; // 2x − 1
    const [point] = solved({ X, y, penalty: l1(), featureWeights: [0, 1] }, [0.1]);
    expect(point.coefficients[0]).toBeCloseTo(2, 12);
    expect(point.coefficients[1]).toBeCloseTo(0, 12);
    expect(point.intercept[0]).toBeCloseTo(-1, 12);
    expect([...fitPath(regression({ X, y, penalty: l1(), featureWeights: [0, 0] }))]).toHaveLength(
      1,
    );
  });

  it("soft-thresholds the covariance of one standardised column, by hand", () => {
    // x has deviation 2 and y = 3x + 1: w = 2·3 − λ on x̃, and that over 2 on x
    const [point] = solved({ X: [[-2], [2]], y: [-5, 7], penalty: l1() }, [1]);
    expect(point.coefficients[0]).toBeCloseTo(2.5, 12);
    expect(point.intercept[0]).toBeCloseTo(1, 12);
    expect(point.objective).toBeCloseTo(0.5 + 5, 12); // ½(3·2 − 5)² + 1·5
  });

  it("has the intercept of the mean where all weights are 0", () => {
    const of = (loss: RegressionOptions["loss"], y: number[]) => {
      const [{ intercept }] = fitPath(regression({ X: data.X, y, loss, penalty: l1() }), {
        count: 1,
      });
      return [...intercept];
    };
    const mean = (y: number[]) => y.reduce((a, b) => a + b) / y.length;
    expect(of("squared", data.numbers)[0]).toBeCloseTo(mean(data.numbers), 12);
    expect(of("poisson", data.counts)[0]).toBeCloseTo(Math.log(mean(data.counts)), 9);
    const p = mean(data.signs);
    expect(of("logistic", data.signs)[0]).toBeCloseTo(Math.log(p / (1 - p)), 9);
    const logs = [0, 1, 2].map((k) => Math.log(mean(data.classes.map((c) => Number(c === k)))));
    const multinomial = of("multinomial", data.classes);
    for (let k = 0; k < 3; k++) expect(multinomial[k]).toBeCloseTo(logs[k] - mean(logs), 8);
  });

  it("takes one-hot groups as a whole", () => {
    const colours = data.X.map((row, i) => (row[0] > 1 ? "red" : i % 2 ? "blue" : "green"));
    const { X, groups, names } = encodeColumns([
      { name: "colour", values: colours },
      { name: "x2", values: data.X.map((row) => row[2]) },
      { name: "odd", values: data.X.map((_, i) => String(i % 2)) },
    ]);
    expect(names).toEqual(["colour=blue", "colour=green", "colour=red", "x2", "odd=0", "odd=1"]);
    const problem = regression({ X, y: data.numbers, penalty: group({ groups: [...groups] }) });
    const sizes = new Set<number>();
    for (const { support } of fitPath(problem, { count: 20 }))
      for (const columns of groups) {
        const kept = columns.filter((j) => support.includes(j)).length;
        expect([0, columns.length]).toContain(kept);
        sizes.add(kept);
      }
    expect(sizes.has(3)).toBe(true);
  });

  it("leaves the intercept out of groups that are given by their size", () => {
    for (const loss of ["logistic", "poisson"] as const) {
      const given = { ...base, y: targetOf(data, loss), loss };
      const lambdas = [0.1, 0.02];
      const listed = group({ groups: [0, 2, 4, 6].map((j) => [j, j + 1]) });
      expectSame(
        solved({ ...given, penalty: group({ size: 2 }) }, lambdas),
        solved({ ...given, penalty: listed }, lambdas),
      );
    }
  });

  it("has coefficients without a penalty that add up to 0 over the classes", () => {
    const given = { ...base, y: data.classes, loss: "multinomial" } as const;
    const featureWeights = [0, 1, 1, 1, 1, 1, 1, 1];
    const { unscale, loss } = regression({ ...given, featureWeights });
    const w = Float64Array.from({ length: loss.dimension }, (_, i) => Math.sin(i) + 1);
    const plain = regression(given).unscale(w);
    const balanced = unscale(w);
    const sumOf = (values: Float64Array) => values.slice(0, 3).reduce((a, b) => a + b);
    expect(Math.abs(sumOf(plain.coefficients))).toBeGreaterThan(0.1);
    expect(sumOf(balanced.coefficients)).toBeCloseTo(0, 12);
    expect(balanced.coefficients.slice(3)).toEqual(plain.coefficients.slice(3));
    const [before, after] = [plain, balanced].map((model) =>
      predictMean({ ...model, lossName: "multinomial", X: data.X }),
    );
    before.forEach((p, i) => {
      expect(after[i]).toBeCloseTo(p, 12); // and the same probabilities
    });
  });

  it("takes penalties with weights of their own, those of features on top", () => {
    const own = [1, 2, 0, 1, 3, 1, 1, 0.5];
    const factors = [2, 1, 1, 0, 1, 1, 4, 1];
    const product = own.map((c, j) => c * factors[j]);
    const lambdas = [0.5, 0.1];
    expectSame(
      solved({ ...base, penalty: weighted(l1(), own), featureWeights: factors }, lambdas),
      solved({ ...base, featureWeights: product }, lambdas),
    );
  });

  it("finds planted columns without the bias of l1 when the penalty is MCP", () => {
    const { X } = sample(300, 8, 6);
    const y = X.map((x, i) => 1 + 2 * x[0] - 1.5 * x[3] + (i % 2 ? 0.1 : -0.1));
    const [{ lambda: top }] = fitPath(regression({ X, y, penalty: mcp() }), { count: 1 });
    const [point] = solved({ X, y, penalty: mcp() }, [top / 20]);
    expect(point.support).toEqual([0, 3]);
    expect(point.coefficients[0]).toBeCloseTo(2, 1);
    expect(point.coefficients[3]).toBeCloseTo(-1.5, 1);
  });

  it("has a δ of its own that grows with y, and no other than it is given", () => {
    const of = (y: number[], delta?: number) =>
      regression({ ...base, y, loss: "huber", delta }).delta ?? Number.NaN;
    expect(of(data.numbers.map((y) => 10 * y + 5)) / of(data.numbers)).toBeCloseTo(10, 10);
    expect(of([...data.numbers.slice(0, -1), 1e9]) / of(data.numbers)).toBeCloseTo(1, 0);
    expect(of(data.numbers, 0.25)).toBe(0.25);
    // distances 0 … 4 from the median 3: their median is 1
    const X = [[1], [2], [3], [4], [5]];
    expect(regression({ X, y: [1, 2, 3, 4, 7], loss: "huber", penalty: l1() }).delta).toBeCloseTo(
      1.345 / 0.6745,
      12,
    );
    const mostlySame = regression({ X, y: [2, 2, 2, 2, 7], loss: "huber", penalty: l1() }).delta;
    expect(mostlySame).toBeCloseTo(1.345 / 0.7979, 12);
  });

  it("solves columns of the largest and the smallest sizes", () => {
    const plain = solved(base);
    const lambdas = plain.map(({ lambda }) => lambda);
    for (const size of [1e-250, 1e250])
      solved({ ...base, X: data.X.map((row) => row.map((x) => x * size)) }, lambdas).forEach(
        (point, k) => {
          point.coefficients.forEach((x, j) => {
            expect(x * size).toBeCloseTo(plain[k].coefficients[j], 8);
          });
        },
      );
  });

  it("keeps its digits where y is far from 0", () => {
    const near = solved(base);
    const lambdas = near.map(({ lambda }) => lambda);
    const far = solved({ ...base, y: data.numbers.map((y) => y + 2 ** 30) }, lambdas);
    far.forEach((point, k) => {
      point.coefficients.forEach((x, j) => {
        expect(x).toBeCloseTo(near[k].coefficients[j], 6);
      });
    });
  });

  const X = data.X;
  const y = data.numbers;
  const hole = (value: unknown) => y.map((v, i) => (i === 3 ? (value as number) : v));
  const refusals: [string, object, string][] = [
    [
      "a missing y, where it is",
      { y: hole(Number.NaN) },
      "regression: y must hold a finite number at row 3, received NaN",
    ],
    ["another length of y", { y: [1, 2] }, "regression: y must have length 50, received 2"],
    ["no y", { y: undefined }, "regression: y must have length 50, received undefined"],
    [
      "a missing entry, where it is",
      { X: X.map((row, i) => (i === 2 ? [...row.slice(0, 7), null as unknown as number] : row)) },
      "regression: X must hold a finite number at row 2, column 7, received null",
    ],
    [
      "ragged rows",
      { X: [[1, 2], [3]], y: [1, 2] },
      "regression: X must have 2 columns in row 1 as in row 0, received 1",
    ],
    [
      "an entry of a sparse matrix that is none",
      {
        X: {
          starts: [0, 1],
          rowIndices: [1],
          values: [Number.POSITIVE_INFINITY],
          rows: 2,
          columns: 1,
        },
        y: [1, 2],
      },
      "regression: X must hold a finite number at row 1, column 0, received Infinity",
    ],
    [
      "a negative weight",
      { weights: hole(-1).map((v, i) => (i === 3 ? v : 1)) },
      "regression: weights must hold a finite number at least 0 at row 3, received -1",
    ],
    [
      "no weight above 0",
      { weights: y.map(() => 0) },
      "regression: weights must have a finite sum above 0, received 0",
    ],
    [
      "another number of feature weights",
      { featureWeights: [1] },
      "regression: featureWeights must have length 8, received 1",
    ],
    [
      "a feature weight that is none",
      { featureWeights: [1, 1, Number.NaN, 1, 1, 1, 1, 1] },
      "regression: featureWeights[2] must be a finite number at least 0, received NaN",
    ],
    [
      "feature weights of groups",
      { penalty: group({ size: 2 }), featureWeights: new Array(8).fill(1) },
      "regression: featureWeights must be given with a separable penalty",
    ],
    [
      "groups that do not fit",
      { penalty: group({ size: 3 }) },
      "regression: penalty must fit the 8 coefficients",
    ],
    [
      "weights of another length",
      { penalty: weighted(l1(), [1]) },
      "regression: penalty must have 8 weights, one for each coefficient, received 1",
    ],
    [
      "no penalty",
      { penalty: undefined },
      "regression: penalty must be a penalty, such as l1(), received undefined",
    ],
    [
      "an unknown loss",
      { loss: "hinge" },
      "regression: loss must be one of squared, logistic, huber, poisson, multinomial, received hinge",
    ],
    [
      "one class",
      { loss: "logistic", y: y.map(() => 1) },
      "logistic: y must hold both classes, received only 1",
    ],
    [
      "a class without rows",
      { loss: "multinomial", y: y.map((_, i) => 2 * (i % 2)) },
      "multinomial: y must hold every class from 0 to 2, received none of class 1",
    ],
    [
      "negative counts",
      { loss: "poisson", y: hole(-1).map((v, i) => (i === 3 ? v : 1)) },
      "poisson: y must hold",
    ],
    [
      "a δ of 0",
      { loss: "huber", delta: 0 },
      "huber: delta must be a positive finite number, received 0",
    ],
    [
      "constant data",
      { X: X.map(() => [1, 2]) },
      "regression: X must have a column that varies, received 2 that do not",
    ],
    ["a constant y", { y: y.map(() => 4) }, "regression: y must vary, received only 4"],
    [
      "counts of 0 only",
      { loss: "poisson", y: y.map(() => 0) },
      "regression: y must vary, received only 0",
    ],
    [
      "a y that varies only where weights are 0",
      { y: hole(5).map((v, i) => (i === 3 ? v : 4)), weights: y.map((_, i) => Number(i !== 3)) },
      "regression: y must vary, received only 4",
    ],
    [
      "columns beyond the range of numbers",
      { X: X.map((row) => row.map((x) => x * 1e-310)) },
      "regression: X must have a column 0 whose deviation, and one over it, are numbers",
    ],
  ];
  it.each(refusals)("refuses %s", (_, options, message) => {
    const act = () => regression({ ...base, ...options } as RegressionOptions);
    expect(act).toThrow(ArgumentError);
    expect(act).toThrow(message);
  });

  it("tells the row and column of a missing entry apart from its words", () => {
    try {
      regression({
        X: [
          [1, 2],
          [3, Number.NaN],
        ],
        y: [1, 2],
        penalty: l1(),
      });
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(DataValueError);
      expect(error).toMatchObject({ row: 1, column: 1 });
    }
  });
});

describe("duplicateColumns", () => {
  it("finds each column that was there before, in dense and sparse data", () => {
    const X = data.X.map((row) => [row[1], row[0], row[1], row[2], row[1], row[0]]);
    const pairs = [
      [2, 0],
      [4, 0],
      [5, 1],
    ];
    expect(duplicateColumns(X)).toEqual(pairs);
    expect(duplicateColumns(toSparse(X))).toEqual(pairs);
    expect(duplicateColumns(data.X)).toEqual([]);
  });

  it("takes no permutation, no zero that is stored, and no other column of the same sum for a difference that is none", () => {
    expect(
      duplicateColumns([
        [1, 2],
        [2, 1],
      ]),
    ).toEqual([]);
    // 1·1 and 1·1 + 32·0: rows 0 and 31 have the same weight in the sum
    const far = Array.from({ length: 32 }, (_, i) => [Number(i === 0), Number(i === 31)]);
    expect(duplicateColumns(far)).toEqual([]);
    expect(duplicateColumns(toSparse(far))).toEqual([]);
    const stored = {
      starts: [0, 2, 3],
      rowIndices: [0, 1, 1],
      values: [0, 5, 5],
      rows: 2,
      columns: 2,
    };
    expect(duplicateColumns(stored)).toEqual([[1, 0]]);
    expect(
      duplicateColumns([
        [0, -0],
        [1, 1],
      ]),
    ).toEqual([[1, 0]]);
  });
});
