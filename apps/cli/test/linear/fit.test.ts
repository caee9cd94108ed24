import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  diabetes,
  examples,
  folderWith,
  proxkit,
  proxkitJson,
  readText,
  start,
} from "../proxkit.ts";
import { COLOURS, columnsOf, deviation, FLOWERS, mean } from "./tables.ts";

const raw = join(examples, "diabetes.csv");
const target = ["--target", "progression"];

interface Found {
  readonly index: number;
  readonly columns: readonly string[];
  readonly weight: number;
}

/** (y − b − Xw) of a fit of diabetes.csv. */
function residualsOf(json: { intercept: number[]; support: Found[] }): number[] {
  const table = columnsOf("diabetes.csv");
  const y = table.get("progression") ?? [];
  return y.map((value, i) => {
    const z = json.support.reduce(
      (sum, { columns, weight }) => sum + weight * (table.get(columns[0])?.[i] ?? Number.NaN),
      json.intercept[0],
    );
    return value - z;
  });
}

describe("proxkit fit --solver cd", () => {
  it("says which columns are the same", async () => {
    const rows = Array.from({ length: 12 }, (_, i) => [
      i % 5,
      (i * i) % 7,
      i % 5,
      2 * (i % 5) + (i % 2),
    ]);
    const text = ["a,b,c,y", ...rows.map((row) => row.join())].join("\n");
    const folder = folderWith({ "twice.csv": text });
    const { status, stderr } = await proxkit([
      "fit",
      join(folder, "twice.csv"),
      "--loss",
      "squared",
      "--lambda",
      "0.1",
    ]);
    expect(status).toBe(0);
    expect(stderr).toContain(
      "columns that are the same, so that either may have the weight: c = a",
    );
  });

  it("is a lasso on standardised columns with an intercept: its optimality conditions hold", async () => {
    const fit = ["fit", raw, ...target, "--solver", "cd", "--lambda", "3", "--tolerance", "1e-13"];
    const { status, json } = await proxkitJson(fit);
    expect(status).toBe(0);
    const r = residualsOf(json);
    expect(mean(r)).toBeCloseTo(0, 9);
    const kept = new Map(json.support.map((one: Found) => [one.columns[0], one.weight]));
    expect(kept.size).toBeGreaterThan(3);
    for (const [name, values] of columnsOf("diabetes.csv")) {
      if (name === "progression") continue;
      const size = deviation(values);
      const slope = mean(values.map((x, i) => (x / size) * r[i])) - (mean(values) / size) * mean(r);
      const weight = kept.get(name) as number | undefined;
      if (weight === undefined) expect(Math.abs(slope)).toBeLessThanOrEqual(3 + 1e-8);
      else expect(slope).toBeCloseTo(3 * Math.sign(weight), 7);
    }
    // ½ mean r² + λ Σ |w| of the scaled columns
    const table = columnsOf("diabetes.csv");
    const penalty = json.support.reduce(
      (sum: number, { columns, weight }: Found) =>
        sum + Math.abs(weight) * deviation(table.get(columns[0]) ?? []),
      0,
    );
    expect(json.objective).toBeCloseTo(mean(r.map((x) => x * x)) / 2 + 3 * penalty, 6);
  });

  it("without intercept and scaling is the lasso of the other solvers, to the published solution", async () => {
    const { solutions } = JSON.parse(readText(examples, "diabetes-lasso.json"));
    for (const { lam, w, objective } of solutions) {
      const fit = ["fit", diabetes, ...target, "--solver", "cd", "--lambda", String(lam)];
      const { json } = await proxkitJson([...fit, "--no-intercept", "--no-standardize"]);
      expect(json.objective).toBeCloseTo(objective, 5);
      const found = new Float64Array(w.length);
      for (const { index, weight } of json.support) found[index] = weight;
      w.forEach((weight: number, i: number) => {
        expect(found[i]).toBeCloseTo(weight, 2);
      });
      expect(json.intercept).toEqual([0]);
    }
  });

  it("counts a sample of weight 2 twice, and the weights are no input", async () => {
    const [header, ...rows] = COLOURS.split("\n").filter((row) => !/^\d+,,/.test(row));
    const twice = rows.flatMap((row) => (row.split(",")[2] === "2" ? [row, row] : [row]));
    const folder = folderWith({
      "once.csv": [header, ...rows].join("\n"),
      "twice.csv": [header, ...twice].join("\n"),
    });
    const fit = ["--loss", "squared", "--categorical", "colour", "--lambda", "0.1"];
    const weighed = await proxkitJson(["fit", "once.csv", ...fit, "--weights", "weight"], folder);
    const repeated = await proxkitJson(["fit", "twice.csv", ...fit, "--exclude", "weight"], folder);
    expect(weighed.json.features).toBe(4);
    expect(weighed.json.objective).toBeCloseTo(repeated.json.objective, 8);
    expect(weighed.json.metrics.r2).toBeCloseTo(repeated.json.metrics.r2, 8);
    const plain = await proxkitJson(["fit", "once.csv", ...fit, "--exclude", "weight"], folder);
    expect(plain.json.objective).not.toBeCloseTo(repeated.json.objective, 4);
  });

  it("takes categories one-hot, leaves out rows that miss a value, and groups what belongs together", async () => {
    const folder = folderWith({ "d.csv": COLOURS });
    const fit = "fit d.csv --solver cd --exclude weight --categorical colour --drop-missing";
    const args = fit.split(" ");
    const { json } = await proxkitJson([...args, "--lambda", "0.01", "--out", "m.json"], folder);
    expect(json).toMatchObject({ samples: 59, dropped: 1, features: 4 });
    const named = Object.fromEntries(
      json.support.map(({ columns, weight }: Found) => [columns[0], weight]),
    );
    expect(named.age).toBeCloseTo(0.5, 1);
    expect(named["colour=red"] - (named["colour=blue"] ?? 0)).toBeCloseTo(3, 0);
    const model = JSON.parse(readText(folder, "m.json"));
    expect(model.inputs).toEqual([
      { column: "age", levels: null },
      { column: "colour", levels: ["blue", "green", "red"] },
    ]);

    const grouped = await proxkitJson(
      [...args, "--group", "auto", "--lambda-ratio", "0.8"],
      folder,
    );
    expect(grouped.json.groups).toEqual([["age"], ["colour=blue", "colour=green", "colour=red"]]);
    for (const ratio of ["0.9", "0.5", "0.1"]) {
      const { json: one } = await proxkitJson(
        [...args, "--group", "auto", "--lambda-ratio", ratio],
        folder,
      );
      const colours = one.support.filter(({ index }: Found) => index > 0);
      expect([0, 3]).toContain(colours.length);
    }
  });

  it("takes ridge, which makes no weight 0: the gradient is λ times the scaled weight, turned round", async () => {
    const fit = ["fit", raw, ...target, "--solver", "cd", "--penalty", "elastic-net:ratio=0"];
    const { json } = await proxkitJson([...fit, "--lambda", "2", "--tolerance", "1e-13"]);
    expect(json.supportSize).toBe(10);
    const r = residualsOf(json);
    const table = columnsOf("diabetes.csv");
    for (const { columns, weight } of json.support) {
      const x = table.get(columns[0]) ?? [];
      const slope = mean(x.map((value, i) => value * r[i])) / deviation(x);
      // a duality gap of 1e-13 leaves its root in the gradient
      expect(slope).toBeCloseTo(2 * weight * deviation(x), 4);
    }
    const { status, stderr } = await proxkit(fit);
    expect(status).toBe(2);
    expect(stderr).toMatch(/ for no λ; fit takes it with --lambda\n$/);
  });

  it("leaves a column free whose feature weight is 0", async () => {
    const fit = ["fit", raw, ...target, "--solver", "cd", "--lambda", "1e6"];
    const { json } = await proxkitJson([...fit, "--feature-weights", "age=0"]);
    expect(json.support.map(({ columns }: Found) => columns)).toEqual([["age"]]);
  });

  it("chooses λ by cross-validation, and says why", async () => {
    const fit = ["fit", raw, ...target, "--loss", "squared", "--cv", "5", "--seed", "3"];
    const [min, one] = await Promise.all([
      proxkitJson(fit),
      proxkitJson([...fit, "--rule", "1se"]),
    ]);
    const { choice } = min.json;
    expect(choice).toMatchObject({ by: "cv", measure: "mse", folds: 5, seed: 3, rule: "min" });
    expect(min.json.solver.settings.lambda).toBe(choice.best.lambda);
    expect(one.json.solver.settings.lambda).toBe(choice.oneStandardError.lambda);
    expect(one.json.solver.settings.lambda).toBeGreaterThan(choice.best.lambda);
    expect(choice.oneStandardError.mean).toBeLessThanOrEqual(
      choice.best.mean + choice.standardError,
    );
    expect(one.json.supportSize).toBe(choice.oneStandardError.nonzeros);
    const { stdout } = await proxkit(fit);
    expect(stdout).toContain("5-fold cross-validation, seed 3: mse ");
  });

  it("chooses the same, to the bit, with any number of threads", async () => {
    const fit = ["fit", raw, ...target, "--loss", "squared", "--penalty", "mcp", "--cv", "4"];
    const results = await Promise.all(
      ["0", "1", "3"].map((workers) => proxkitJson([...fit, "--workers", workers])),
    );
    const [first, ...others] = results.map(({ json }) => ({ ...json, seconds: 0 }));
    for (const other of others) expect(other).toEqual(first);
  });

  it("chooses λ by a criterion: the BIC that is reported is least, by its formula", async () => {
    const fit = ["fit", raw, ...target, "--loss", "squared", "--criterion", "bic"];
    const { json } = await proxkitJson(fit);
    const r = residualsOf(json);
    const m = r.length;
    const bic = m * Math.log(mean(r.map((x) => x * x))) + (json.supportSize + 1) * Math.log(m);
    expect(json.choice).toMatchObject({ by: "criterion", criterion: "bic" });
    expect(json.choice.value).toBeCloseTo(bic, 6);
    const lambda = json.solver.settings.lambda;
    for (const factor of [0.5, 2]) {
      const other = await proxkitJson([
        ...["fit", raw, ...target, "--loss", "squared"],
        ...["--lambda", String(factor * lambda)],
      ]);
      const s = residualsOf(other.json);
      const more =
        m * Math.log(mean(s.map((x) => x * x))) + (other.json.supportSize + 1) * Math.log(m);
      expect(more).toBeGreaterThan(bic);
    }
  });

  it("learns classes by their names, with the probability of each", async () => {
    const folder = folderWith({ "f.csv": FLOWERS });
    const fit = ["fit", "f.csv", "--target", "kind", "--loss", "multinomial", "--lambda", "0.02"];
    const { status, json } = await proxkitJson([...fit, "--out", "m.json"], folder);
    expect(status).toBe(0);
    expect(json.classes).toEqual(["iris, wild", "lily", "rose"]);
    expect(json.intercept.reduce((a: number, b: number) => a + b)).toBeCloseTo(0, 12);
    const { stdout } = await proxkit(["predict", "m.json", "f.csv"], folder);
    const [header, ...lines] = stdout.trim().split("\n");
    expect(header).toBe('"probability_iris, wild",probability_lily,probability_rose,class');
    const names = FLOWERS.split("\n")
      .slice(1)
      .map((row) => row.match(/("?)([a-z, ]+)\1$/)?.[2]);
    let hits = 0;
    let logLoss = 0;
    lines.forEach((line, i) => {
      const [, a, b, c, name] = line.match(/^(.*?),(.*?),(.*?),"?(.*?)"?$/) ?? [];
      const p = [a, b, c].map(Number);
      expect(p[0] + p[1] + p[2]).toBeCloseTo(1, 12);
      expect(json.classes.indexOf(name)).toBe(p.indexOf(Math.max(...p)));
      if (name === names[i]?.replace(/^, ?/, "")) hits++;
      logLoss -= Math.log(p[i % 3]) / lines.length;
    });
    const evaluation = await proxkitJson(["evaluate", "m.json", "f.csv"], folder);
    expect(evaluation.json.accuracy).toBeCloseTo(hits / lines.length, 12);
    expect(evaluation.json.logLoss).toBeCloseTo(logLoss, 10);
    expect(evaluation.json).toMatchObject(json.metrics);
  });

  it("keeps or drops all classes of a feature with --group auto", async () => {
    const folder = folderWith({ "f.csv": FLOWERS });
    const fit = "fit f.csv --target kind --loss multinomial --group auto --lambda-ratio 0.3";
    const { json } = await proxkitJson(fit.split(" "), folder);
    expect(json.groups).toEqual([["petal_length", "petal_width"], ["noise"]]);
    expect(json.support.map(({ index }: Found) => index)).toEqual([0, 1]);
    for (const { weights } of json.support)
      for (const weight of weights) expect(weight).not.toBe(0);
  });

  it("learns two classes by any names, and tells the second one's probability", async () => {
    const rows = Array.from({ length: 40 }, (_, i) => {
      const x = Math.sin(2 * i);
      return `${x.toFixed(4)},${x + 0.5 * Math.sin(5 * i) > 0 ? "yes" : "no"}`;
    });
    const folder = folderWith({ "d.csv": ["x,y", ...rows].join("\n") });
    const fit = ["fit", "d.csv", "--loss", "logistic", "--lambda", "0.01", "--out", "m.json"];
    const { json } = await proxkitJson(fit, folder);
    expect(json.classes).toEqual(["no", "yes"]);
    expect(json.support[0].weight).toBeGreaterThan(0);
    const { stdout } = await proxkit(["predict", "m.json", "d.csv"], folder);
    const [header, ...lines] = stdout.trim().split("\n");
    expect(header).toBe("probability,class");
    for (const line of lines) {
      const [p, name] = line.split(",");
      expect(name).toBe(Number(p) > 0.5 ? "yes" : "no");
    }
    const evaluation = await proxkitJson(["evaluate", "m.json", "d.csv"], folder);
    expect(evaluation.json).toMatchObject(json.metrics);
  });

  it("learns counts: the mean of the predictions is that of the counts, as the intercept is free", async () => {
    const rows = Array.from({ length: 50 }, (_, i) => {
      const x = (i % 10) / 5;
      return `${x},${Math.round(Math.exp(0.3 + x) + Math.sin(i))}`;
    });
    const folder = folderWith({ "d.csv": ["x,y", ...rows].join("\n") });
    const fit = ["fit", "d.csv", "--loss", "poisson", "--lambda", "0.001", "--tolerance", "1e-12"];
    const { json } = await proxkitJson([...fit, "--out", "m.json"], folder);
    expect(json.support[0].weight).toBeCloseTo(1, 1);
    const { stdout } = await proxkit(["predict", "m.json", "d.csv"], folder);
    const predicted = stdout.trim().split("\n").slice(1).map(Number);
    expect(mean(predicted)).toBeCloseTo(mean(rows.map((row) => Number(row.split(",")[1]))), 6);
    const evaluation = await proxkitJson(["evaluate", "m.json", "d.csv"], folder);
    expect(evaluation.json).toMatchObject(json.metrics);
  });

  it("huber is not moved by a target that is far off", async () => {
    const rows = Array.from({ length: 40 }, (_, i) => `${i},${2 * i + Math.sin(i)}`);
    const folder = folderWith({ "d.csv": ["x,y", ...rows, "20,1e5"].join("\n") });
    const fit = ["fit", "d.csv", "--lambda", "1e-6", "--loss"];
    const { json } = await proxkitJson([...fit, "huber", "--delta", "1"], folder);
    expect(json.support[0].weight).toBeCloseTo(2, 1);
    expect(json.solver.settings.delta).toBe(1);
    const squared = await proxkitJson([...fit, "squared"], folder);
    expect(Math.abs(squared.json.intercept[0])).toBeGreaterThan(1000);
  });

  it("draws the weights", async () => {
    const folder = folderWith();
    const fit = ["fit", raw, ...target, "--solver", "cd", "--plot", "p.svg"];
    expect((await proxkit(fit, folder)).status).toBe(0);
    expect(readText(folder, "p.svg")).toContain(">bmi<");
  });

  it("ends with 1 on Ctrl-C, and writes nothing", async () => {
    const folder = folderWith({ "f.csv": FLOWERS });
    const fit = "fit f.csv --target kind --loss multinomial --cv 10 --repeats 2000 --lambdas 20";
    const child = start([...fit.split(" "), "--out", "m.json", "--plot", "p.svg"], folder);
    let stderr = "";
    child.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    setTimeout(() => child.kill("SIGINT"), 3000);
    expect(await new Promise((resolve) => child.on("close", resolve))).toBe(1);
    expect(stderr).toBe("proxkit: interrupted; nothing is written\n");
    expect(readdirSync(folder)).toEqual(["f.csv"]);
  });
});
