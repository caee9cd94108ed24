import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderWith, noisy, planted, proxkit, readText } from "./proxkit.ts";

const GOOD = "a,b,y\n1,2,3\n4,5,6\n7,8,8\n";
const BUILT_IN = "box, elastic-net, group, l0, l1, lhalf, log-sum, mcp, scad, tl1";
const SQUARED = ["--loss", "squared"];

describe("bad data is refused in one line that says where", () => {
  it.each([
    [
      "text",
      "a,b,y\n1,2,3\n4,x,6\n",
      'd.csv:3:2: column b must hold a finite number, received "x"; --categorical b takes text',
    ],
    [
      "a gap",
      "a,b,y\n1,2,3\n4,,6\n",
      "d.csv:3:2: column b must hold a finite number, received nothing; --drop-missing leaves such rows out",
    ],
    [
      "NaN",
      "a,b,y\n1,NaN,3\n",
      'd.csv:2:2: column b must hold a finite number, received "NaN"; --drop-missing leaves such rows out',
    ],
    [
      "an overflow",
      "a,b,y\n1,1e999,3\n",
      'd.csv:2:2: column b must hold a finite number, received "1e999"; --categorical b takes text',
    ],
    [
      "a hexadecimal",
      "a,b,y\n1,0x10,3\n",
      'd.csv:2:2: column b must hold a finite number, received "0x10"; --categorical b takes text',
    ],
    [
      "a bad target",
      "a,b,y\n1,2,?\n",
      'd.csv:2:3: column y must hold a finite number, received "?"; --drop-missing leaves such rows out',
    ],
    ["a short row", "a,b,y\n1,2,3\n4,5\n", "d.csv:3: expected 3 values, received 2"],
    ["a long row", "a,b,y\n1,2,3,4\n", "d.csv:2: expected 3 values, received 4"],
    [
      "lines of their own",
      "a,b,y\n\n1,2,3\n\n4,x,6\n",
      'd.csv:5:2: column b must hold a finite number, received "x"; --categorical b takes text',
    ],
    ["nothing", "", "d.csv: is empty; expected a header line"],
    ["a header alone", "a,b,y\n", "d.csv: has a header, but no rows of data"],
    [
      "semicolons",
      "a;b;y\n1;2;3\n",
      "d.csv:1: expected commas or tabs between values, received semicolons",
    ],
    [
      "no header",
      "1,2,3\n4,5,6\n",
      "d.csv:1: expected a header line of column names, received numbers (1, …)",
    ],
    ["a name twice", "a,a,y\n1,2,3\n", "d.csv:1:2: column name a is taken by column 1"],
    ["a missing name", "a,,y\n1,2,3\n", "d.csv:1:2: expected a column name, received nothing"],
    [
      "an open quote",
      'a,b,y\n1,2,"3\n',
      "d.csv:2: Quote Not Closed: the parsing is finished with an opening quote at line 2",
    ],
    ["the target alone", "y\n1\n2\n", "d.csv: has no columns but the target y"],
  ])("%s", async (_, content, message) => {
    const folder = folderWith({ "d.csv": content });
    const outcome = await proxkit(["fit", "d.csv", ...SQUARED, "--out", "m.json"], folder);
    expect(outcome).toEqual({ status: 2, stdout: "", stderr: `proxkit: ${message}\n` });
    expect(readdirSync(folder)).toEqual(["d.csv"]);
  });

  it.each([
    ["cut.csv.gz", "is not whole gzip data (unexpected end of file)"],
    ["fake.npy", "is not a .npy file (no NUMPY signature)"],
    ["big-endian.npy", "cannot be read as .npy (Unsupported dtype: >f8)"],
    [
      "table.xlsx",
      "expected a name that ends in .csv, .tsv, .npy, .npz, .parquet, .arrow, .feather, .svm, .libsvm or .svmlight (.csv, .tsv, .npy, .svm, .libsvm, .svmlight also with .gz)",
    ],
    ["missing.csv", "no such file or folder"],
    [".", "is a folder, not a file"],
  ])("%s", async (name, message) => {
    const folder = folderWith({ "fake.npy": "hello", "table.xlsx": "hello" });
    const { readFileSync } = await import("node:fs");
    writeFileSync(join(folder, "cut.csv.gz"), readFileSync(noisy).subarray(0, 5000));
    const header = "{'descr': '>f8', 'fortran_order': False, 'shape': (1, 1), }".padEnd(117);
    const npy = `\u0093NUMPY\u0001\u0000\u0076\u0000${header}\n${"\0".repeat(8)}`;
    writeFileSync(join(folder, "big-endian.npy"), npy, "latin1");
    const outcome = await proxkit(["fit", name], folder);
    expect(outcome).toEqual({ status: 2, stdout: "", stderr: `proxkit: ${name}: ${message}\n` });
  });
});

