import { angle } from "@proxkit/core";
import { describe, expect, it } from "vitest";
import {
  diabetes,
  examples,
  folderWith,
  noisy,
  planted,
  proxkit,
  proxkitJson,
  readText,
  truthOf,
} from "./proxkit.ts";

interface Found {
  readonly index: number;
  readonly columns: readonly string[];
  readonly weight: number;
}

function vectorOf(support: readonly Found[], d: number): Float64Array {
  const w = new Float64Array(d);
  for (const { index, weight } of support) w[index] = weight;
  return w;
}

const indices = (support: readonly Found[]) => support.map(({ index }) => index);

describe("proxkit fit, on the planted network", () => {
  const truth = truthOf(planted);

  it.each([
    ["l1"],
    ["l0"],
    ["tl1"],
    ["tl1:a=1"],
    ["l1", "--patches", "2", "--lambda", "1e-5", "--beta", "4e-3", "--step", "1"],
    ["l1", "--solver", "iht", "--sparsity", "5"],
    ["tl1", "--step", "safe", "--seed", "7"],
  ])("finds the filter: --penalty %s %s %s %s %s", async (penalty, ...more) => {
    const { status, json } = await proxkitJson(["fit", planted, "--penalty", penalty, ...more]);
    expect(status).toBe(0);
    expect(json.outcome).toBe("converged");
    expect(indices(json.support)).toEqual(truth.support);
    expect(json.support[0].columns).toEqual(["x1_1", "x2_1"]);
    expect(angle(vectorOf(json.support, 20), Float64Array.from(truth.wStar))).toBeLessThan(0.02);
    expect(json.sparsity).toBe(0.75);
  });

  it("takes about as many iterations as the paper's parameters need", async () => {
    const { json } = await proxkitJson(["fit", planted, "--step", "1"]);
    expect(json.iterations).toBeLessThan(70);
    expect(json.solver.settings).toMatchObject({ lambda: 1e-5, beta: 4e-3, normalize: true });
  });

  it("learns on data scaled to a filter of norm 1, so that an exact fit is exact", async () => {
    const { json } = await proxkitJson(["fit", planted, "--penalty", "l0"]);
    expect(json.loss).toBeLessThan(1e-10);
    expect(json.metrics.mse).toBeLessThan(1e-12);
    expect(json.scaling.inputs).toBeCloseTo(1, 1);
    expect(json.penalty.threshold).toBeCloseTo(Math.sqrt((2 * 1e-5) / 4e-3), 12);
  });

  it("says so when no positive multiple of the network fits", async () => {
    const rows = Array.from({ length: 30 }, (_, i) => `${Math.sin(i)},${Math.cos(2 * i)},-1`);
    const folder = folderWith({ "negative.csv": `a,b,y\n${rows.join("\n")}\n` });
    const { json, stderr } = await proxkitJson(["fit", "negative.csv", "--patches", "1"], folder);
    expect(json).toMatchObject({ support: [], supportSize: 0, sparsity: 1 });
    expect(stderr).toContain("no positive multiple of the network found fits the target");
  });

  it("finds the same in other units of inputs and target", async () => {
    const [header, ...rows] = readText(examples, "planted-k2-d20.csv").trim().split("\n");
    const scaled = rows.slice(0, 600).map((row) =>
      row
        .split(",")
        .map((value, j, all) => Number(value) * (j === all.length - 1 ? 1e163 : 2.5e162))
        .join(","),
    );
    const folder = folderWith({ "scaled.csv": [header, ...scaled].join("\n") });
    const { json } = await proxkitJson(["fit", "scaled.csv"], folder);
    expect(indices(json.support)).toEqual(truth.support);
    const w = vectorOf(json.support, 20);
    truth.wStar.forEach((weight, i) => {
      expect(w[i] / 4).toBeCloseTo(weight, 2);
    });
  });
});

describe("proxkit fit --normalize, on another loss than the network's", () => {
  it("finds a direction of unit norm: it starts from a random one, as 0 has none", async () => {
    const rows = Array.from({ length: 60 }, (_, i) => {
      const [a, b, c] = [Math.sin(3 * i), Math.cos(5 * i), Math.sin(7 * i + 1)];
      return `${a},${b},${c},${0.6 * a - 0.8 * c}`;
    });
    const folder = folderWith({ "unit.csv": `a,b,c,y\n${rows.join("\n")}\n` });
    const fit = "fit unit.csv --loss squared --solver rvsm --normalize --penalty l0 --lambda 1e-3";
    const { status, json } = await proxkitJson(fit.split(" "), folder);
    expect(status).toBe(0);
    expect(indices(json.support)).toEqual([0, 2]);
    expect(json.support[0].weight).toBeCloseTo(0.6, 6);
    expect(json.support[1].weight).toBeCloseTo(-0.8, 6);
  });
});

