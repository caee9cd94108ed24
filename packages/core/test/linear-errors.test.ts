import {
  ArgumentError,
  classify,
  DataValueError,
  expectedCount,
  huber,
  leastSquares,
  linearLoss,
  linearPredict,
  logistic,
  multinomial,
  type Pointwise,
  poisson,
  probabilities,
  probability,
  type SparseMatrix,
} from "@proxkit/core";
import { describe, expect, it } from "vitest";
import { byColumns, toSparse } from "./linear-problems.ts";

const X = [
  [1, 0],
  [0, 2],
  [3, 0],
];
const sparse = toSparse(X); // starts 0, 2, 3; rows 0, 2, 1
const y = [0, 1, 1];
const w = Float64Array.of(1, 2);
const broken = (parts: Partial<Record<keyof SparseMatrix, unknown>>) =>
  ({ ...sparse, ...parts }) as SparseMatrix;

const makers = {
  leastSquares: (given: SparseMatrix) => leastSquares({ X: given, y }),
  huber: (given: SparseMatrix) => huber({ X: given, y, delta: 1 }),
  logistic: (given: SparseMatrix) => logistic({ X: given, y }),
  poisson: (given: SparseMatrix) => poisson({ X: given, y }),
  multinomial: (given: SparseMatrix) => multinomial({ X: given, y }),
  linearPredict: (given: SparseMatrix) => linearPredict({ w, X: given }),
  probability: (given: SparseMatrix) => probability({ w, X: given }),
  expectedCount: (given: SparseMatrix) => expectedCount({ w, X: given }),
  probabilities: (given: SparseMatrix) => probabilities({ w, X: given, classes: 2 }),
  classify: (given: SparseMatrix) => classify({ w, X: given, classes: 2 }),
};

const unfit: readonly (readonly [string, SparseMatrix])[] = [
  ["have at least 1 row and 1 column, received 0 × 2", broken({ rows: 0 })],
  ["have at least 1 row and 1 column, received 3 × 1.5", broken({ columns: 1.5 })],
  ["have at least 1 row and 1 column, received undefined × 2", broken({ rows: undefined })],
  ["have 3 starts, received 2", broken({ starts: [0, 3] })],
  ["have 3 starts, received null", broken({ starts: null })],
  ["have values, received undefined", broken({ values: undefined })],
  ["have 3 row indices, received 2", broken({ rowIndices: [0, 2] })],
  ["have 3 row indices, received undefined", broken({ rowIndices: undefined })],
  ["have 0 as its first start, received 1", broken({ starts: [1, 2, 3] })],
  [
    "have starts that are whole numbers and do not fall, as after column 1, received 3",
    broken({ starts: [0, 4, 3] }),
  ],
  [
    "have starts that are whole numbers and do not fall, as after column 0, received 0.5",
    broken({ starts: [0, 0.5, 3] }),
  ],
  [
    "have starts that are whole numbers and do not fall, as after column 0, received NaN",
    broken({ starts: [0, Number.NaN, 3] }),
  ],
  ["have 3 as its last start, received 2", broken({ starts: [0, 1, 2] })],
  [
    "have row indices that rise in column 0 and are below 3, received 0",
    broken({ rowIndices: [2, 0, 1] }),
  ],
  [
    "have row indices that rise in column 0 and are below 3, received 2",
    broken({ rowIndices: [2, 2, 1] }), // twice
  ],
  [
    "have row indices that rise in column 1 and are below 3, received 3",
    broken({ rowIndices: [0, 2, 3] }),
  ],
  [
    "have row indices that rise in column 1 and are below 3, received -1",
    broken({ rowIndices: [0, 2, -1] }),
  ],
  [
    "have row indices that rise in column 1 and are below 3, received 0.5",
    broken({ rowIndices: [0, 2, 0.5] }),
  ],
];

const thrownBy = (action: () => unknown): ArgumentError => {
  try {
    action();
  } catch (error) {
    return error as ArgumentError;
  }
  throw new Error("nothing was thrown");
};

describe.each(Object.entries(makers))("%s of a sparse matrix", (name, make) => {
  it.each(unfit)("must %s", (message, given) => {
    const error = thrownBy(() => make(given));
    expect(error).toBeInstanceOf(ArgumentError);
    expect(error).not.toBeInstanceOf(DataValueError);
    expect(error.message).toBe(`${name}: X must ${message}`);
  });

  it("says where an entry is that is no finite number", () => {
    for (const [value, at, row, column] of [
      [Number.NaN, 1, 2, 0],
      [Number.NEGATIVE_INFINITY, 2, 1, 1],
      ["1", 0, 0, 0],
    ] as const) {
      const values = [...Array.from(sparse.values).with(at, value as number)];
      const error = thrownBy(() => make(broken({ values }))) as DataValueError;
      expect(error).toBeInstanceOf(DataValueError);
      expect(error.message).toBe(
        `${name}: X must hold a finite number at row ${row}, column ${column}, received ${value}`,
      );
      expect([error.row, error.column]).toEqual([row, column]);
    }
  });
});

