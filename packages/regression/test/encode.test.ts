import { DataValueError } from "@proxkit/core";
import { encodeColumns, type TableColumn } from "@proxkit/regression";
import { describe, expect, it } from "vitest";

const age = { name: "age", values: [30, 40, 50, 60] };
const colour = { name: "colour", values: ["red", "blue", "red", "green"] };

describe("encodeColumns", () => {
  it("makes a column of 0 and 1 of each level, in the order of their names", () => {
    const { X, names, groups, rows } = encodeColumns([colour, age]);
    expect(names).toEqual(["colour=blue", "colour=green", "colour=red", "age"]);
    expect(groups).toEqual([[0, 1, 2], [3]]);
    expect(X).toEqual({
      data: Float64Array.of(0, 1, 0, 0, 0, 0, 0, 1, 1, 0, 1, 0, 30, 40, 50, 60),
      rows: 4,
      columns: 4,
      layout: "columns",
    });
    expect([...rows]).toEqual([0, 1, 2, 3]);
  });

  it("leaves out the first level when asked, and all of a category that has one", () => {
    const same = { name: "same", values: ["a", "a", "a", "a"] };
    const { names, groups } = encodeColumns([colour, same, age], { dropFirst: true });
    expect(names).toEqual(["colour=green", "colour=red", "age"]);
    expect(groups).toEqual([[0, 1], [], [2]]);
  });

  it("takes numbers for categories when told so, and booleans for 0 and 1", () => {
    const month = { name: "month", values: [10, 2, 10], categorical: true };
    const flag = { name: "flag", values: [true, false, true] };
    const { names, X } = encodeColumns([month, flag]);
    expect(names).toEqual(["month=10", "month=2", "flag"]);
    expect([...X.data]).toEqual([1, 0, 1, 0, 1, 0, 1, 0, 1]);
  });

  it.each([null, undefined, "", Number.NaN])(
    "takes %s for missing: refused, or its row dropped",
    (hole) => {
      const columns: TableColumn[] = [
        { name: "age", values: [30, 40, 50, hole] },
        { name: "colour", values: ["red", hole, "red", "green"] },
      ];
      let caught: unknown;
      try {
        encodeColumns(columns);
      } catch (error) {
        caught = error;
      }
      expect(caught).toBeInstanceOf(DataValueError);
      expect(caught).toMatchObject({
        row: 1, // the first row that lacks a value, though the first column lacks one later
        column: 1,
        message: `encodeColumns: colour must hold a value at row 1, column 1, received ${String(hole)}`,
      });
      const { rows, X, names } = encodeColumns(columns, { missing: "drop" });
      expect([...rows]).toEqual([0, 2]);
      expect(names).toEqual(["age", "colour=red"]); // green went with its row
      expect([...X.data]).toEqual([30, 50, 1, 1]);
    },
  );

  it("notes the columns that are there twice, those that levels make too", () => {
    const again = { name: "again", values: [30, 40, 50, 60] };
    const isRed = { name: "isRed", values: [1, 0, 1, 0] };
    const { duplicates, names } = encodeColumns([age, colour, again, isRed]);
    expect(duplicates.map((pair) => pair.map((j) => names[j]))).toEqual([
      ["again", "age"],
      ["isRed", "colour=red"],
    ]);
  });

  it("leaves its input untouched", () => {
    const columns = structuredClone([age, colour]);
    encodeColumns(columns, { missing: "drop" });
    expect(columns).toEqual([age, colour]);
  });

  const refusals: [string, TableColumn[], object, string][] = [
    ["no columns", [], {}, "columns must hold at least one, received none"],
    [
      "columns of two lengths",
      [age, { name: "b", values: [1] }],
      {},
      "columns must have 4 values each, received 1 in b",
    ],
    ["a name twice", [age, age], {}, "columns must have a name of their own, received age twice"],
    [
      "a name that a level makes",
      [colour, { name: "colour=red", values: [1, 2, 3, 4] }],
      {},
      "columns must have a name of their own, received colour=red twice",
    ],
    [
      "text among numbers",
      [{ name: "age", values: [30, "old"] }],
      {},
      "age must hold a finite number at row 1, column 0, received old",
    ],
    [
      "an infinite number",
      [age, { name: "b", values: [1, 2, Number.POSITIVE_INFINITY, 3] }],
      {},
      "b must hold a finite number at row 2, column 1, received Infinity",
    ],
    [
      "a table in which every row lacks something",
      [
        { name: "a", values: [null, 1] },
        { name: "b", values: [1, null] },
      ],
      { missing: "drop" },
      "columns must have a row without missing values, received none",
    ],
    [
      "categories of one level without it",
      [{ name: "a", values: ["x", "x"] }],
      { dropFirst: true },
      "columns must hold a column that varies, received categories of one level",
    ],
    [
      "what is to be done with missing values and is not known",
      [age],
      { missing: "ignore" },
      'missing must be "refuse" or "drop", received ignore',
    ],
  ];
  it.each(refusals)("refuses %s", (_, columns, options, message) => {
    expect(() => encodeColumns(columns, options)).toThrow(`encodeColumns: ${message}`);
  });

  it("refuses a matrix that does not fit in memory", () => {
    // 120 000 names that are all different: 115 GB
    const values = Array.from({ length: 120_000 }, (_, i) => `name ${i}`);
    expect(() => encodeColumns([{ name: "who", values }])).toThrow(
      "encodeColumns: columns must make a matrix that fits in memory, received 120000 × 120000",
    );
  });
});
