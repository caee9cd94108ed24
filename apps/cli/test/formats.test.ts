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
    for (const name of ["d.npy", "d.parquet", "d.arrow", "d.feather"])
      expect({ name, ...(await learn(name)) }).toEqual({ name, ...expected });

    // sparse data are added up in another order
    const sparse = await learn("d.svm");
    sparse.weights.forEach((weight: number, i: number) => {
      expect(weight).toBeCloseTo(expected.weights[i], 6);
    });
    expect(sparse.evaluation.mse).toBeCloseTo(expected.evaluation.mse, 6);
    expect(await learn("d.libsvm.gz")).toEqual(sparse);
  });

  it("take numpy's archives, and a model of one format predicts on another", async () => {
    const folder = folderWith({ "new.csv": "1,0\n2,4\n" });
    const options = ["--loss", "squared", "--lambda", "0", "--out", "m.json"];
    const { status } = await proxkit(["fit", foreign("numpy-xy.npz"), ...options], folder);
    expect(status).toBe(0);
    const { stdout } = await proxkit(["predict", "m.json", foreign("numpy-one.npz")], folder);
    const model = JSON.parse(readFileSync(join(folder, "m.json"), "utf8"));
    const { features, weights, intercept } = model;
    expect(features).toEqual(["0", "1"]);
    const [a, b] = weights.values;
    const [first] = stdout.split("\n").slice(1).map(Number);
    expect(first).toBeCloseTo(1.5 * a + b + intercept[0], 12);
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

  it("sparse data stay sparse, and resume with the same bits", async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => {
      const sign = Math.sin(i) > 0 ? 1 : -1;
      return `${sign} 7:${sign} ${100 + i}:1 ${50_000 + ((i * i) % 49_999)}:0.5`;
    });
    const folder = folderWith({ "wide.svm": rows.join("\n") });
    const fit = "fit wide.svm --loss logistic --solver proxgrad --lambda 0.05".split(" ");
    const { status, json } = await proxkitJson([...fit, "--out", "m.json"], folder);
    expect(status).toBe(0);
    expect(json.support.map(({ columns }: { columns: string[] }) => columns)).toEqual([["7"]]);
    // the optimum of one feature x = ±1 that tells the label: w with 1/(1 + exp(w)) = λ
    expect(json.support[0].weight).toBeCloseTo(Math.log(0.95 / 0.05), 6);
    const evaluation = await proxkitJson(["evaluate", "m.json", "wide.svm"], folder);
    expect(evaluation.json).toMatchObject({ samples: 3000, accuracy: 1 });

    const first = [...fit, "--max-iterations", "3", "--checkpoint", "c.json"];
    await proxkit(first, folder);
    const resumed = await proxkitJson([...fit, "--resume", "c.json"], folder);
    expect(resumed.json.support).toEqual(json.support);
    const other = rows.with(2999, "1 7:1.5 99999:1");
    writeFileSync(join(folder, "wide.svm"), other.join("\n"));
    const { status: refused, stderr } = await proxkit([...fit, "--resume", "c.json"], folder);
    expect({ refused, stderr }).toMatchObject({
      refused: 2,
      stderr: expect.stringContaining("other data"),
    });
  });

  it("a network needs dense data: sparse ones too wide for that are refused in one line", async () => {
    const folder = folderWith({ "wide.svm": `1 1:1 100000:1\n${"0 1:1\n".repeat(99_999)}` });
    const options = ["--patches", "1", "--out", "m.json"];
    const { status, stdout, stderr } = await proxkit(["fit", "wide.svm", ...options], folder);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(
      /^proxkit: wide\.svm: the 100000 × 100000 numbers of sparse data, .* take 80 GB; .*\n$/,
    );
  });
});
