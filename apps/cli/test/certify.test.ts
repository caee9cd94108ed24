import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Check } from "@proxkit/solvers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { folderWith, proxkit, proxkitJson, readText } from "./proxkit.ts";

/** Planted data, and a model and a trace of a run with safe steps on it. */
async function fitted(...more: string[]): Promise<string> {
  return await fittedIn(folderWith(), ...more);
}

async function fittedIn(folder: string, ...more: string[]): Promise<string> {
  const simulate = ["simulate", "--d", "6", "--samples", "400", "--support", "2", "--seed", "3"];
  await proxkit([...simulate, "--out", "data.csv", "--truth", "truth.json"], folder);
  const fit = ["fit", "data.csv", "--out", "model.json", "--trace", "trace.csv"];
  const step = more.includes("--step") ? [] : ["--step", "safe"];
  const { stderr } = await proxkit([...fit, ...step, ...more], folder);
  expect(stderr).toBe("");
  return folder;
}

async function certify(folder: string, ...args: string[]) {
  const outcome = await proxkitJson(["certify", ...args], folder);
  const checks = Object.fromEntries(outcome.json.checks.map((check: Check) => [check.name, check]));
  return { ...outcome, checks: checks as Record<string, Check> };
}

/** Writes model.json with a change. */
function change(folder: string, edit: (model: Record<string, unknown>) => void): void {
  const model = JSON.parse(readText(folder, "model.json"));
  edit(model);
  writeFileSync(join(folder, "model.json"), JSON.stringify(model));
}

const count = (checks: Record<string, Check>, verdict: string) =>
  Object.values(checks).filter((check) => check.verdict === verdict).length;

