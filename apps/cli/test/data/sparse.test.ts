import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { column, pick, pickAsDense } from "../../src/data/columns.ts";
import { sumDuplicates, turn } from "../../src/data/compressed.ts";
import { fileOf, foreign, messageOf, readDense, readSparse } from "./files.ts";

const S = [
  [0, 0, 0.5, 0],
  [0, -1, 0, 0],
  [0, 0, 0, 0],
  [3, 0, 0.25, 0],
];
const byColumns = {
  starts: Uint32Array.of(0, 1, 2, 4, 4),
  rowIndices: Uint32Array.of(3, 1, 0, 3),
  values: Float64Array.of(3, -1, 0.5, 0.25),
  rows: 4,
  columns: 4,
};

describe("scipy's sparse matrices", () => {
  it.each(["scipy-csr.npz", "scipy-csc.npz"])("%s is read by columns", async (name) => {
    const table = await readSparse(foreign(name));
    expect(table.matrix).toEqual(byColumns);
    expect(table.columns).toEqual(["0", "1", "2", "3"]);
    expect(table).toMatchObject({ rows: 4, openEnded: false, dropped: 0 });
  });

  it("rows are sorted, and entries at one place added; rows with NaN may go", async () => {
    const path = foreign("scipy-untidy.npz");
    const table = await readSparse(path, { missing: "drop" });
    expect(table).toMatchObject({ rows: 3, dropped: 1 });
    expect(table.matrix).toEqual({
      starts: Uint32Array.of(0, 2, 2, 2),
      rowIndices: Uint32Array.of(0, 2), // were rows 1 and 3
      values: Float64Array.of(2, 5),
      rows: 3,
      columns: 3,
    });
    expect(await messageOf(path)).toBe(
      "scipy-untidy.npz: row 0, column 2 (from 0) must hold a finite number, received NaN",
    );
    expect((await readSparse(path, { others: ["2"] })).rows).toBe(4);
  });

  it("refuses other formats", async () => {
    expect(await messageOf(foreign("scipy-coo.npz"))).toBe(
      "scipy-coo.npz: expected a sparse matrix in the format csr or csc, received coo",
    );
  });
});

describe("LIBSVM files", () => {
  it("the label is y, and index i the column i", async () => {
    const table = await readSparse(foreign("sklearn.svm"));
    expect(table.columns).toEqual(["y", "1", "2", "3"]);
    expect(column(table, "y")).toEqual(Float64Array.of(1, -1, 1, -1));
    expect(pick(table, ["1", "2", "3", "4"])).toEqual(byColumns);
  });

  it("indices may start at 0, and groups of a ranking are passed over", async () => {
    const table = await readSparse(foreign("sklearn-from-0.svmlight"));
    expect(table.columns).toEqual(["y", "0", "1", "2"]);
    expect(pick(table, ["0", "1", "2", "3"])).toEqual(byColumns);
  });

  it("a file that ends before the model's last column has zeros there", async () => {
    const table = await readSparse(fileOf("a.libsvm", "1 1:2\n0\n"));
    expect(pickAsDense(table, ["7", "1"])).toEqual({
      data: Float64Array.of(0, 2, 0, 0),
      rows: 2,
      columns: 2,
    });
    expect(() => column(table, "7")).toThrow("a.libsvm: has no column 7; it has y, 1");
    expect(() => pick(table, ["07"])).toThrow("has no column 07");
  });

  it("comments, blank lines, spaces, CRLF, a byte-order mark and a missing last newline", async () => {
    const text =
      "\ufeff# made by hand\r\n+1 \t1:1e-3  10:-.5 # good\r\n\r\n-1 2:+4#bad\r\n  0   1:0";
    const table = await readSparse(fileOf("a.svm", text));
    expect(column(table, "y")).toEqual(Float64Array.of(1, -1, 0));
    expect(table.columns.length).toBe(11);
    expect(pick(table, ["1", "2", "10"])).toEqual({
      starts: Uint32Array.of(0, 1, 2, 3),
      rowIndices: Uint32Array.of(0, 1, 0),
      values: Float64Array.of(1e-3, 4, -0.5),
      rows: 3,
      columns: 3,
    });
  });

  it("labels may be categories: numbers by their value, and text", async () => {
    const numbers = await readSparse(fileOf("a.svm", "+1 1:1\n10 1:1\n2 1:1\n1.0 1:1\n"), {
      categories: ["y"],
    });
    expect(numbers.categories.get("y")).toEqual(["1", "2", "10"]);
    expect(column(numbers, "y")).toEqual(Float64Array.of(0, 2, 1, 0));
    const text = await readSparse(fileOf("a.svm", "spam 1:1\nham\nspam\n"), { categories: ["y"] });
    expect(text.categories.get("y")).toEqual(["ham", "spam"]);
    expect(column(text, "y")).toEqual(Float64Array.of(1, 0, 1));
    const unasked = await readSparse(fileOf("a.svm", "spam 1:1\n"), { others: ["y"] });
    expect(unasked.places).toEqual(new Map([["1", 0]]));
  });

  it("columns may be categories, of which 0 is one", async () => {
    const path = fileOf("a.svm", "1 1:5 2:7\n1 1:-5 2:8\n1\n");
    const table = await readSparse(path, { categories: ["1"] });
    expect(table.categories.get("1")).toEqual(["-5", "0", "5"]);
    expect(column(table, "1")).toEqual(Float64Array.of(2, 0, 1));
    expect(column(table, "2")).toEqual(Float64Array.of(7, 8, 0));
    expect(table.matrix.values).toEqual(Float64Array.of(1, 1, 1, 2, 1, 7, 8));
  });

  it("rows that miss a value are left out when asked", async () => {
    const path = fileOf("a.svm", "1 1:5\nNaN 1:6\n3 1:nan\n4 2:7\n");
    const table = await readSparse(path, { missing: "drop" });
    expect(table).toMatchObject({ rows: 2, dropped: 2 });
    expect(column(table, "y")).toEqual(Float64Array.of(1, 4));
    expect(column(table, "2")).toEqual(Float64Array.of(0, 7));
    expect((await readSparse(path, { missing: "drop", others: ["y", "1"] })).dropped).toBe(0);
    expect(await messageOf(fileOf("a.svm", "? 1:5\n"), { missing: "drop" })).toBe(
      "a.svm: misses a value in every row",
    );
  });

  it.each([
    [
      "1 1:5\nx 1:5",
      'a.svm:2: column y must hold a finite number, received "x"; --categorical y takes text',
    ],
    [
      "1 1:x",
      'a.svm:1: column 1 must hold a finite number, received "x"; --categorical 1 takes text',
    ],
    [
      "1 1:inf",
      'a.svm:1: column 1 must hold a finite number, received "inf"; --categorical 1 takes text',
    ],
    [
      "1 1:nan",
      'a.svm:1: column 1 must hold a finite number, received "nan"; --drop-missing leaves such rows out',
    ],
    ["1 2", 'a.svm:1: expected index:value with an index up to 16777215, received "2"'],
    ["1 a:2", 'a.svm:1: expected index:value with an index up to 16777215, received "a:2"'],
    ["1 -1:2", 'a.svm:1: expected index:value with an index up to 16777215, received "-1:2"'],
    [
      "1 99999999999:2",
      'a.svm:1: expected index:value with an index up to 16777215, received "99999999999:2"',
    ],
    ["1 3:1 2:1", "a.svm:1: indices must ascend, received 2 after 3"],
    ["1 3:1 3:1", "a.svm:1: indices must ascend, received 3 after 3"],
    [
      "1,2 3:1",
      'a.svm:1: column y must hold a finite number, received "1,2"; --categorical y takes text',
    ],
    ["# nothing\n\n", "a.svm: is empty; expected lines of a label and index:value pairs"],
  ])("%j is refused with its line", async (text, message) => {
    expect(await messageOf(fileOf("a.svm", text), { advice: true })).toBe(message);
  });
});

