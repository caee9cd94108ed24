import { DataValueError, type SparseMatrix } from "@proxkit/core";
import { l1 } from "@proxkit/penalties-l1";
import {
  crossValidate,
  encodeColumns,
  fitPath,
  loadModel,
  ModelError,
  type RegressionOptions,
  regression,
  saveModel,
} from "@proxkit/regression";
import { describe, expect, it } from "vitest";

const X = Array.from({ length: 20 }, (_, i) => [(i % 7) + 3, (i * i) % 5, i % 3 === 0 ? 2 : 0]);
const y = X.map(([a, b, c], i) => 2 * a - b + c + Math.sin(i));
const penalty = l1();

function sparseOf(rows: number[][]): SparseMatrix {
  const [starts, rowIndices, values]: number[][] = [[0], [], []];
  for (let j = 0; j < rows[0].length; j++) {
    rows.forEach((row, i) => {
      if (row[j] === 0) return;
      rowIndices.push(i);
      values.push(row[j]);
    });
    starts.push(values.length);
  }
  return { starts, rowIndices, values, rows: rows.length, columns: rows[0].length };
}

function caught(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was refused");
}

describe("scaling", () => {
  // R 4.2, glmnet 4.1-6, on X and y above:
  // coef(glmnet(X, y, lambda = 0.5, intercept = TRUE or FALSE, thresh = 1e-20))
  const glmnet = [
    { intercept: true, expected: [2.3959764, 1.51168247, -0.5886714, 0.48898255] },
    { intercept: false, expected: [0, 1.83020083, -0.47194434, 0.61468861] },
  ];
  for (const { intercept, expected } of glmnet)
    for (const kind of ["dense", "sparse"])
      it(`gives glmnet's lasso of ${kind} data ${intercept ? "with" : "without"} an intercept`, () => {
        const problem = regression({
          X: kind === "dense" ? X : sparseOf(X),
          y,
          penalty,
          intercept,
        });
        const [point] = fitPath(problem, { lambdas: [0.5], tolerance: 1e-12 });
        const found = [point.intercept[0], ...point.coefficients];
        found.forEach((value, i) => {
          expect(value).toBeCloseTo(expected[i], 7);
        });
      });

  for (const m of [10, 1000, 100_000])
    it(`finds a column of ${m} times 0.1 constant, dense or sparse, weighted or not`, () => {
      const columns = Array.from({ length: m }, (_, i) => [0.1, i % 7]);
      const target = columns.map(([, b]) => b);
      const weights = columns.map((_, i) => (i % 3) + 0.1);
      for (const given of [columns, sparseOf(columns)])
        for (const counted of [undefined, weights]) {
          const problem = regression({ X: given, y: target, penalty, weights: counted });
          expect(problem.constant).toEqual([0]);
          const [point] = fitPath(problem, { lambdas: [0.1] });
          expect(point.coefficients[0]).toBe(0);
        }
    });

  it("finds a column that varies by one row of many to vary, dense or sparse", () => {
    const columns = Array.from({ length: 100_000 }, (_, i) => [i === 5 ? 0 : 0.1, i % 7]);
    const target = columns.map(([, b]) => b);
    for (const given of [columns, sparseOf(columns)])
      expect(regression({ X: given, y: target, penalty }).constant).toEqual([]);
  });
});

describe("refusals", () => {
  it("names the row of a y that is not finite, whatever the loss", () => {
    const broken = y.map((value, i) => (i === 3 ? Number.NaN : value));
    for (const loss of ["squared", "huber"] as const)
      for (const intercept of [true, false]) {
        const error = caught(() => regression({ X, y: broken, penalty, loss, intercept }));
        expect(error).toBeInstanceOf(DataValueError);
        expect(error).toMatchObject({ row: 3 });
      }
  });

  it("says that it is the weights that are negative, missing or all 0", () => {
    const of = (weights: number[]): RegressionOptions => ({ X, y, penalty, weights });
    for (const bad of [-1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => regression(of(y.map((_, i) => (i === 2 ? bad : 1))))).toThrow(
        `regression: weights must hold a finite number at least 0 at row 2, received ${bad}`,
      );
    expect(() => regression(of(y.map(() => 0)))).toThrow(
      "regression: weights must have a finite sum above 0",
    );
  });

  it("refuses a row of X that is null as it refuses a short one", () => {
    const broken = [[1], null] as unknown as number[][];
    expect(() => regression({ X: broken, y: [1, 2], penalty })).toThrow(
      "regression: X must have 1 columns in row 1 as in row 0",
    );
  });

  it("refuses a column that has the name of a level", () => {
    const level = { name: "a", values: ["b", "c"] };
    expect(() => encodeColumns([level, { name: "a=b", values: [1, 2] }])).toThrow("a=b twice");
  });
});

describe("cross-validation", () => {
  it("refuses AUC where a fold leaves out one class alone", async () => {
    const few = y.map((_, i) => +(i < 3));
    const run = crossValidate(
      { X, y: few, penalty, loss: "logistic" },
      { folds: 5, measure: "auc" },
    );
    await expect(run).rejects.toThrow("crossValidate: folds must be so few that");
  });

  it("passes over folds whose rows all count nothing", async () => {
    const weights = y.map((_, i) => +(i < 4));
    const { mean, folds } = await crossValidate({ X, y, penalty, weights }, { count: 3 });
    const counted = folds.filter(({ weight }) => weight > 0);
    expect(counted.length).toBeLessThan(folds.length);
    const total = counted.reduce((sum, { weight }) => sum + weight, 0);
    mean.forEach((value, k) => {
      const expected = counted.reduce((sum, f) => sum + f.weight * f.errors[k], 0) / total;
      expect(value).toBeCloseTo(expected, 12);
    });
  });
});

describe("models", () => {
  const model = { lossName: "squared" as const, names: ["a"] };

  it("keeps no model that could not be read again", () => {
    const [one, two] = [Float64Array.of(1), Float64Array.of(1, 2)];
    const nan = Float64Array.of(Number.NaN);
    expect(() => saveModel({ ...model, intercept: nan, coefficients: one })).toThrow(ModelError);
    expect(() => saveModel({ ...model, intercept: one, coefficients: two })).toThrow(ModelError);
  });

  it("refuses intercepts that the loss has not", () => {
    const text = (loss: string, intercept: number[]) =>
      JSON.stringify({
        format: "proxkit-regression",
        version: 1,
        loss,
        names: ["a"],
        intercept,
        coefficients: intercept,
      });
    expect(() => loadModel(text("squared", [1, 2, 3]))).toThrow("one finite number");
    expect(() => loadModel(text("multinomial", [1]))).toThrow("intercept must be 2 or more");
    expect(loadModel(text("multinomial", [1, 2])).intercept).toEqual(Float64Array.of(1, 2));
  });
});
