import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { Table, tableToIPC, type Vector, vectorFromArray } from "apache-arrow";
import { parquetWriteBuffer } from "hyparquet-writer";
import { dump } from "npyjs";
import { describe, expect, it } from "vitest";
import { foreign } from "./data/files.ts";
import { diabetes, folderWith, proxkit, proxkitJson } from "./proxkit.ts";

const [header, ...lines] = readFileSync(diabetes, "utf8").trim().split("\n");
const names = header.split(",").map((name) => (name === "progression" ? "y" : name));
const rows = lines.map((line) => line.split(",").map(Number));
const target = names.indexOf("y");
const columns = names.map((_, j) => Float64Array.from(rows, (row) => row[j]));

/** The diabetes data as libraries for each format write them, and what the target is called there. */
function writeAll(folder: string): Record<string, string> {
  const vectors = names.map((name, j): [string, Vector] => [name, vectorFromArray(columns[j])]);
  const table = new Table(Object.fromEntries(vectors));
  const columnData = names.map((name, j) => ({ name, data: columns[j], type: "DOUBLE" as const }));
  const svm = rows.map((row) =>
    [row[target], ...row.toSpliced(target, 1).map((x, j) => `${j + 1}:${x}`)].join(" "),
  );
  const files = {
    "d.csv": [names.join(), ...lines].join("\n"),
    "d.npy": new Uint8Array(dump(Float64Array.from(rows.flat()), [rows.length, names.length])),
    "d.parquet": new Uint8Array(parquetWriteBuffer({ columnData, rowGroupSize: 100 })),
    "d.arrow": tableToIPC(table, "stream"),
    "d.feather": tableToIPC(table, "file"),
    "d.svm": svm.join("\n"),
    "d.libsvm.gz": gzipSync(svm.join("\n")),
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return { "d.npy": String(target) };
}

describe("fit, evaluate and predict", () => {
  it("give the same digits for the same numbers in any format", async () => {
    const folder = folderWith();
    const targets = writeAll(folder);
    const learn = async (name: string) => {
      const target = targets[name] ?? "y";
      const options = [
        "--loss",
        "squared",
        "--lambda",
        "10",
        "--target",
        target,
        "--out",
        "m.json",
      ];
      const { status, json } = await proxkitJson(["fit", name, ...options], folder);
      const evaluation = await proxkitJson(["evaluate", "m.json", name], folder);
      const { stdout: predictions } = await proxkit(["predict", "m.json", name], folder);
      const weights = json.support.map(({ weight }: { weight: number }) => weight);
      return { status, weights, evaluation: evaluation.json, predictions };
    };
    const expected = await learn("d.csv");
    expect(expected.status).toBe(0);
    expect(expected.weights).toHaveLength(4);
    for (const name of ["d.npy", "d.parquet", "d.arrow", "d.feather", "d.svm", "d.libsvm.gz"])
      expect({ name, ...(await learn(name)) }).toEqual({ name, ...expected });
  });

  it("take numpy's archives, and a model of one format predicts on another", async () => {
    const folder = folderWith({ "new.csv": "1,0\n2,4\n" });
    const options = ["--loss", "squared", "--lambda", "0", "--out", "m.json"];
    const { status } = await proxkit(["fit", foreign("numpy-xy.npz"), ...options], folder);
    expect(status).toBe(0);
    const { stdout } = await proxkit(["predict", "m.json", foreign("numpy-one.npz")], folder);
    const { features, weights } = JSON.parse(readFileSync(join(folder, "m.json"), "utf8"));
    expect(features).toEqual(["0", "1"]);
    const [a, b] = weights.values;
    const [first] = stdout.split("\n").slice(1).map(Number);
    expect(first).toBeCloseTo(1.5 * a + b, 12);
  });

  it("a LIBSVM file may lack the model's last columns: they are 0", async () => {
    const folder = folderWith({
      "train.svm": "1 1:1\n2 2:1\n3 1:1 2:1\n",
      "test.svm": "0 1:1\n0 1:2\n",
    });
    const options = ["--loss", "squared", "--lambda", "0", "--out", "m.json"];
    await proxkit(["fit", "train.svm", ...options], folder);
    const { stdout, stderr } = await proxkit(["predict", "m.json", "test.svm"], folder);
    expect(stderr).toBe("");
    const [first, second] = stdout.trim().split("\n").slice(1).map(Number);
    expect(first).toBeCloseTo(1, 6);
    expect(second).toBeCloseTo(2, 6);
  });

  it("sparse data too wide to be dense are refused in one line", async () => {
    const folder = folderWith({
      "wide.svm": `1 1:1 100000:1\n${"0 1:1\n".repeat(99_999)}`,
    });
    const options = ["--loss", "logistic", "--out", "m.json"];
    const { status, stdout, stderr } = await proxkit(["fit", "wide.svm", ...options], folder);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(
      /^proxkit: wide\.svm: the 100000 × 100000 numbers of sparse data, .* take 80 GB; .*\n$/,
    );
  });
});