const squared: Pointwise = {
  value: (z, target) => (z - target) ** 2 / 2,
  slope: (z, target) => z - target,
  curvature: () => 1,
};
const only = (message: string) =>
  `must be 1 (more are for leastSquares and logistic on rows without weights), received ${message}`;
const without = (key: keyof Pointwise) =>
  linearLoss.bind(undefined, {
    name: "mine",
    X,
    y,
    pointwise: { ...squared, [key]: undefined } as Pointwise,
  });

/** What is refused, and with which words. */
const refusals: readonly (readonly [string, () => unknown])[] = [
  ["huber: delta must be a positive finite number, received 0", () => huber({ X, y, delta: 0 })],
  ["huber: delta must be a positive finite number, received -1", () => huber({ X, y, delta: -1 })],
  [
    "huber: delta must be a positive finite number, received NaN",
    () => huber({ X, y, delta: Number.NaN }),
  ],
  [
    "huber: delta must be a positive finite number, received Infinity",
    () => huber({ X, y, delta: Number.POSITIVE_INFINITY }),
  ],
  [
    "huber: delta must be a positive finite number, received undefined",
    () => huber({ X, y } as never),
  ],
  ["huber: y must have length 3, received 2", () => huber({ X, y: [1, 2], delta: 1 })],
  ["poisson: y must have length 3, received undefined", () => poisson({ X } as never)],
  ["poisson: y must have length 3, received 4", () => poisson({ X: sparse, y: [1, 2, 3, 4] })],
  [
    "multinomial: y must hold at least two classes, received only 0",
    () => multinomial({ X, y: [0, 0, 0] }),
  ],
  [
    "multinomial: y must hold every class from 0 to 3, received none of class 1",
    () => multinomial({ X, y: [0, 3, 2] }),
  ],
  [
    "multinomial: y must hold every class from 0 to 1, received none of class 0",
    () => multinomial({ X, y: [1, 1, 1] }),
  ],
  [
    "multinomial: y must hold every class from 0 to 2, received none of class 2",
    () => multinomial({ X, y, classes: 3 }),
  ],
  [
    "multinomial: y must hold every class from 0 to 4294967295, received none of class 1",
    () => multinomial({ X, y: [0, 2 ** 32 - 1, 0] }),
  ],
  ["multinomial: y must have length 3, received 2", () => multinomial({ X, y: [0, 1] })],
  [
    "multinomial: y must be an array of labels, received undefined",
    () => multinomial({ X } as never),
  ],
  ["multinomial: y must be an array of labels, received 0", () => multinomial({ X, y: [] })],
  [
    "multinomial: classes must be a whole number of at least 2, received 1",
    () => multinomial({ X, y, classes: 1 }),
  ],
  [
    "multinomial: classes must be a whole number of at least 2, received 2.5",
    () => multinomial({ X, y, classes: 2.5 }),
  ],
  [
    "probabilities: classes must be a whole number of at least 2, received undefined",
    () => probabilities({ w, X } as never),
  ],
  ["probabilities: w must have length 6, received 2", () => probabilities({ w, X, classes: 3 })],
  ["classify: w must have length 6, received 2", () => classify({ w, X: sparse, classes: 3 })],
  [
    "classify: classes must be a whole number of at least 2, received NaN",
    () => classify({ w, X, classes: Number.NaN }),
  ],
  [
    "expectedCount: w must have length 2, received 1",
    () => expectedCount({ w: w.slice(1), X: sparse }),
  ],
  [
    "probability: w must have length 2, received 1",
    () => probability({ w: w.slice(1), X: sparse }),
  ],
  [
    "leastSquares: weights must have length 3, received 2",
    () => leastSquares({ X, y, weights: [1, 1] }),
  ],
  [
    "multinomial: weights must have length 3, received 4",
    () => multinomial({ X, y, weights: [1, 1, 1, 1] }),
  ],
  [
    "huber: weights must have a finite sum above 0, received 0",
    () => huber({ X, y, delta: 1, weights: [0, 0, 0] }),
  ],
  [
    "logistic: weights must have a finite sum above 0, received Infinity",
    () => logistic({ X, y, weights: [1e308, 1e308, 1] }),
  ],
  [`leastSquares: threads ${only("2")}`, () => leastSquares({ X: sparse, y, threads: 2 })],
  [`leastSquares: threads ${only("2")}`, () => leastSquares({ X: byColumns(X), y, threads: 2 })],
  [`logistic: threads ${only("2")}`, () => logistic({ X, y, threads: 2, weights: [1, 1, 1] })],
  [`huber: threads ${only("2")}`, () => huber({ X, y, threads: 2, delta: 1 })],
  [`poisson: threads ${only("NaN")}`, () => poisson({ X, y, threads: Number.NaN })],
  [`multinomial: threads ${only("0")}`, () => multinomial({ X, y, threads: 0 })],
  [
    'huber: storage must be "float64" for sparse data, received float32',
    () => huber({ X: sparse, y, delta: 1, storage: "float32" }),
  ],
  [
    'poisson: storage must be "float64" or "float32", received float16',
    () => poisson({ X, y, storage: "float16" as "float32" }),
  ],
  [
    'leastSquares: X.layout must be "rows" or "columns", received diagonal',
    () => leastSquares({ X: { ...byColumns(X), layout: "diagonal" as "rows" }, y }),
  ],
  ["mine: pointwise.value must be a function of z and y, received undefined", without("value")],
  ["mine: pointwise.slope must be a function of z and y, received undefined", without("slope")],
  [
    "mine: pointwise.curvature must be a function of z and y, received undefined",
    without("curvature"),
  ],
  [
    "mine: pointwise.value must be a function of z and y, received undefined",
    () => linearLoss({ name: "mine", X, y } as never),
  ],
  [
    "mine: pointwise.steepest must be a positive finite number, or left out, received NaN",
    () => linearLoss({ name: "mine", X, y, pointwise: { ...squared, steepest: Number.NaN } }),
  ],
];

