import { describe, expect, it } from "vitest";
import { foreign, messageOf, readDense } from "./files.ts";

const X = [
  [1.5, 1],
  [-3.25, 3],
  [0.008, -5],
];

describe(".npz", () => {
  it("X gives the columns 0, 1, …, and y the column y", async () => {
    const table = await readDense(foreign("numpy-xy.npz"));
    expect(table.columns).toEqual(["0", "1", "y"]);
    expect([...table.values]).toEqual([...X[0], 10, ...X[1], -1, ...X[2], 2]);
  });

  it("one matrix is X by any name, in Fortran's order and single precision too", async () => {
    const table = await readDense(foreign("numpy-one.npz"));
    expect(table.columns).toEqual(["0", "1"]);
    expect([...table.values]).toEqual(X.flat());

    const more = await readDense(foreign("numpy-more.npz"), { others: ["city", "mild", "names"] });
    const y = [10, -1, 2];
    expect([...more.values]).toEqual(X.flatMap((row, i) => [...row.map(Math.fround), y[i]]));
  });

  it("each array of one entry a row is a column of its name, and others are left alone", async () => {
    const table = await readDense(foreign("numpy-more.npz"), { categories: ["city", "mild"] });
    expect(table.columns).toEqual(["0", "1", "y", "city", "mild"]);
    expect(table.categories).toEqual(
      new Map([
        ["city", ["Llanfairpwllgwyngyll", "Oslo", "Łódź"]],
        ["mild", ["false", "true"]],
      ]),
    );
    expect(table.values.subarray(0, 5)).toEqual(Float64Array.of(1.5, 1, 10, 1, 1));
  });

  it("a matrix of one column is no column of its own name as well", async () => {
    expect((await readDense(foreign("numpy-thin.npz"))).columns).toEqual(["0", "y"]);
  });

  it("only arrays that are asked for are read", async () => {
    const table = await readDense(foreign("numpy-more.npz"), {
      others: ["0", "1", "city", "mild"],
    });
    expect([...table.values]).toEqual([10, -1, 2]);
  });

  it.each([
    [
      "numpy-two.npz",
      "numpy-two.npz: expected an array X, or one array of 2 dimensions, received a (3 × 2), b (3 × 2)",
    ],
    [
      "numpy-short.npz",
      "numpy-short.npz: array y must have an entry for each of the 3 rows of X, received 2",
    ],
    [
      "numpy-objects.npz",
      "numpy-objects.npz: array X: cannot be read as .npy (Unsupported dtype: |O)",
    ],
    [
      "numpy-more.npz",
      'numpy-more.npz: array city, row 0 (from 0) must hold a finite number, received "Oslo"',
    ],
  ])("%s is refused where it does not fit", async (name, message) => {
    expect(await messageOf(foreign(name))).toBe(message);
  });
});

describe(".npy", () => {
  it("half precision and text of both kinds", async () => {
    const half = await readDense(foreign("numpy-half.npy"));
    expect([...half.values.subarray(0, 4)]).toEqual([1.5, 1, -3.25, 3]);
    const text = await readDense(foreign("numpy-text.npy"), { categories: ["0"] });
    expect(text.categories.get("0")).toEqual(["Llanfairpwllgwyngyll", "Oslo", "Łódź"]);
    const bytes = await readDense(foreign("numpy-bytes.npy"), { categories: ["0"] });
    expect(bytes.categories.get("0")).toEqual(["a", "bcd"]);
  });

  it("refuses records", async () => {
    expect(await messageOf(foreign("numpy-records.npy"))).toBe(
      "numpy-records.npy: cannot be read as .npy (it holds records of several fields)",
    );
  });
});
