import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { angle } from "@proxkit/core";
import { describe, expect, it } from "vitest";
import {
  examples,
  folderWith,
  noisy,
  planted,
  proxkit,
  proxkitJson,
  readText,
  truthOf,
} from "./proxkit.ts";

const truths = join(examples, "planted.json");

describe("proxkit fit --truth", () => {
  it("measures the support and the angle, of planted data all found", async () => {
    const { json } = await proxkitJson(["fit", planted, "--truth", truths]);
    const w = new Float64Array(20);
    for (const { index, weight } of json.support) w[index] = weight;
    expect(json.truth).toEqual({
      angle: angle(w, Float64Array.from(truthOf(planted).wStar)),
      planted: 5,
      found: 5,
      hits: 5,
      precision: 1,
      recall: 1,
    });
  });

  it("counts what is found and not planted, and what is planted and not found", async () => {
    const { wStar } = truthOf(planted);
    const folder = folderWith({
      "plus.json": JSON.stringify(wStar.map((weight, i) => (i === 1 ? 0.5 : weight))),
      "minus.json": JSON.stringify({ wStar: wStar.map((weight, i) => (i === 0 ? 0 : weight)) }),
    });
    const plus = await proxkitJson(["fit", planted, "--truth", "plus.json"], folder);
    expect(plus.json.truth).toMatchObject({ planted: 6, found: 5, hits: 5, precision: 1 });
    expect(plus.json.truth.recall).toBeCloseTo(5 / 6, 15);
    const minus = await proxkitJson(["fit", planted, "--truth", "minus.json"], folder);
    expect(minus.json.truth).toMatchObject({ planted: 4, found: 5, hits: 4, recall: 1 });
    expect(minus.json.truth.precision).toBeCloseTo(4 / 5, 15);
    const { stdout } = await proxkit(["fit", planted, "--truth", "minus.json"], folder);
    expect(stdout).toMatch(
      /^ {2}truth {6}precision 0\.8 \(4 of 5 found are planted\), recall 1 \(4 of 4 planted are found\), angle 0\.\d+ radians$/m,
    );
  });

  it("says so where nothing is found", async () => {
    const fit = ["fit", planted, "--penalty", "l0", "--lambda", "1", "--truth", truths];
    const { json } = await proxkitJson(fit);
    expect(json.truth).toMatchObject({ angle: null, found: 0, precision: null, recall: 0 });
  });

  it("changes nothing of what is learned", async () => {
    const folder = folderWith();
    const fit = ["fit", planted, "--out"];
    await proxkit([...fit, "a.json"], folder);
    await proxkit([...fit, "b.json", "--truth", truths], folder);
    const [{ run: bare, ...a }, { run, ...b }] = ["a.json", "b.json"].map((name) =>
      JSON.parse(readText(folder, name)),
    );
    expect(b).toEqual(a);
    expect({ ...run, steps: 0, wStar: 0 }).toEqual({ ...bare, steps: 0, wStar: 0 });
    expect(bare.wStar).toBe(null);
  });

  it("fills the trace's angles, which fall to that of the fit, and draws the planted weights", async () => {
    const folder = folderWith();
    const fit = ["fit", planted, "--truth", truths, "--trace", "t.csv", "--plot", "p.svg"];
    await proxkit([...fit, "--out", "m.json"], folder);
    const [header, ...lines] = readText(folder, "t.csv").trim().split("\n");
    expect(header.split(",").at(-1)).toBe("angle");
    const angles = lines.map((line) => Number(line.split(",").at(-1)));
    const { run } = JSON.parse(readText(folder, "m.json"));
    const wStar = Float64Array.from(truthOf(planted).wStar);
    expect(angles.at(-1)).toBeCloseTo(angle(Float64Array.from(run.w), wStar), 12);
    expect(run.steps.largestAngle).toBe(Math.max(...angles));
    expect(readText(folder, "p.svg")).toMatch(/5 planted/);

    await proxkit(["fit", planted, "--trace", "bare.csv", "--plot", "bare.svg"], folder);
    expect(readText(folder, "bare.csv").trim().split("\n").at(-1)).toMatch(/,$/);
    expect(readText(folder, "bare.svg")).not.toMatch(/\d planted/);
  });

  it("takes of several truths the one for the data, or the one that fits", async () => {
    const { json } = await proxkitJson(["fit", noisy, "--patches", "4", "--truth", truths]);
    expect(json.truth).toMatchObject({ planted: 6, recall: 1 });
    const folder = folderWith({ "my-data.csv": readText(examples, "planted-k2-d20.csv") });
    const renamed = await proxkitJson(["fit", "my-data.csv", "--truth", truths], folder);
    expect(renamed.json.truth).toMatchObject({ planted: 5, recall: 1 });
  });

  const weights = Array.from({ length: 20 }, (_, i) => i % 2);
  it.each([
    ["another length", [1, 2], "expected 20 weights, received 2"],
    ["text", weights.map((w) => (w ? w : "x")), 'weight 0 must be a finite number, received "x"'],
    [
      "null",
      { wStar: [null, ...weights.slice(1)] },
      "weight 0 must be a finite number, received null",
    ],
    ["zeros", weights.map(() => 0), "all weights are 0: they have no direction"],
    ["no weights", { weights }, "holds no list wStar of weights"],
    ["a number", 3, "holds no list wStar of weights"],
    ["nothing", [{ file: "other" }], "holds no list wStar of weights"],
    [
      "several",
      [{ wStar: weights }, { wStar: weights }],
      "holds 2 truths, of which 2 have 20 weights; expected one",
    ],
  ])("refuses %s in one line", async (_, truth, message) => {
    const folder = folderWith({ "t.json": JSON.stringify(truth) });
    const { status, stdout, stderr } = await proxkit(["fit", planted, "--truth", "t.json"], folder);
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: "",
      stderr: `proxkit: --truth t.json: ${message}\n`,
    });
  });

  it("refuses what is no JSON, and a file that it would overwrite", async () => {
    const folder = folderWith({ "t.json": "[1, 2" });
    const broken = await proxkit(["fit", planted, "--truth", "t.json"], folder);
    expect(broken.stderr).toBe("proxkit: --truth t.json: is not JSON\n");
    writeFileSync(join(folder, "t.json"), "[]");
    const same = ["fit", planted, "--truth", "t.json", "--out", "./t.json"];
    expect((await proxkit(same, folder)).stderr).toBe(
      "proxkit: --truth and --out name the same file, ./t.json\n",
    );
  });
});
