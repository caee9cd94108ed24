import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { pickAsDense } from "../../src/data/columns.ts";
import { roomForNumbers } from "../../src/data/room.ts";
import { proxkit } from "../proxkit.ts";
import { fileOf, foreign, messageOf, readSparse } from "./files.ts";

/** The header of a .npy array, and nothing behind it. */
function npy(shape: string, type = "<f8"): string {
  const header = `{'descr': '${type}', 'fortran_order': False, 'shape': ${shape}, }`.padEnd(117);
  return `\x93NUMPY\x01\x00\x76\x00${header}\n`;
}

const latin1 = (text: string) => Buffer.from(text, "latin1");

describe("a file too large for the machine is refused in one line", () => {
  it.each([
    ["huge.npy", latin1(npy("(1000000, 1000000)"))],
    ["huge.npy.gz", gzipSync(latin1(npy("(1000000, 1000000)")))],
  ])("%s, by its header, before anything is written", async (name, bytes) => {
    const path = fileOf(name, bytes);
    const out = path.replace(name, "model.json");
    const { status, stdout, stderr } = await proxkit(["fit", path, "--target", "0", "--out", out]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(
      /^proxkit: \S+: 1000000 × 1000000 numbers take 8 TB; tables of up to [\d.]+ GB fit here\n$/,
    );
    expect(await proxkit(["evaluate", out, path])).toMatchObject({ status: 2 });
  });

  it("shapes that no memory holds, or no names", async () => {
    expect(await messageOf(fileOf("a.npy", latin1(npy("(3, 1000000000000)"))))).toBe(
      "a.npy: expected at most 16777215 columns, received 1000000000000",
    );
    expect(
      await messageOf(fileOf("a.npy", latin1(npy("(100000000, 1000)", "<f4"))), {
        room: 2 ** 32,
        others: Array.from({ length: 999 }, (_, j) => String(j + 1)),
      }),
    ).toBe("a.npy: 100000000 × 1000 entries take 400 GB; tables of up to 4.29 GB fit here");
  });

  it.each([
    ["numpy-xy.npz", [], "3 × 3 numbers take 72 bytes"],
    ["polars-plain.arrow", ["city"], "5 × 4 numbers take 160 bytes"],
    ["duckdb-zstd.parquet", ["city"], "5 × 4 numbers take 160 bytes"],
  ])("%s, by what it says of itself", async (name, others, what) => {
    const message = await messageOf(foreign(name), { room: 71, others, missing: "drop" });
    expect(message).toBe(`${name}: ${what}; tables of up to 71 bytes fit here`);
  });

  it.each(["scipy-csr.npz", "scipy-csc.npz", "sklearn.svm"])("%s", async (name) => {
    expect(await messageOf(foreign(name), { room: 15 })).toMatch(
      /take (more than )?\d+ bytes; tables of up to (that|15 bytes) fit here$/,
    );
  });

  it("text, when it has grown too far", async () => {
    const text = `a,b\n${"1,2\n".repeat(2000)}`;
    const path = fileOf("a.csv", text);
    expect(await messageOf(path, { room: 31_999 })).toBe(
      "a.csv: its numbers take more than 32 kB; tables of up to that fit here",
    );
    expect(await messageOf(path, { room: 32_000 })).toBe("");
    expect(await messageOf(path, { room: 16_000, others: ["b"] })).toBe("");
  });

  it("sparse data that a command needs one by one", async () => {
    const table = await readSparse(
      fileOf("wide.svm", `1 1:1 100000:1\n${"1 1:1\n".repeat(99_999)}`),
    );
    const names = table.columns.slice(1);
    expect(() => pickAsDense(table, names)).toThrow(
      /wide\.svm: the 100000 × 100000 numbers of sparse data, which are needed one by one here, take 80 GB; tables of up to [\d.]+ GB fit here$/,
    );
  });
});

it("there is room for some numbers, and never more than WebAssembly's memory", () => {
  expect(roomForNumbers()).toBeGreaterThan(1e6);
  expect(roomForNumbers()).toBeLessThanOrEqual(2 ** 32);
});