/** What is refused in the data, and where it says that is. */
const spoilt: readonly (readonly [string, number, number | undefined, () => unknown])[] = [
  [
    "poisson: y must hold a count from 0 to 1e300 at row 1, received -1",
    1,
    undefined,
    () => poisson({ X, y: [0, -1, 1] }),
  ],
  [
    "poisson: y must hold a count from 0 to 1e300 at row 2, received NaN",
    2,
    undefined,
    () => poisson({ X: sparse, y: [0, 1, Number.NaN] }),
  ],
  [
    "poisson: y must hold a count from 0 to 1e300 at row 0, received Infinity",
    0,
    undefined,
    () => poisson({ X, y: [Number.POSITIVE_INFINITY, 1, 1] }),
  ],
  [
    "huber: y must hold a finite number at row 1, received NaN",
    1,
    undefined,
    () => huber({ X, y: [0, Number.NaN, 1], delta: 1 }),
  ],
  [
    "multinomial: y must hold a class 0, 1, 2, … at row 1, received -1",
    1,
    undefined,
    () => multinomial({ X, y: [1, -1, 1] }),
  ],
  [
    "multinomial: y must hold a class 0, 1, 2, … at row 2, received 0.5",
    2,
    undefined,
    () => multinomial({ X, y: [1, 0, 0.5] }),
  ],
  [
    "multinomial: y must hold a class from 0 to 1 at row 2, received 2",
    2,
    undefined,
    () => multinomial({ X, y: [1, 0, 2], classes: 2 }),
  ],
  [
    "logistic: weights must hold a finite number at least 0 at row 1, received -1",
    1,
    undefined,
    () => logistic({ X, y, weights: [1, -1, 1] }),
  ],
  [
    "poisson: weights must hold a finite number at least 0 at row 2, received NaN",
    2,
    undefined,
    () => poisson({ X, y, weights: [1, 1, Number.NaN] }),
  ],
  [
    "huber: X must hold a finite number at row 2, column 1, received NaN",
    2,
    1,
    () => huber({ X: byColumns([...X.slice(0, 2), [3, Number.NaN]]), y, delta: 1 }),
  ],
  [
    "poisson: X must hold a number that float32 can hold at row 1, column 0, received 1e+39",
    1,
    0,
    () =>
      poisson({
        X: [
          [1, 0],
          [1e39, 2],
          [3, 0],
        ],
        y,
        storage: "float32",
      }),
  ],
  [
    "logistic: X must hold a number that float32 can hold at row 2, column 1, received -1e+40",
    2,
    1,
    () =>
      logistic({
        X: byColumns([
          [1, 0],
          [1, 2],
          [3, -1e40],
        ]),
        y,
        storage: "float32",
      }),
  ],
];

describe("an ArgumentError", () => {
  it.each(refusals)("says: %s", (message, action) => {
    const error = thrownBy(action);
    expect(error).toBeInstanceOf(ArgumentError);
    expect(error).not.toBeInstanceOf(DataValueError);
    expect(error.message).toBe(message);
  });
});

describe("a DataValueError", () => {
  it.each(spoilt)("says: %s", (message, row, column, action) => {
    const error = thrownBy(action) as DataValueError;
    expect(error).toBeInstanceOf(DataValueError);
    expect(error.message).toBe(message);
    expect([error.row, error.column]).toEqual([row, column]);
  });
});
