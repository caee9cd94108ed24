import { describe, expect, it } from "vitest";
import { codesOf } from "../../src/data/codes-of.ts";
import { column, pick } from "../../src/data/columns.ts";
import { Levels } from "../../src/data/levels.ts";
import { fileOf, messageOf, readDense } from "./files.ts";

describe("missing values", () => {
  it.each(["", "NA", "na", "N/A", "NaN", "null", "NULL", "?"])("%j is one", async (text) => {
    const path = fileOf("a.csv", `a,b\n1,2\n${text},4\n5,6\n`);
    const table = await readDense(path, { missing: "drop" });
    expect(table).toMatchObject({ rows: 2, dropped: 1 });
    expect(table.values).toEqual(Float64Array.of(1, 2, 5, 6));
    const received = text === "" ? "nothing" : JSON.stringify(text);
    expect(await messageOf(path, { advice: true })).toBe(
      `a.csv:3:1: column a must hold a finite number, received ${received}; --drop-missing leaves such rows out`,
    );
    expect(await messageOf(path, { categories: ["a"] })).toBe(
      `a.csv:3:1: column a must hold a category, received ${received}`,
    );
  });

  it("what is no number and not missing is refused all the same", async () => {
    for (const text of ["x", "Infinity", "1e999", "0x10", "none", "-"])
      expect(await messageOf(fileOf("a.csv", `a\n${text}\n`), { missing: "drop" })).toBe(
        `a.csv:2:1: column a must hold a finite number, received "${text}"`,
      );
  });

  it("in columns that are not asked for they do no harm", async () => {
    const path = fileOf("a.csv", "a,b\n1,\n2,NA\n");
    const table = await readDense(path, { missing: "drop", others: ["b"] });
    expect(table).toMatchObject({ rows: 2, dropped: 0 });
    expect(column(table, "b")).toEqual(Float64Array.of(Number.NaN, Number.NaN));
  });

  it("in every row leave nothing", async () => {
    expect(await messageOf(fileOf("a.csv", "a,b\n1,\n,2\n"), { missing: "drop" })).toBe(
      "a.csv: misses a value in every row",
    );
  });
});

describe("categories", () => {
  it("are indices of sorted levels, text by its characters", async () => {
    const table = await readDense(fileOf("a.csv", "s,x\nb,1\nä,2\nB,3\nb,4\n10,5\n"), {
      categories: ["s"],
    });
    expect(table.categories).toEqual(new Map([["s", ["10", "B", "b", "ä"]]]));
    expect(column(table, "s")).toEqual(Float64Array.of(2, 3, 1, 2, 0));
    expect(pick(table, ["x", "s"]).data.subarray(0, 4)).toEqual(Float64Array.of(1, 2, 2, 3));
  });

  it("numbers sort by their value, and keep their text", async () => {
    const table = await readDense(fileOf("a.csv", "s\n10\n9\n007\n-1e3\n"), { categories: ["s"] });
    expect(table.categories.get("s")).toEqual(["-1e3", "007", "9", "10"]);
  });

  it("of rows that are left out are no levels", async () => {
    const path = fileOf("a.csv", "s,t,x\na,u,1\nb,v,\nc,u,3\n");
    const table = await readDense(path, { categories: ["s", "t"], missing: "drop" });
    expect(table.categories).toEqual(
      new Map([
        ["s", ["a", "c"]],
        ["t", ["u"]],
      ]),
    );
    expect(table.values).toEqual(Float64Array.of(0, 0, 1, 1, 0, 3));
  });

  it("are put in terms of a model's levels, and none that it does not know", async () => {
    const table = await readDense(fileOf("a.csv", "s,t\nc,x\na,y\nc,x\n"), {
      categories: ["s", "t"],
    });
    expect(codesOf(table, "s", ["a", "b", "c"])).toEqual(Float64Array.of(2, 0, 2));
    expect(() => codesOf(table, "t", ["x", "z"])).toThrow(
      'a.csv: column t holds "y", which the model does not know; it knows x, z',
    );
  });

  it("a name for each of a million rows is refused", () => {
    const levels = new Levels();
    for (let i = 0; i < 2 ** 20; i++) levels.code(String(i));
    expect(levels.code("5")).toBe(5);
    expect(() => levels.code("new")).toThrow(
      "more than 1048576 different values are no categories",
    );
  });
});

it("long text is cut in a message", async () => {
  const message = await messageOf(fileOf("a.csv", `a\n${"x".repeat(1e5)}\n`));
  expect(message).toBe(
    `a.csv:2:1: column a must hold a finite number, received "${"x".repeat(60)}…"`,
  );
});
