import {
  ArgumentError,
  DataValueError,
  leastSquares,
  linearPredict,
  logistic,
  type MatrixLike,
  networkLoss,
  populationLoss,
  predict,
  probability,
  randomUnitVector,
  seededRandom,
} from "@proxkit/core";
import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";

const one = Float64Array.of(1);
const flat = (data: number[], rows: number, columns: number) => ({
  data: Float64Array.from(data),
  rows,
  columns,
});
const row = (n: number): number[] => new Array<number>(n).fill(1);

/** Calls a function as JavaScript may: with an X of 1 × 1 and these options, whatever they lack. */
const untyped = (call: (options: never) => unknown, options: object = {}) => {
  return () => call({ X: [[1]], ...options } as never);
};

/** What is refused, and with which words. */
const refusals: readonly (readonly [string, () => unknown])[] = [
  [
    "networkLoss: patches must divide the 41 columns of X, received 2",
    () => networkLoss({ X: [row(41)], y: [1], patches: 2 }),
  ],
  [
    "networkLoss: patches must be a positive whole number, received 0",
    () => networkLoss({ X: [row(4)], y: [1], patches: 0 }),
  ],
  [
    "networkLoss: patches must be a positive whole number, received 1.5",
    () => networkLoss({ X: [row(3)], y: [1], patches: 1.5 }),
  ],
  [
    "networkLoss: patches must be a positive whole number, received NaN",
    () => networkLoss({ X: [row(3)], y: [1], patches: Number.NaN }),
  ],
  [
    "networkLoss: y must have length 2, received 1",
    () => networkLoss({ X: [row(4), row(4)], y: [1], patches: 2 }),
  ],
  ["leastSquares: y must have length 1, received 2", () => leastSquares({ X: [[1]], y: [1, 2] })],
  ["logistic: y must have length 2, received 0", () => logistic({ X: [[1], [2]], y: [] })],
  [
    "leastSquares: X must have 2 columns in row 2 as in row 0, received 3",
    () => leastSquares({ X: [row(2), row(2), row(3)], y: [1, 2, 3] }),
  ],
  [
    "leastSquares: X must have at least 1 row and 1 column, received 0 × 0",
    () => leastSquares({ X: [], y: [] }),
  ],
  [
    "leastSquares: X must have at least 1 row and 1 column, received 2 × 0",
    () => leastSquares({ X: [[], []], y: [1, 2] }),
  ],
  [
    "leastSquares: X must have at least 1 row and 1 column, received 0 × 3",
    () => leastSquares({ X: new Matrix(0, 3), y: [] }),
  ],
  [
    "leastSquares: X must have at least 1 row and 1 column, received 1.5 × 2",
    () => leastSquares({ X: flat([1, 2, 3], 1.5, 2), y: [] }),
  ],
  [
    "leastSquares: X must have rows × columns = 4 entries in data, received 3",
    () => leastSquares({ X: flat([1, 2, 3], 2, 2), y: [1, 2] }),
  ],
  [
    "leastSquares: X must be an array of rows, a flat matrix or an ml-matrix, received undefined",
    () => leastSquares({ X: undefined as unknown as MatrixLike, y: [] }),
  ],
  ["networkLoss: y must have length 1, received undefined", untyped(networkLoss, { patches: 1 })],
  ["leastSquares: y must have length 1, received undefined", untyped(leastSquares)],
  ["leastSquares: y must have length 1, received null", untyped(leastSquares, { y: null })],
  ["leastSquares: y must have length 1, received 7", untyped(leastSquares, { y: 7 })],
  ["logistic: y must have length 1, received undefined", untyped(logistic)],
  [
    "leastSquares: X must have 2 columns in row 1 as in row 0, received undefined",
    untyped(leastSquares, { X: [[1, 2], undefined] }),
  ],
  [
    "leastSquares: X must have at least 1 row and 1 column, received 1 × undefined",
    untyped(leastSquares, { X: [undefined] }),
  ],
  [
    "populationLoss: wStar must have at least 1 entry, received undefined",
    untyped(populationLoss, { patches: 1 }),
  ],
  [
    "populationLoss: patches must be a positive whole number, received undefined",
    untyped(populationLoss, { wStar: [1] }),
  ],
  ["predict: w must have length 1, received undefined", untyped(predict, { patches: 1 })],
  ["linearPredict: w must have length 1, received undefined", untyped(linearPredict)],
  [
    "logistic: y must hold both classes, received only 1",
    () => logistic({ X: [[1], [2]], y: [1, 1] }),
  ],
  [
    "logistic: y must hold both classes, received only 0",
    () => logistic({ X: [[1], [2]], y: [0, 0] }),
  ],
  [
    "populationLoss: wStar must have at least 1 entry, received 0",
    () => populationLoss({ wStar: [], patches: 1 }),
  ],
  [
    "populationLoss: patches must be a positive whole number, received -1",
    () => populationLoss({ wStar: [1], patches: -1 }),
  ],
  ["predict: w must have length 2, received 1", () => predict({ w: one, X: [row(4)], patches: 2 })],
  [
    "predict: patches must divide the 4 columns of X, received 3",
    () => predict({ w: one, X: [row(4)], patches: 3 }),
  ],
  ["linearPredict: w must have length 4, received 1", () => linearPredict({ w: one, X: [row(4)] })],
  ["probability: w must have length 4, received 1", () => probability({ w: one, X: [row(4)] })],
  [
    "randomUnitVector: d must be a positive whole number, received 0",
    () => randomUnitVector(0, seededRandom(1)),
  ],
];