/** Small matrices as lists of rows, mostly 0. */
const matrices = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }))
  .chain(([rows, columns]) =>
    fc.array(
      fc.array(
        fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.integer({ min: -9, max: 9 })),
        {
          minLength: columns,
          maxLength: columns,
        },
      ),
      { minLength: rows, maxLength: rows },
    ),
  );

describe("sparse and dense tables", () => {
  it("give the same columns and picks", async () => {
    await fc.assert(
      fc.asyncProperty(matrices, fc.infiniteStream(fc.nat()), async (rows, chance) => {
        const width = rows[0].length;
        const names = Array.from({ length: width }, (_, j) => String(j + 1));
        const svm = rows.map((row) => ["5", ...row.map((x, j) => `${j + 1}:${x}`)].join(" "));
        const csv = [["y", ...names], ...rows.map((row) => [5, ...row])];
        const sparse = await readSparse(fileOf("a.svm", svm.join("\n")));
        const dense = await readDense(fileOf("a.csv", csv.join("\n")));
        expect(sparse.columns).toEqual(dense.columns);
        for (const name of dense.columns) expect(column(sparse, name)).toEqual(column(dense, name));
        const some = names.filter(() => (chance.next().value as number) % 2 === 0).reverse();
        expect(pickAsDense(sparse, some)).toEqual(pickAsDense(dense, some));
        expect(pickAsDense(sparse, some)).toEqual(pick(dense, some));
      }),
      { numRuns: 30 },
    );
  });

  it("turning a matrix twice gives it back, sorted and without duplicates", () => {
    const entries = fc.array(fc.tuple(fc.nat(4), fc.nat(5), fc.integer({ min: -9, max: 9 })));
    fc.assert(
      fc.property(entries, (triplets) => {
        const dense = Array.from({ length: 5 }, () => new Array(6).fill(0));
        for (const [i, j, value] of triplets) dense[i][j] += value;
        const byRow = [...triplets].sort((a, b) => a[0] - b[0]);
        const starts = Uint32Array.from(
          { length: 6 },
          (_, i) => byRow.filter(([r]) => r < i).length,
        );
        const given = {
          starts,
          indices: Uint32Array.from(byRow, ([, j]) => j),
          values: Float64Array.from(byRow, ([, , value]) => value),
        };
        const back = sumDuplicates(turn(turn(given, 6), 5));
        const found = Array.from({ length: 5 }, () => new Array(6).fill(0));
        for (let i = 0; i < 5; i++)
          for (let k = back.starts[i]; k < back.starts[i + 1]; k++) {
            if (k > back.starts[i]) expect(back.indices[k]).toBeGreaterThan(back.indices[k - 1]);
            found[i][back.indices[k]] = back.values[k];
          }
        expect(found).toEqual(dense);
        expect(new Set(triplets.map(([i, j]) => `${i} ${j}`)).size).toBe(back.values.length);
      }),
    );
  });

  it("what scipy wrote is what it stands for", async () => {
    const { data } = pickAsDense(await readSparse(foreign("scipy-csr.npz")), ["0", "1", "2", "3"]);
    expect([...data]).toEqual(S.flat());
  });
});
