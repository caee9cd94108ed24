import {
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../../../tools/test/run.ts";
import { formatTable } from "../src/data/write-table.ts";
import { writeWhole } from "../src/output/write-whole.ts";
import { examples, folderWith, planted, proxkit, proxkitJson, readText, start } from "./proxkit.ts";
import { WRONG_L0 } from "./third-party.ts";

const SMALL = ["simulate", "--d", "6", "--samples", "400", "--support", "2", "--seed", "3"];

async function small(): Promise<string> {
  const folder = folderWith();
  await proxkit([...SMALL, "--out", "data.csv", "--truth", "truth.json"], folder);
  return folder;
}

describe("proxkit fit writes", () => {
  it("a model that predicts what the network of its weights predicts", async () => {
    const folder = await small();
    await proxkit(["fit", "data.csv", "--out", "model.json"], folder);
    const model = JSON.parse(readText(folder, "model.json"));
    expect(model).toMatchObject({
      format: "proxkit-model",
      version: 2,
      loss: "network",
      patches: 2,
    });
    expect(model.penalty).toEqual({ module: "l1", name: "l1", parameters: {} });
    expect(model.features).toHaveLength(12);
    const w = new Float64Array(6);
    model.weights.indices.forEach((i: number, n: number) => {
      w[i] = model.weights.values[n];
    });
    const [, ...rows] = readText(folder, "data.csv").trim().split("\n");
    const { stdout } = await proxkit(["predict", "model.json", "data.csv"], folder);
    const predictions = stdout.trim().split("\n").slice(1).map(Number);
    rows.forEach((row, j) => {
      const x = row.split(",").map(Number);
      const patch = (i: number) =>
        Math.max(
          0,
          w.reduce((sum, wi, n) => sum + wi * x[6 * i + n], 0),
        );
      expect(predictions[j]).toBeCloseTo((patch(0) + patch(1)) / 2, 12);
    });
  });

  it("a trace with a line for each iteration, and a picture as SVG or PNG", async () => {
    const folder = await small();
    const args = ["fit", "data.csv", "--trace", "trace.csv", "--plot"];
    const { json } = await proxkitJson([...args, "fit.svg"], folder);
    const lines = readText(folder, "trace.csv").trim().split("\n");
    expect(lines[0]).toBe(
      "iteration,objective,loss,penalty,residual,support_size,sparsity,after_prox,displacement,step_size,angle",
    );
    expect(lines).toHaveLength(json.iterations + 1);
    expect(lines.at(-1)?.split(",").map(Number).slice(0, 2)).toEqual([
      json.iterations,
      json.objective,
    ]);
    expect(readText(folder, "fit.svg")).toMatch(/^<svg [\s\S]*<\/svg>\s*$/);
    await proxkit([...args, "fit.PNG"], folder);
    expect(readFileSync(join(folder, "fit.PNG")).subarray(1, 4).toString()).toBe("PNG");
    expect(json.files).toEqual({ trace: "trace.csv", picture: "fit.svg" });
  });

  it("the same bytes for the same seed", async () => {
    const folder = await small();
    for (const name of ["a", "b"])
      await proxkit(
        ["fit", "data.csv", "--seed", "5", "--out", `${name}.json`, "--trace", `${name}.csv`],
        folder,
      );
    expect(readText(folder, "a.json")).toBe(readText(folder, "b.json"));
    expect(readText(folder, "a.csv")).toBe(readText(folder, "b.csv"));
  });

  it("a checkpoint from which a run goes on to the same bits", async () => {
    const folder = await small();
    const fit = ["fit", "data.csv", "--step", "0.5"];
    const part = await proxkit([...fit, "--max-iterations", "9", "--checkpoint", "c.json"], folder);
    expect(part.status).toBe(1);
    await proxkit([...fit, "--out", "whole.json"], folder);
    await proxkit([...fit, "--resume", "c.json", "--out", "resumed.json"], folder);
    expect(readText(folder, "resumed.json")).toBe(readText(folder, "whole.json"));
    const others: [string[], string][] = [
      [["--step", "0.4"], "the state was saved with stepSize = 0.5, the solver has 0.4"],
      [["--step", "0.5", "--penalty", "l0"], "is of a run with other penalty: l1 {}, not l0 {}"],
      [
        ["--step", "0.5", "--exclude", "x1_1,x2_1", "--patches", "2"],
        "is of a run with other data",
      ],
    ];
    for (const [args, reason] of others) {
      const other = await proxkit(["fit", "data.csv", ...args, "--resume", "c.json"], folder);
      expect(other).toMatchObject({ status: 2, stderr: `proxkit: --resume c.json: ${reason}\n` });
    }
  });

  it.each([
    [{ version: 2 }, "is of version 2; this proxkit reads version 1"],
    [{ watched: { start: [], wStar: null } }, /^watched.steps: Invalid key: /],
    [{ watched: 5 }, /^watched: Invalid type: /],
    [{ state: null }, "the JSON is not a saved state"],
  ])("a checkpoint that is refused when somebody has edited it: %j", async (change, reason) => {
    const folder = await small();
    await proxkit(["fit", "data.csv", "--max-iterations", "9", "--checkpoint", "c.json"], folder);
    const checkpoint = { ...JSON.parse(readText(folder, "c.json")), ...change };
    writeFileSync(join(folder, "c.json"), JSON.stringify(checkpoint));
    const { status, stderr } = await proxkit(["fit", "data.csv", "--resume", "c.json"], folder);
    expect(status).toBe(2);
    const [, said] = stderr.match(/^proxkit: --resume c\.json: (.*)\n$/) ?? [];
    if (typeof reason === "string") expect(said).toBe(reason);
    else expect(said).toMatch(reason);
  });

  it.skipIf(process.platform === "win32")("to a pipe without replacing it", async () => {
    const folder = await small();
    await run("mkfifo", [join(folder, "pipe")]);
    const read = readFile(join(folder, "pipe"), "utf8");
    await proxkit(["fit", "data.csv", "--out", "pipe"], folder);
    expect(JSON.parse(await read).format).toBe("proxkit-model");
    expect(statSync(join(folder, "pipe")).isFIFO()).toBe(true);
  });

  it("its result when it has not converged, says so, and exits with 1", async () => {
    const folder = await small();
    const short = await proxkitJson(
      ["fit", "data.csv", "--max-iterations", "3", "--out", "m.json"],
      folder,
    );
    expect(short.status).toBe(1);
    expect(short.json.outcome).toBe("maxIterations");
    expect(JSON.parse(readText(folder, "m.json")).result.outcome).toBe("maxIterations");
    const wild = ["fit", "data.csv", "--step", "1e9", "--no-normalize", "--out", "wild.json"];
    const diverged = await proxkitJson(wild, folder);
    expect(diverged.status).toBe(1);
    expect(diverged.json.outcome).toBe("diverged");
    expect(JSON.parse(readText(folder, "wild.json")).result.outcome).toBe("diverged");
  });

  it("what there is when it is interrupted", async () => {
    const folder = await small();
    const args = ["fit", "data.csv", "--step", "1e-9", "--max-iterations", "1000000000"];
    const child = start([...args, "--json", "--out", "m.json"], folder);
    let stdout = "";
    child.stdout.on("data", (chunk) => {
      stdout += chunk;
    });
    setTimeout(() => child.kill("SIGINT"), 2000);
    const status = await new Promise((resolve) => child.on("close", resolve));
    expect(status).toBe(1);
    expect(JSON.parse(stdout).outcome).toBe("aborted");
    expect(JSON.parse(readText(folder, "m.json")).result.outcome).toBe("aborted");
  });

  it("nothing to the terminal but the result when no terminal is there", async () => {
    const { stderr, stdout } = await proxkit(["fit", planted]);
    expect(stderr).toBe("");
    expect(stdout).not.toContain("\u001b");
    expect(stdout).toMatch(/outcome {4}✓ converged after \d+ iterations/);
    expect(stdout).toMatch(/ {2}-0\.41\d+ {6}0 {2}x1_1, x2_1\n/);
  });

  it.each([
    ["nowhere/m.json", " nowhere/m.json: the folder nowhere does not exist or is not writable"],
    [
      "truth.json/m.json",
      " truth.json/m.json: the folder truth.json does not exist or is not writable",
    ],
    ["", ': expected a file name, received ""'],
  ])("no half file where it cannot be written: %j", async (out, reason) => {
    const folder = await small();
    const before = readdirSync(folder);
    const { status, stderr } = await proxkit(["fit", "data.csv", "--out", out], folder);
    expect(status).toBe(2);
    expect(stderr).toBe(`proxkit: --out${reason}\n`);
    expect(readdirSync(folder)).toEqual(before);
  });
});

describe("standard output", () => {
  it.each(["--out", "--trace", "--checkpoint"])(
    "takes what %s - writes alone: the report goes to standard error",
    async (option) => {
      const folder = await small();
      const file = await proxkit(["fit", "data.csv", option, "file"], folder);
      const { status, stdout, stderr } = await proxkit(["fit", "data.csv", option, "-"], folder);
      expect(status).toBe(0);
      expect(stdout).toBe(readText(folder, "file"));
      const steady = (text: string) => text.replace(/, [\d.e-]+ s$/m, ", … s");
      expect(file.stdout).toContain("written to file\n");
      expect(steady(stderr)).toBe(
        steady(file.stdout.replace("written to file", "written to standard output")),
      );
    },
  );

  it.each([
    ["--out - --trace -", "--out - and --trace - both go to standard output"],
    ["--trace - --checkpoint -", "--trace - and --checkpoint - both go to standard output"],
    ["--json --out -", "--json and --out - both go to standard output"],
    ["--trace - --json", "--json and --trace - both go to standard output"],
  ])("takes no more than one thing: %s", async (options, message) => {
    const folder = await small();
    const outcome = await proxkit(["fit", "data.csv", ...options.split(" ")], folder);
    expect(outcome).toEqual({ status: 2, stdout: "", stderr: `proxkit: ${message}\n` });
  });

  it.each([
    ["fit data.csv", 0],
    ["fit data.csv --max-iterations 2", 1],
    ["fit data.csv --max-iterations 2 --json", 1],
    ["fit data.csv --max-iterations 2 --out -", 1],
    ["simulate --samples 20000", 0],
    ["check ./wrong.ts", 1],
    ["--help", 0],
  ])("may be closed by its reader, and the exit code stays: %s", async (line, status) => {
    const folder = await small();
    writeFileSync(join(folder, "wrong.ts"), WRONG_L0);
    const child = start(line.split(" "), folder);
    child.stdout.destroy();
    let stderr = "";
    child.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    expect(await new Promise((resolve) => child.on("close", resolve))).toBe(status);
    expect(stderr).not.toMatch(/EPIPE|^ +at /m);
  });
});

describe("writeWhole", () => {
  it("names the file that could not be written, not the temporary one", async () => {
    const path = join(folderWith(), "nowhere", "m.json");
    await expect(writeWhole(path, "{}")).rejects.toMatchObject({ code: "ENOENT", path });
  });
});

describe("no command overwrites what it reads, or one output with another", () => {
  it.each([
    ["predict m.json data.csv --out ./data.csv", "DATA and --out name the same file, ./data.csv"],
    ["predict m.csv data.csv --out m.csv", "MODEL and --out name the same file, m.csv"],
    ["fit data.csv --resume c.json --out c.json", "--resume and --out name the same file, c.json"],
    ["simulate --out s.csv --truth ./s.csv", "--out and --truth name the same file, ./s.csv"],
  ])("%s", async (line, message) => {
    const folder = await small();
    await proxkit(["fit", "data.csv", "--out", "m.json", "--checkpoint", "c.json"], folder);
    const before = readText(folder, "data.csv");
    const { status, stderr } = await proxkit(line.split(" "), folder);
    expect({ status, stderr }).toEqual({ status: 2, stderr: `proxkit: ${message}\n` });
    expect(readText(folder, "data.csv")).toBe(before);
    expect(readdirSync(folder)).not.toContain("s.csv");
  });

  it.skipIf(process.platform === "win32")("through a link", async () => {
    const folder = await small();
    symlinkSync("data.csv", join(folder, "link.json"));
    const { status, stderr } = await proxkit(["fit", "data.csv", "--out", "link.json"], folder);
    expect(status).toBe(2);
    expect(stderr).toBe("proxkit: DATA and --out name the same file, link.json\n");
  });

  it("but the next checkpoint may replace the one that it goes on from", async () => {
    const folder = await small();
    const fit = ["fit", "data.csv", "--checkpoint", "c.json"];
    await proxkit([...fit, "--max-iterations", "2"], folder);
    const before = readText(folder, "c.json");
    expect((await proxkit([...fit, "--resume", "c.json"], folder)).status).toBe(0);
    expect(readText(folder, "c.json")).not.toBe(before);
  });
});

describe("formatTable", () => {
  it("writes in pieces what it would write whole", async () => {
    const values = Float64Array.from({ length: 2 * 20_001 }, (_, i) => i / 7);
    const rows = Array.from(
      { length: 20_001 },
      (_, i) => `${values[2 * i]},${values[2 * i + 1]}\n`,
    );
    const text = (await formatTable("t.csv", ["a", "b"], 20_001, values)).toString();
    expect(text === `a,b\n${rows.join("")}`).toBe(true);
  });
});

describe("columns that are not used may hold anything", () => {
  const NAMED = "name,a,b,y\nAnn,1,2,3\n,4,5,6\nBob,7,8,8\n";
  const numbers = NAMED.replace(/^\w*,/gm, "");

  it("those that fit is told to leave out, and those that a model does not know", async () => {
    const folder = folderWith({ "named.csv": NAMED, "numbers.csv": numbers });
    const fit = ["fit", "named.csv", "--loss", "squared", "--exclude", "name", "--out", "m.json"];
    expect((await proxkit(fit, folder)).status).toBe(0);
    expect(JSON.parse(readText(folder, "m.json")).features).toEqual(["a", "b"]);
    for (const command of ["predict", "evaluate"]) {
      const named = await proxkit([command, "m.json", "named.csv"], folder);
      expect(named).toEqual(await proxkit([command, "m.json", "numbers.csv"], folder));
      expect(named.status).toBe(0);
    }
  });

  it("but never the target, nor a column that fit was not told to leave out", async () => {
    const folder = folderWith({ "named.csv": NAMED });
    for (const args of [[], ["--target", "name", "--exclude", "name"]]) {
      const fit = await proxkit(["fit", "named.csv", "--loss", "squared", ...args], folder);
      expect(fit).toMatchObject({
        status: 2,
        stderr:
          'proxkit: named.csv:2:1: column name must hold a finite number, received "Ann"; --categorical name takes text\n',
      });
    }
  });
});

describe("proxkit simulate and the other formats", () => {
  it("makes the same data as CSV, TSV and npy, and fit reads each, gzip and standard input too", async () => {
    const folder = await small();
    await proxkit([...SMALL, "--out", "data.tsv"], folder);
    await proxkit([...SMALL, "--out", "data.npy"], folder);
    const { gzipSync } = await import("node:zlib");
    const { writeFileSync } = await import("node:fs");
    for (const name of ["data.csv", "data.npy"])
      writeFileSync(join(folder, `${name}.gz`), gzipSync(readFileSync(join(folder, name))));
    const { stdout: csv } = await proxkit(SMALL);
    expect(csv).toBe(readText(folder, "data.csv"));

    const truth = JSON.parse(readText(folder, "truth.json"));
    const expected = (await proxkitJson(["fit", "data.csv"], folder)).json.support;
    expect(expected.map(({ index }: { index: number }) => index)).toEqual(truth.support);
    const weights = expected.map(({ weight }: { weight: number }) => weight);
    const arrays = ["data.npy", "data.npy.gz"].map((name) => [
      name,
      "--target",
      "12",
      "--patches",
      "2",
    ]);
    for (const args of [["data.tsv"], ["data.csv.gz"], ...arrays]) {
      const { json } = await proxkitJson(["fit", ...args], folder);
      expect(json.support.map(({ weight }: { weight: number }) => weight)).toEqual(weights);
    }
    for (const input of [csv, readText(folder, "data.tsv")]) {
      const { stdout } = await proxkit(["fit", "-", "--json"], folder, input);
      const { support } = JSON.parse(stdout);
      expect(support.map(({ weight }: { weight: number }) => weight)).toEqual(weights);
    }
  });

  it("writes predictions as npy that numpy's own header describes", async () => {
    const folder = await small();
    await proxkit(["fit", "data.csv", "--out", "m.json"], folder);
    await proxkit(["predict", "m.json", "data.csv", "--out", "p.npy"], folder);
    const bytes = readFileSync(join(folder, "p.npy"));
    expect(bytes.subarray(1, 6).toString()).toBe("NUMPY");
    expect(bytes.toString("latin1")).toContain("'shape':(400,1)");
    expect(bytes.toString("latin1")).toContain("'descr':'<f8'");
  });

  it("reads npy in Fortran's order and of integers", async () => {
    const header = "{'descr': '<i4', 'fortran_order': True, 'shape': (3, 2), }"
      .padEnd(117)
      .concat("\n");
    const head = Buffer.concat([
      Buffer.from([0x93]),
      Buffer.from("NUMPY\u0001\u0000"),
      Buffer.from([118, 0]),
      Buffer.from(header),
    ]);
    const body = Buffer.from(Int32Array.of(1, 2, 3, 2, 4, 6).buffer);
    const folder = folderWith();
    const { writeFileSync } = await import("node:fs");
    writeFileSync(join(folder, "f.npy"), Buffer.concat([head, body]));
    const fit = ["fit", "f.npy", "--target", "1", "--loss", "squared", "--lambda", "0"];
    const { json } = await proxkitJson(fit, folder);
    expect(json.support[0].weight).toBeCloseTo(2, 9);
  });

  it("leaves no folder of its own behind in the examples", () => {
    expect(existsSync(join(examples, "demo"))).toBe(false);
  });
});
