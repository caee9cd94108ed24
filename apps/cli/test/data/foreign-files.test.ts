import { describe, expect, it } from "vitest";
import { foreign, messageOf, read, readDense } from "./files.ts";

const TABLES = [
  "polars-plain.arrow",
  "polars-lz4.feather",
  "polars-zstd.arrow",
  "polars-categorical.arrow",
  "polars-zstd.parquet",
  "duckdb-uncompressed.parquet",
  "duckdb-snappy.parquet",
  "duckdb-gzip.parquet",
  "duckdb-zstd.parquet",
  "duckdb-brotli.parquet",
  "duckdb-lz4_raw.parquet",
];

describe.each(TABLES)("%s", (name) => {
  const path = foreign(name);

  it("is read with text as categories, and without the rows that miss a value", async () => {
    expect(await read(path, { categories: ["city"], missing: "drop" })).toEqual({
      kind: "dense",
      source: path,
      columns: ["height", "count", "city", "mild", "y"],
      rows: 3,
      places: new Map([
        ["height", 0],
        ["count", 1],
        ["city", 2],
        ["mild", 3],
        ["y", 4],
      ]),
      values: Float64Array.of(1.5, 1, 1, 1, 10, -3.25, 3, 0, 1, -1, 0.008, -5, 2, 1, 2),
      categories: new Map([["city", ["Llanfairpwllgwyngyll", "Oslo", "Łódź"]]]),
      dropped: 2,
    });
  });

  it("is refused where a value is missing, or text", async () => {
    expect(await messageOf(path, { others: ["city"], advice: true })).toBe(
      `${name}: row 1 (from 0), column height must hold a finite number, received nothing; --drop-missing leaves such rows out`,
    );
    expect(await messageOf(path, { others: ["height"], advice: true })).toBe(
      `${name}: row 0 (from 0), column city must hold a finite number, received "Oslo"; --categorical city takes text`,
    );
  });

  it("may hold anything in columns that are not asked for", async () => {
    const table = await readDense(path, { others: ["height", "city"] });
    expect([...table.places.keys()]).toEqual(["count", "mild", "y"]);
    expect(table.values).toEqual(
      Float64Array.of(1, 1, 10, 2, 0, 20.5, 3, 1, -1, 4, 0, 0, -5, 1, 2),
    );
    expect(table.columns).toEqual(["height", "count", "city", "mild", "y"]);
  });

  it("has numbers and booleans as levels, too", async () => {
    const categories = ["count", "mild"];
    const table = await readDense(path, { categories, others: ["height", "city", "y"] });
    expect(table.categories).toEqual(
      new Map([
        ["count", ["-5", "1", "2", "3", "4"]],
        ["mild", ["false", "true"]],
      ]),
    );
    expect(table.values).toEqual(Float64Array.of(1, 1, 2, 0, 3, 1, 4, 0, 0, 1));
  });
});

it("LZ4 blocks that refer back to those before them are put together", async () => {
  const { rows, values } = await readDense(foreign("polars-long.feather"));
  expect(rows).toBe(50_000);
  expect(values.every((value, i) => value === i % 1000)).toBe(true);
});