describe("bad usage is refused in one line that says what was expected", () => {
  it.each([
    [["--lamda", "1"], "unknown option '--lamda' (Did you mean --lambda?)"],
    [
      ["--lambda", "ten"],
      `option '--lambda <number>' argument 'ten' is invalid. expected a number, received "ten"`,
    ],
    [
      ["--beta", "0"],
      "option '--beta <number>' argument '0' is invalid. expected a number above 0, received 0",
    ],
    [
      ["--step", "fast"],
      `option '--step <eta>' argument 'fast' is invalid. expected a number above 0, "safe" or "backtracking", received "fast"`,
    ],
    [
      ["--sparsity", "1.5"],
      "option '--sparsity <s>' argument '1.5' is invalid. expected a whole number at least 1, received 1.5",
    ],
    [
      ["--loss", "netwrk"],
      `option '--loss <name>' argument 'netwrk' is invalid. expected one of network, squared, logistic, huber, poisson, multinomial, received "netwrk" (did you mean network?)`,
    ],
    [
      ["--loss", "huber", "--solver", "proxgrad"],
      "--solver proxgrad: takes --loss network, squared, logistic; huber needs cd",
    ],
    [
      ["--solver", "RSVM"],
      `option '--solver <name>' argument 'RSVM' is invalid. expected one of rvsm, iht, gd, proxgrad, cd, received "RSVM" (did you mean rvsm?)`,
    ],
    [["--target", "z"], "d.csv: has no column z; it has a, b, y"],
    [["--target", "Y"], "d.csv: has no column Y (did you mean y?); it has a, b, y"],
    [["--exclude", "c"], "d.csv: has no column c; it has a, b, y"],
    [["--patches", "3"], "--patches must divide the 2 columns (one of 1, 2), received 3"],
    [
      [],
      "--patches is needed with --loss network: how many patches do the 2 columns form? One of 1, 2",
    ],
    [
      ["--solver", "iht", "--patches", "1"],
      "--sparsity is needed with --solver iht: how many weights to keep",
    ],
    [
      ["--solver", "iht", "--sparsity", "3", "--patches", "1"],
      "--sparsity must be at most 2, the number of weights, received 3",
    ],
    [
      ["--loss", "logistic", "--solver", "proxgrad"],
      "d.csv: column y must hold the labels 0 and 1, or -1 and 1, with --loss logistic; it holds 3, 6, 8",
    ],
    [["--plot", "p.gif"], "--plot p.gif: expected a name that ends in .svg or .png"],
    [["--out", "x.json", "--trace", "x.json"], "--out and --trace name the same file, x.json"],
    [["--trace", "./d.csv"], "DATA and --trace name the same file, ./d.csv"],
    [
      ["--lambda", "0x10"],
      `option '--lambda <number>' argument '0x10' is invalid. expected a number, received "0x10"`,
    ],
    [
      ["--penalty", "tl1:__proto__=1"],
      "--penalty tl1:__proto__=1: tl1: unknown option __proto__; known: a",
    ],
    [
      ["--penalty", "tl2"],
      `--penalty tl2: no such penalty, module or file (did you mean tl1?); built in: ${BUILT_IN}`,
    ],
    [
      ["--penalty", "TL1"],
      `--penalty TL1: no such penalty, module or file (did you mean tl1?); built in: ${BUILT_IN}`,
    ],
    [["--penalty", "tl1:a=0"], "--penalty tl1:a=0: tl1: a must be greater than 0, received 0"],
    [
      ["--penalty", "tl1:a=0x10"],
      "--penalty tl1:a=0x10: tl1: a must be a finite number, received 0x10",
    ],
    [["--penalty", "tl1:b=1"], "--penalty tl1:b=1: tl1: unknown option b; known: a"],
    [["--penalty", "tl1:a=1,a=2"], "--penalty tl1:a=1,a=2: a is given twice"],
    [["--penalty", "tl1:"], "--penalty tl1:: expected options as in tl1:a=1 after the colon"],
    [
      ["--penalty", "./none.ts"],
      `--penalty ./none.ts: no such penalty, module or file; built in: ${BUILT_IN}`,
    ],
    [
      [...SQUARED, "--solver", "proxgrad", "--penalty", "box:lower=1"],
      "--lambda is needed, for it has no default here: lambdaMax: penalty must send every weight to 0 for some λ, received box",
    ],
    [["--resume", "d.csv", "--patches", "1"], "--resume d.csv: is not JSON, so no checkpoint"],
  ])("fit d.csv %j", async (args, message) => {
    const folder = folderWith({ "d.csv": GOOD });
    const outcome = await proxkit(["fit", "d.csv", ...args], folder);
    expect(outcome).toEqual({ status: 2, stdout: "", stderr: `proxkit: ${message}\n` });
    expect(readdirSync(folder)).toEqual(["d.csv"]);
  });

  it("more simulated numbers than one write takes", async () => {
    const { status, stderr } = await proxkit(["simulate", "--samples", "4000000", "--d", "20"]);
    expect(status).toBe(2);
    expect(stderr).toBe("proxkit: 4000000 × 41 numbers are too many for one file\n");
  });

  it("a misspelt format", async () => {
    const { status, stderr } = await proxkit(["reproduce", "--format", "htm"]);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: `proxkit: option '--format <name>' argument 'htm' is invalid. expected one of md, html, json, received "htm" (did you mean html?)\n`,
    });
  });

  it("a misspelt command", async () => {
    const { status, stderr } = await proxkit(["fitt", "d.csv"]);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: "proxkit: unknown command 'fitt' (Did you mean fit?)\n",
    });
  });

  it("a model that is none, of another version, or whose columns are missing", async () => {
    const folder = folderWith({
      "d.csv": GOOD,
      "m.json": '{"format":"other"}',
      "v.json": '{"format":"proxkit-model","version":"1"}',
    });
    const messages: string[] = [];
    for (const model of ["d.csv", "m.json", "v.json"])
      messages.push((await proxkit(["predict", model, "d.csv"], folder)).stderr);
    expect(messages[0]).toMatch(/^proxkit: d\.csv: is not JSON, so no model \(.*\)\n$/);
    expect(messages[1]).toBe(
      'proxkit: m.json: is not a proxkit model; expected "format": "proxkit-model"\n',
    );
    expect(messages[2]).toBe(
      'proxkit: v.json: is a model of version "1"; this proxkit reads versions 1 to 2\n',
    );
    await proxkit(["fit", "d.csv", ...SQUARED, "--out", "fit.json"], folder);
    writeFileSync(join(folder, "other.csv"), "a,c\n1,2\n");
    const { status, stderr } = await proxkit(["predict", "fit.json", "other.csv"], folder);
    expect(status).toBe(2);
    expect(stderr).toBe("proxkit: other.csv: has no column b; it has a, c\n");
  });

  it.each([
    [
      "no weights",
      { features: [], weights: { dimension: 0, indices: [], values: [] }, run: undefined },
    ],
    ["an index twice", { weights: { dimension: 2, indices: [1, 1], values: [1, 2] } }],
    ["an index too large", { weights: { dimension: 2, indices: [2], values: [1] } }],
    ["a value too few", { weights: { dimension: 2, indices: [0, 1], values: [1] } }],
    ["patches for a linear model", { patches: 2 }],
    ["a feature twice", { features: ["a", "a"] }],
    ["its target among the features", { features: ["a", "y"] }],
  ])("a model that somebody has edited: %s", async (_, change) => {
    const folder = folderWith({ "d.csv": GOOD });
    await proxkit(["fit", "d.csv", ...SQUARED, "--out", "m.json"], folder);
    const model = JSON.parse(readText(folder, "m.json"));
    writeFileSync(join(folder, "m.json"), JSON.stringify({ ...model, ...change }));
    const { status, stderr } = await proxkit(["predict", "m.json", "d.csv"], folder);
    expect(status).toBe(2);
    expect(stderr).toBe("proxkit: m.json: weights, patches and features do not fit together\n");
  });

  it("shows where in the code an error arose with --verbose only", async () => {
    const quiet = await proxkit(["fit", planted, "--target", "z"]);
    expect(quiet.stderr.trim().split("\n")).toHaveLength(1);
    for (const args of [
      ["fit", planted, "--target", "z", "--verbose"],
      ["--verbose", "fit", planted, "--target", "z"],
    ]) {
      const { status, stderr } = await proxkit(args);
      expect(status).toBe(2);
      expect(stderr.startsWith(quiet.stderr)).toBe(true);
      expect(stderr).toMatch(/\n {4}at /);
    }
  });

  it("notes what a solver does not use, and goes on", async () => {
    const folder = folderWith({ "d.csv": GOOD });
    const { status, stderr } = await proxkit(
      ["fit", "d.csv", ...SQUARED, "--solver", "proxgrad", "--beta", "1", "--patches", "2"],
      folder,
    );
    expect(status).toBe(0);
    expect(stderr).toContain("proxkit: note: --beta is not used by --solver proxgrad\n");
    expect(stderr).toContain("proxkit: note: --patches is not used with --loss squared\n");
  });
});
