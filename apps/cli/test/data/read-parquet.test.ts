import {
  ByteWriter,
  ParquetWriter,
  parquetWriteBuffer,
  schemaFromColumnData,
} from "hyparquet-writer";
import { describe, expect, it } from "vitest";
import { column } from "../../src/data/columns.ts";
import { fileOf, messageOf, readDense } from "./files.ts";

type Columns = Parameters<typeof parquetWriteBuffer>[0]["columnData"];

const parquet = (columnData: Columns, rowGroupSize = 100_000) =>
  fileOf("a.parquet", new Uint8Array(parquetWriteBuffer({ columnData, rowGroupSize })));

/** A file that says it has other rows than it has, as a whole and in its only group. */
function boastful(rows: bigint, inGroup = rows): string {
  const columnData: Columns = [{ name: "x", data: [1, 2], type: "DOUBLE" }];
  const writer = new ByteWriter();
  const file = new ParquetWriter({ writer, schema: schemaFromColumnData({ columnData }) });
  file.write({ columnData });
  file.num_rows = rows;
  file.row_groups[0].num_rows = inGroup;
  file.finish();
  return fileOf("a.parquet", new Uint8Array(writer.getBuffer()));
}

describe("Parquet", () => {
  it("groups of rows follow one another", async () => {
    const x = Float64Array.from({ length: 250 }, (_, i) => i / 7);
    const s = Array.from({ length: 250 }, (_, i) => ["a", "b", null][i % 3]);
    const path = parquet(
      [
        { name: "x", data: x, type: "DOUBLE" },
        { name: "s", data: s, type: "STRING" },
      ],
      100,
    );
    expect(column(await readDense(path, { others: ["s"] }), "x")).toEqual(x);
    const table = await readDense(path, { categories: ["s"], missing: "drop" });
    expect(table).toMatchObject({ rows: 167, dropped: 83 });
    expect(column(table, "x")).toEqual(x.filter((_, i) => i % 3 < 2));
    expect(await messageOf(path, { categories: ["s"] })).toBe(
      "a.parquet: row 2 (from 0), column s must hold a category, received nothing",
    );
    x[123] = Number.NaN;
    const late = parquet([{ name: "x", data: x, type: "DOUBLE" }], 100);
    expect(await messageOf(late)).toBe(
      "a.parquet: row 123 (from 0), column x must hold a finite number, received NaN",
    );
  });

  it("the unnamed index of pandas is no column", async () => {
    const path = parquet([
      { name: "x", data: [1, 2], type: "DOUBLE" },
      { name: "__index_level_0__", data: [7n, 8n], type: "INT64" },
    ]);
    expect((await readDense(path)).columns).toEqual(["x"]);
  });

  it("whole numbers of 64 bits become the nearest doubles", async () => {
    const path = parquet([{ name: "n", data: [2n ** 53n + 1n, -3n], type: "INT64" }]);
    expect((await readDense(path)).values).toEqual(Float64Array.of(2 ** 53, -3));
  });

  it("lists and dates are refused, unless nobody asks for them", async () => {
    const path = parquet([
      { name: "x", data: [1, 2], type: "DOUBLE" },
      { name: "d", data: [new Date(0), new Date(1)], type: "TIMESTAMP" },
    ]);
    expect(await messageOf(path, { categories: ["d"] })).toBe(
      "a.parquet: row 0 (from 0), column d must hold a category, received a date",
    );
    expect((await readDense(path, { others: ["d"] })).rows).toBe(2);
  });

  it("a file without rows is refused", async () => {
    expect(await messageOf(parquet([{ name: "x", data: [], type: "DOUBLE" }]))).toBe(
      "a.parquet: has no rows of data",
    );
  });

  it("a size that does not fit is refused before the data are read", async () => {
    expect(await messageOf(boastful(10n ** 12n))).toMatch(
      /^a\.parquet: 1000000000000 × 1 numbers take 8 TB; tables of up to [\d.]+ GB fit here$/,
    );
    expect(await messageOf(boastful(3n, 2n))).toBe(
      "a.parquet: cannot be read as Parquet (its groups hold 2 of 3 rows)",
    );
    expect(await messageOf(boastful(3n))).toBe(
      "a.parquet: cannot be read as Parquet (column x has 2 of 3 values from row 0 on)",
    );
  });
});