describe("proxkit certify, of a model", () => {
  it("holds Theorem 1 to a run with safe steps: what needs no truth holds", async () => {
    const { status, checks, json } = await certify(await fitted(), "model.json");
    expect(status).toBe(0);
    expect(json).toMatchObject({ format: "proxkit-certificate", version: 1, file: "model.json" });
    for (const name of [
      "Theorem 1: η",
      "Theorem 1: displacement",
      "Theorem 1: β",
      "Theorem 1: λ/β",
      "Lemma 5.1.4",
      "Lemma 5.1.5",
      "Algorithm 1: u",
      "Theorem 1: critical point",
    ])
      expect(checks[name].verdict, name).toBe("holds");
    expect(checks["eq. (13)"]).toMatchObject({ verdict: "notApplicable", left: null });
    expect(json.count.fails).toBe(0);
    // λ/β = 1e-5/4e-3 against 1/√6, as Theorem 1 states it
    expect(checks["Theorem 1: λ/β"].left).toBeCloseTo(0.0025, 15);
    expect(checks["Theorem 1: λ/β"].right).toBeCloseTo(1 / Math.sqrt(6), 15);
  });

  it("knows the truth that the fit knew, and takes it from --truth as well", async () => {
    const folder = await fitted("--truth", "truth.json");
    const known = await certify(folder, "model.json");
    expect(known.json.truth).toBe("known to the fit");
    expect(known.checks["Theorem 1: start"].left).toBeGreaterThan(0);
    const named = await certify(folder, "model.json", "--truth", "truth.json");
    expect(named.checks).toEqual(known.checks);

    const bare = await fitted();
    const later = await certify(bare, "model.json", "--truth", "truth.json");
    for (const name of ["Theorem 1: start", "eq. (13)", "eq. (17)"])
      expect(later.checks[name], name).toEqual(known.checks[name]);
  });

  it("brings the truth to the units that the run had", async () => {
    const folder = await fitted();
    const { scaling } = JSON.parse(readText(folder, "model.json"));
    const { checks } = await certify(folder, "model.json", "--truth", "truth.json");
    // the planted filter has norm 1: x/s and y/t make it s/t
    expect(checks["Theorem 1: ‖w*‖"].left).toBeCloseTo(scaling.inputs / scaling.target, 14);
    expect(scaling.inputs).not.toBe(1);
  });

  it("forgets the angles to a truth that is not the one given", async () => {
    const folder = await fitted("--truth", "truth.json");
    const { wStar } = JSON.parse(readText(folder, "truth.json"));
    const minus = wStar.map((weight: number) => -weight);
    writeFileSync(join(folder, "minus.json"), JSON.stringify(minus));
    const plus = await certify(folder, "model.json");
    const other = await certify(folder, "model.json", "--truth", "minus.json");
    const start = "Theorem 1: start";
    expect((plus.checks[start].left ?? 0) + (other.checks[start].left ?? 0)).toBeCloseTo(
      Math.PI,
      12,
    );
  });

  it("fails, and exits with 1, where the model is not what Algorithm 1 gives", async () => {
    const folder = await fitted();
    change(folder, (model) => {
      const { u } = model.run as { u: number[] };
      const i = u.findIndex((x) => x !== 0);
      u[i] *= 1.01;
    });
    const { status, checks, json } = await certify(folder, "model.json");
    expect(status).toBe(1);
    expect(checks["Algorithm 1: u"].verdict).toBe("fails");
    expect(json.count.fails).toBeGreaterThan(0);
  });

  it("fails where the step is too long for the theorem, as backtracking's may be", async () => {
    const { status, checks } = await certify(await fitted("--step", "backtracking"), "model.json");
    expect(status).toBe(1);
    expect(checks["Theorem 1: η"].verdict).toBe("fails");
    expect(checks["Lemma 5.1.5"].verdict).toBe("holds");
  });

  it("makes a δ that is asked for count", async () => {
    const folder = await fitted("--truth", "truth.json");
    const { checks } = await certify(folder, "model.json", "--delta", "3.1415");
    // δ sin δ/(kπ) with δ = 3.1415 is about 5e-5, which β = 4e-3 is above
    expect(checks["Theorem 1: β"].verdict).toBe("fails");
    expect(
      (await certify(folder, "model.json", "--delta", "1")).checks["Theorem 1: β"].verdict,
    ).toBe("holds");
  });

  it("allows fewer checks of a model that kept no run, as older ones did not", async () => {
    const folder = await fitted();
    const whole = await certify(folder, "model.json");
    change(folder, (model) => {
      delete model.run;
    });
    const { status, checks, stderr } = await certify(folder, "model.json");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(count(checks, "holds")).toBeGreaterThan(0);
    expect(count(checks, "holds")).toBeLessThan(count(whole.checks, "holds"));
    expect(checks["Lemma 5.1.4"].words).toContain("not watched");
    const { stdout } = await proxkit(["predict", "model.json", "data.csv"], folder);
    expect(stdout.split("\n")).toHaveLength(402);
  });

  it("makes no claim on a limit for a run that did not reach one", async () => {
    const cut = await fitted("--step", "1e-3", "--max-iterations", "5");
    const { checks } = await certify(cut, "model.json");
    expect(checks["Theorem 1: critical point"].verdict).toBe("notApplicable");
    expect(checks["Lemma 5.1.5"].verdict).toBe("holds");
    const wild = await fitted("--step", "1e9", "--no-normalize");
    const diverged = await certify(wild, "model.json");
    expect(diverged.json.run).toContain("diverged after");
    expect(diverged.status).toBe(1);
  });

  it.each([["box:lower=-2,penalty=(tl1:a=0.5)"], ["group:size=2,radial=(mcp:gamma=2)"], ["l0"]])(
    "finds the penalty %s again",
    async (penalty) => {
      const { checks } = await certify(await fitted("--penalty", penalty), "model.json");
      expect(checks["Algorithm 1: u"].verdict).toBe("holds");
    },
  );

  it("holds Theorem 2 to a run of adaptive IHT", async () => {
    const folder = await fitted("--solver", "iht", "--sparsity", "2", "--truth", "truth.json");
    const { json, checks } = await certify(folder, "model.json");
    expect(json.run).toContain("adaptive iterative hard thresholding, s = 2");
    expect(checks["Theorem 2: s"]).toMatchObject({ verdict: "holds", left: 2, right: 2 });
    expect(checks["Lemma 5.4.1: η"].verdict).toBe("holds");
  });

  it("certifies a run in two parts as the same run in one", async () => {
    const folder = await fitted("--truth", "truth.json");
    const whole = readText(folder, "model.json");
    const fit = ["fit", "data.csv", "--step", "safe", "--truth", "truth.json"];
    await proxkit([...fit, "--max-iterations", "4", "--checkpoint", "c.json"], folder);
    await proxkit([...fit, "--resume", "c.json", "--out", "model.json"], folder);
    expect(readText(folder, "model.json")).toBe(whole);
    expect(JSON.parse(whole).run.steps).toMatchObject({ from: 0 });
  });

  it("shows numbers, and in words what was found", async () => {
    const { stdout } = await proxkit(["certify", "model.json"], await fitted());
    expect(stdout).toMatch(/^ {2}✓ holds {11}Theorem 1: displacement {2,}‖η∇f\(wᵗ\)/m);
    expect(stdout).toMatch(/^ {2}Lemma 5\.1\.5 {2,}\S.* in \d+ steps/m);
    expect(stdout).toMatch(/^ {2}· not applicable {2}eq\. \(17\) /m);
    expect(stdout).toMatch(/\n {2}✓ all \d+ checks hold; \d+ not applicable\n$/);
  });
});

