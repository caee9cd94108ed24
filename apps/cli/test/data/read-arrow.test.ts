import { readFileSync } from "node:fs";
import {
  Table as ArrowTable,
  Bool,
  DateDay,
  Dictionary,
  Float16,
  Int32,
  tableToIPC,
  Utf8,
  type Vector,
  vectorFromArray,
} from "apache-arrow";
import { describe, expect, it } from "vitest";
import { column } from "../../src/data/columns.ts";
import { fileOf, foreign, messageOf, readDense } from "./files.ts";

const columns = {
  x: vectorFromArray(Float64Array.of(1, 2, 3)),
  n: vectorFromArray([1, null, 3], new Int32()),
  h: vectorFromArray([0.5, -1, 2], new Float16()),
  b: vectorFromArray([true, false, null], new Bool()),
  s: vectorFromArray(["u", "v", "u"], new Dictionary(new Utf8(), new Int32())),
};

describe.each(["file", "stream"] as const)("Arrow IPC, as a %s", (kind) => {
  const arrow = (content: Record<string, Vector>) =>
    fileOf("a.arrow", tableToIPC(new ArrowTable(content), kind));

  it("numbers of all sizes, booleans, dictionaries and nulls", async () => {
    const { x, n, h, b, s } = columns;
    const table = await readDense(arrow({ x, h, s }), { categories: ["s"] });
    expect(table.values).toEqual(Float64Array.of(1, 0.5, 0, 2, -1, 1, 3, 2, 0));
    expect(table.categories).toEqual(new Map([["s", ["u", "v"]]]));
    const gaps = await readDense(arrow({ x, n, b }), { missing: "drop" });
    expect(gaps).toMatchObject({ rows: 1, dropped: 2, values: Float64Array.of(1, 1, 1) });
  });

  it("the unnamed index of pandas is no column", async () => {
    const { x } = columns;
    const table = await readDense(
      arrow({ __index_level_0__: x, x: vectorFromArray(Float64Array.of(-1, -2, -3)) }),
    );
    expect(table.columns).toEqual(["x"]);
    expect(column(table, "x")).toEqual(Float64Array.of(-1, -2, -3));
  });

  it("other types are refused, unless nobody asks for them", async () => {
    const d = vectorFromArray([new Date(0), new Date(1), null], new DateDay());
    const path = arrow({ d, x: columns.x });
    expect(await messageOf(path)).toBe(
      "a.arrow: column d must hold numbers, booleans or text, received Date32<DAY>",
    );
    expect((await readDense(path, { others: ["d"] })).rows).toBe(3);
  });

  it("a file without rows is refused", async () => {
    expect(await messageOf(arrow({ x: vectorFromArray(new Float64Array(0)) }))).toBe(
      "a.arrow: has no rows of data",
    );
  });

  it("a size that does not fit is refused before the data are read", async () => {
    const rows = 3;
    const bytes = Buffer.from(tableToIPC(new ArrowTable({ x: columns.x }), kind));
    // of the two places where 3 stands for rows, batch and column, one at a time is made large
    const places = [...bytes.keys()].filter(
      (at) => at + 8 <= bytes.length && bytes.readBigInt64LE(at) === BigInt(rows),
    );
    const messages = [];
    for (const at of places) {
      const changed = Buffer.from(bytes);
      changed.writeBigInt64LE(10n ** 12n, at);
      messages.push(await messageOf(fileOf("a.arrow", changed)));
    }
    expect(messages.some((text) => /^a\.arrow: 10{12} × 1 numbers take 8 TB; /.test(text))).toBe(
      true,
    );
    expect(messages).not.toContain("");
  });
});

it("a stream that is cut is not taken for a shorter one", async () => {
  const bytes = tableToIPC(new ArrowTable({ x: columns.x }), "stream");
  const ends = 8;
  expect(await messageOf(fileOf("a.arrow", bytes.subarray(0, -ends)))).toBe(""); // as written by some
  expect(await messageOf(fileOf("a.arrow", bytes.subarray(0, -ends - 1)))).toBe(
    "a.arrow: cannot be read as Arrow (its last batch is cut)",
  );
});

it("a footer that points elsewhere is refused", async () => {
  const bytes = Buffer.from(tableToIPC(new ArrowTable({ x: columns.x }), "file"));
  const batch = Buffer.from(BigInt64Array.of(8n).buffer); // behind the start
  bytes.writeBigInt64LE(16n, bytes.lastIndexOf(batch));
  expect(await messageOf(fileOf("a.arrow", bytes))).toBe(
    "a.arrow: cannot be read as Arrow (its footer lists a batch that is not there)",
  );
});

it("Feather of version 1 is refused by name", async () => {
  expect(await messageOf(fileOf("a.feather", "FEA1 and so on FEA1"))).toBe(
    "a.feather: is a Feather file of version 1; write it as version 2",
  );
});

it("the start of a file alone is refused", async () => {
  expect(await messageOf(fileOf("a.arrow", "ARROW1"))).toBe(
    "a.arrow: cannot be read as Arrow (it is cut)",
  );
});

it("a file whose end is missing is not taken for a stream", async () => {
  const bytes = readFileSync(foreign("polars-plain.arrow"));
  expect(await messageOf(fileOf("a.arrow", bytes.subarray(0, -1)))).toBe(
    "a.arrow: cannot be read as Arrow (its end is missing)",
  );
});