/** What is refused in the data, and where it says that is. */
const spoilt: readonly (readonly [string, number, number | undefined, () => unknown])[] = [
  [
    "leastSquares: X must hold a finite number at row 1, column 0, received NaN",
    1,
    0,
    () =>
      leastSquares({
        X: [
          [1, 2],
          [NaN, 3],
        ],
        y: [1, 2],
      }),
  ],
  [
    "leastSquares: X must hold a finite number at row 1, column 2, received -Infinity",
    1,
    2,
    () => leastSquares({ X: flat([1, 2, 3, 4, 5, -Infinity], 2, 3), y: [1, 2] }),
  ],
  [
    "leastSquares: X must hold a finite number at row 0, column 1, received Infinity",
    0,
    1,
    () => leastSquares({ X: new Matrix([[1, Infinity]]), y: [1] }),
  ],
  [
    "leastSquares: X must hold a finite number at row 0, column 0, received 1",
    0,
    0,
    () => leastSquares({ X: [["1"]] as unknown as number[][], y: [1] }),
  ],
  [
    "networkLoss: y must hold a finite number at row 1, received NaN",
    1,
    undefined,
    () => networkLoss({ X: [[1], [2]], y: [1, NaN], patches: 1 }),
  ],
  [
    "logistic: y must hold 0, 1 or -1 at row 0, received 2",
    0,
    undefined,
    () => logistic({ X: [[1], [2]], y: [2, 1] }),
  ],
  [
    "logistic: y must hold 1 or 0 at row 2, received -1",
    2,
    undefined,
    () => logistic({ X: [[1], [2], [3]], y: [1, 0, -1] }),
  ],
  [
    "logistic: y must hold 1 or -1 at row 1, received NaN",
    1,
    undefined,
    () => logistic({ X: [[1], [2]], y: [-1, NaN] }),
  ],
  [
    "populationLoss: wStar must hold a finite number at row 1, received NaN",
    1,
    undefined,
    () => populationLoss({ wStar: [1, NaN], patches: 1 }),
  ],
  [
    "predict: X must hold a finite number at row 0, column 0, received NaN",
    0,
    0,
    () => predict({ w: one, X: [[NaN]], patches: 1 }),
  ],
];

const thrownBy = (action: () => unknown): unknown => {
  try {
    action();
  } catch (error) {
    return error;
  }
  return undefined;
};

describe("an ArgumentError", () => {
  it.each(refusals)("says: %s", (message, action) => {
    const error = thrownBy(action) as ArgumentError;
    expect(error).toBeInstanceOf(ArgumentError);
    expect(error).not.toBeInstanceOf(DataValueError);
    expect(error.message).toBe(message);
    expect(message).toBe(
      `${error.caller}: ${error.argument} must ${error.expected}, received ${error.received}`,
    );
  });

  it("is a RangeError with a name and its parts", () => {
    const error = thrownBy(() => networkLoss({ X: [row(41)], y: [1], patches: 2 }));
    expect(error).toBeInstanceOf(RangeError);
    expect(error).toMatchObject({
      name: "ArgumentError",
      caller: "networkLoss",
      argument: "patches",
      expected: "divide the 41 columns of X",
      received: 2,
    });
  });
});

describe("a DataValueError", () => {
  it.each(spoilt)("says: %s", (message, at, column, action) => {
    const error = thrownBy(action) as DataValueError;
    expect(error).toBeInstanceOf(DataValueError);
    expect(error).toBeInstanceOf(ArgumentError);
    expect(error.name).toBe("DataValueError");
    expect(error.message).toBe(message);
    expect([error.row, error.column]).toEqual([at, column]);
  });

  it.each(["rows", "columns"] as const)(
    "finds what is not finite at each place, by %s",
    (layout) => {
      for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])
        for (let at = 0; at < 7; at++) {
          const data = Float64Array.from({ length: 7 }, (_, i) => (i === at ? wrong : 1e308));
          const X = { data, rows: 7, columns: 1, layout };
          const error = thrownBy(() =>
            leastSquares({ X, y: new Float64Array(7) }),
          ) as DataValueError;
          expect([error.row, error.column]).toEqual([at, 0]);
        }
    },
  );
});