describe("proxkit fit, on the noisy network", () => {
  it.each(["l1", "l0", "tl1"])(
    "ranks the six planted weights first, penalty %s",
    async (penalty) => {
      const { status, json } = await proxkitJson([
        "fit",
        noisy,
        "--patches",
        "4",
        "--penalty",
        penalty,
      ]);
      expect(status).toBe(0);
      const largest = [...json.support].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
      expect(indices(largest.slice(0, 6)).sort((a, b) => a - b)).toEqual(truthOf(noisy).support);
    },
  );

  it("predicts held-out rows to within 10% of the noise floor", async () => {
    const { gunzipSync } = await import("node:zlib");
    const { readFileSync } = await import("node:fs");
    const [header, ...rows] = gunzipSync(readFileSync(noisy)).toString().trim().split("\n");
    const folder = folderWith({
      "train.csv": [header, ...rows.slice(0, 2000)].join("\n"),
      "test.csv": [header, ...rows.slice(2000)].join("\n"),
    });
    for (const penalty of ["l1", "l0", "tl1"]) {
      await proxkit(["fit", "train.csv", "--penalty", penalty, "--out", "m.json"], folder);
      const { json } = await proxkitJson(["evaluate", "m.json", "test.csv"], folder);
      expect(json.samples).toBe(1000);
      expect(json.mse).toBeLessThan(1.1 * truthOf(noisy).noise ** 2);
      expect(json.mse).toBeGreaterThan(0.8 * truthOf(noisy).noise ** 2);
    }
  });
});

describe("proxkit fit, on the diabetes data", () => {
  const { solutions } = JSON.parse(readText(examples, "diabetes-lasso.json"));
  const lasso = [
    "--target",
    "progression",
    "--loss",
    "squared",
    "--penalty",
    "l1",
    "--solver",
    "proxgrad",
  ];

  it.each(solutions as { lam: number; w: number[]; objective: number }[])(
    "agrees with the known lasso solution to 1e-6 in every weight, λ = $lam",
    async ({ lam, w, objective }) => {
      const { status, json } = await proxkitJson(["fit", diabetes, ...lasso, "--lambda", `${lam}`]);
      expect(status).toBe(0);
      expect(json.objective).toBeCloseTo(objective, 8);
      const learned = vectorOf(json.support, 10);
      w.forEach((weight, j) => {
        expect(Math.abs(learned[j] - weight)).toBeLessThan(1e-6);
      });
    },
  );

  it("has a λ of its own when none is given: a tenth of the least that makes all weights 0", async () => {
    const { lambdaMax } = JSON.parse(readText(examples, "diabetes-lasso.json"));
    const { json } = await proxkitJson(["fit", diabetes, ...lasso]);
    expect(json.solver.settings.lambda).toBeCloseTo(lambdaMax / 10, 9);
  });

  it("reports the objective that was minimised, and the columns by name", async () => {
    const { json } = await proxkitJson(["fit", diabetes, ...lasso, "--lambda", "20"]);
    const l1 = json.support.reduce((sum: number, { weight }: Found) => sum + Math.abs(weight), 0);
    expect(json.objective).toBeCloseTo(json.metrics.mse / 2 + 20 * l1, 8);
    expect(json.penalty.threshold).toBeCloseTo(20 * json.solver.stepSize, 12);
    expect(json.support.map(({ columns }: Found) => columns[0])).toEqual(["bmi", "bp", "s5"]);
  });

  it("fits and measures a logistic model", async () => {
    const [header, ...rows] = readText(examples, "diabetes-standardized.csv").trim().split("\n");
    const labelled = rows.map((row) => row.replace(/[^,]+$/, (y) => (Number(y) > 0 ? "1" : "0")));
    const folder = folderWith({ "sick.csv": [header, ...labelled].join("\n") });
    const fit = [
      "fit",
      "sick.csv",
      "--target",
      "progression",
      "--loss",
      "logistic",
      "--out",
      "m.json",
    ];
    const { status, json } = await proxkitJson(fit, folder);
    expect(status).toBe(0);
    expect(json.metrics.accuracy).toBeGreaterThan(0.7);
    const evaluated = await proxkitJson(["evaluate", "m.json", "sick.csv"], folder);
    expect(evaluated.json).toMatchObject(json.metrics);
    const { stdout } = await proxkit(["predict", "m.json", "sick.csv"], folder);
    const [head, first] = stdout.split("\n");
    expect(head).toBe("probability,class");
    const [p, label] = first.split(",").map(Number);
    expect(label).toBe(p > 0.5 ? 1 : 0);
  });
});
