import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { seededRandom } from "@proxkit/core";
import { describe, expect, it } from "vitest";
import { fileOf, foreign, messageOf } from "./files.ts";

const NAMES = [
  "numpy-xy.npz",
  "numpy-more.npz",
  "scipy-csr.npz",
  "numpy-half.npy",
  "polars-plain.arrow",
  "polars-lz4.feather",
  "polars-zstd.arrow",
  "polars-categorical.arrow",
  "polars-zstd.parquet",
  "duckdb-snappy.parquet",
  "duckdb-gzip.parquet",
];

const asked = { categories: ["city"], missing: "drop" } as const;

describe.each(NAMES)("%s", (name) => {
  const whole = readFileSync(foreign(name));

  it("is refused in one line wherever it is cut", async () => {
    const path = fileOf(name, "");
    const step = Math.ceil(whole.length / 60);
    for (let length = 0; length < whole.length; length += step) {
      writeFileSync(path, whole.subarray(0, length));
      expect(await messageOf(path, asked)).toMatch(new RegExp(`^${name}: [^\\n]+$`));
    }
  });

  it("is read or refused in one line, whatever bytes are wrong", async () => {
    const path = fileOf(name, "");
    const random = seededRandom(1);
    for (let trial = 0; trial < 60; trial++) {
      const bytes = Buffer.from(whole);
      for (let k = 0; k <= trial % 3; k++)
        bytes[random.integer(bytes.length)] = random.integer(256);
      writeFileSync(path, bytes);
      expect(await messageOf(path, asked)).not.toContain("\n"); // another error would be thrown on
    }
  });
});

it("a wrong bit in stored numbers is found by the checksum of the archive", async () => {
  const bytes = readFileSync(foreign("numpy-xy.npz"));
  const at = bytes.indexOf(Buffer.from(new Uint8Array(Float64Array.of(-3.25).buffer)));
  expect(at).toBeGreaterThan(0);
  bytes[at] ^= 1;
  expect(await messageOf(fileOf("a.npz", bytes))).toBe(
    "a.npz: array X is damaged: its checksum is wrong",
  );
});

it.each([
  [
    "a.npz",
    "cannot be read as .npz (End of central directory record signature not found. Either not a zip file, or file is truncated.)",
  ],
  ["a.parquet", "cannot be read as Parquet (parquet file invalid (footer != PAR1))"],
  ["a.arrow", "cannot be read as Arrow (it is cut)"],
  ["a.npy", "is not a .npy file (no NUMPY signature)"],
  ["a.svm", 'expected index:value with an index up to 16777215, received "is"'],
])("text is not %s", async (name, message) => {
  const text = "this is a letter, and no table of numbers at all";
  const line = name === "a.svm" ? "1: " : " ";
  const received = await messageOf(fileOf(name, text), { others: ["y"] });
  expect(received).toBe(`${name}:${line}${message}`);
});

it.each(["a.npz", "a.parquet", "a.arrow", "a.feather", "a.npy", "a.svm", "a.csv"])(
  "an empty %s is refused",
  async (name) => {
    expect(await messageOf(fileOf(name, ""))).toMatch(new RegExp(`^${name}: `));
  },
);

it("what is not read from its first byte to its last is not read through gzip", async () => {
  expect(await messageOf(fileOf("a.parquet.gz", gzipSync("PAR1")))).toMatch(
    /^a\.parquet\.gz: expected a name that ends in \.csv, .* also with \.gz\)$/,
  );
});

it("compressed text that is cut is refused", async () => {
  const whole = gzipSync("1 1:2\n".repeat(1000));
  const path = fileOf("a.svm.gz", whole.subarray(0, whole.length - 9));
  expect(await messageOf(path)).toBe("a.svm.gz: is not whole gzip data (unexpected end of file)");
});