describe("proxkit certify, of a trace", () => {
  it("finds in the trace what the model's run kept", async () => {
    const folder = await fitted();
    const model = await certify(folder, "model.json");
    const trace = await certify(folder, "trace.csv");
    expect(trace.status).toBe(0);
    expect(Object.keys(trace.checks)).toEqual([
      "Theorem 1: displacement",
      "Lemma 5.1.4",
      "Lemma 5.1.5",
    ]);
    for (const name of ["Theorem 1: displacement", "Lemma 5.1.5"])
      expect(trace.checks[name]).toEqual(model.checks[name]);
  });

  it("fails where the objective rises", async () => {
    const folder = await fitted();
    const [header, first, second, ...rest] = readText(folder, "trace.csv").split("\n");
    const cells = second.split(",");
    cells[1] = String(Number(cells[1]) + 1);
    writeFileSync(join(folder, "trace.csv"), [header, first, cells.join(","), ...rest].join("\n"));
    const { status, checks } = await certify(folder, "trace.csv");
    expect(status).toBe(1);
    expect(checks["Lemma 5.1.5"].verdict).toBe("fails");
    expect(checks["Lemma 5.1.5"].words).toContain("in step 2 ");
  });
});

describe("proxkit certify refuses in one line", () => {
  const folder = mkdtempSync(join(tmpdir(), "proxkit-certify-"));

  beforeAll(async () => {
    await fittedIn(folder);
    const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
    write(
      "old.csv",
      "iteration,objective,loss,penalty,residual,support_size,sparsity\n1,1,1,1,1,1,1\n",
    );
    write("odd.csv", "iteration,objective,colour\n1,2,3\n");
    write("text.csv", "iteration,objective,loss\n1,x,3\n");
    write("short.csv", "iteration,objective\n1\n");
    const [header, first, second] = readText(folder, "trace.csv").split("\n");
    const holed = second.split(",").with(header.split(",").indexOf("after_prox"), "").join(",");
    write("holed.csv", [header, first, holed, ""].join("\n"));
    const model = JSON.parse(readText(folder, "model.json"));
    const { run, ...rest } = model;
    const result = { ...model.result, outcome: "splendid" };
    write("splendid.json", JSON.stringify({ ...model, result }));
    write("gd.json", JSON.stringify({ ...rest, solver: { name: "gd", settings: {} } }));
    write("cut.json", JSON.stringify({ ...model, run: { ...run, w: [1] } }));
    const steps = { ...run.steps, count: "many" };
    write("odd.json", JSON.stringify({ ...model, run: { ...run, steps } }));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    [["data.csv"], "data.csv: is not JSON, so no model"],
    [["truth.json"], 'truth.json: is not a proxkit model; expected "format": "proxkit-model"'],
    [["nothing.json"], "nothing.json: no such file or folder"],
    [["model.json", "--delta", "4"], "--delta must be less than π, received 4"],
    [["model.json", "--delta", "0"], "option '--delta <d>' argument '0' is invalid. expected a"],
    [["trace.csv", "--truth", "truth.json"], "--truth needs a model, and trace.csv is a trace"],
    [["old.csv"], "old.csv: after_prox, displacement and step_size are missing or empty; expected"],
    [["odd.csv"], "odd.csv:1: colour is no column of a trace that fit --trace writes"],
    [["text.csv"], 'text.csv:2:2: expected a number, received "x"'],
    [["short.csv"], "short.csv:2: expected 2 values, received 1"],
    [["holed.csv"], "holed.csv:3: after_prox is empty"],
    [["splendid.json"], "splendid.json: result.outcome: Invalid type: Expected"],
    [["gd.json"], "gd.json: is of --solver gd; the theorems are on rvsm and iht"],
    [["cut.json"], "cut.json: run and weights do not fit together"],
    [["odd.json"], "odd.json: run.steps.count: Invalid type: Expected number"],
  ])("%j", async (args, message) => {
    const { status, stdout, stderr } = await proxkit(["certify", ...args], folder);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr.startsWith(`proxkit: ${message}`), stderr).toBe(true);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });
});
