import { readdirSync } from "node:fs";
import { join } from "node:path";
import { seededRandom } from "@proxkit/core";
import { describe, expect, it } from "vitest";
import { examples, folderWith, proxkit, proxkitJson, readText, start } from "../proxkit.ts";
import { COLOURS, columnsOf, mean } from "./tables.ts";

const raw = join(examples, "diabetes.csv");
const subset = ["subset", raw, "--target", "progression"];

interface Point {
  size: number;
  optimal: boolean;
  loss: number;
  deviance: number;
  mean: number;
  standardError: number;
  aic: number;
  bic: number;
  ebic: number;
  intercept: number[];
  support: { index: number; column: string; weight: number; kept: boolean }[];
}

/** How many subsets of 10 columns there are of each size. */
const CHOOSE = [1, 10, 45, 120, 210, 252, 210, 120, 45, 10, 1];

const namesOf = ({ support }: Point) => support.map(({ column }) => column);

/** What each of the columns leaves of the target, by the normal equations of the centred columns, and the weights. */
function leastSquares(table: ReadonlyMap<string, readonly number[]>, names: readonly string[]) {
  const centred = (values: readonly number[]) => {
    const middle = mean(values);
    return values.map((x) => x - middle);
  };
  const dot = (a: readonly number[], b: readonly number[]) =>
    a.reduce((s, x, i) => s + x * b[i], 0);
  const y = centred(table.get("progression") ?? []);
  const X = names.map((name) => centred(table.get(name) ?? []));
  const rows = X.map((x) => [...X.map((other) => dot(x, other)), dot(x, y)]);
  rows.forEach((row, k) => {
    rows.forEach((other, i) => {
      if (i === k) return;
      const by = other[k] / row[k];
      for (let l = k; l < other.length; l++) other[l] -= by * row[l];
    });
  });
  const w = rows.map((row, k) => row[X.length] / row[k]);
  const left = y.map((value, i) => value - X.reduce((sum, x, k) => sum + w[k] * x[i], 0));
  return { w, sum: dot(left, left), all: dot(y, y) };
}

describe("proxkit subset", () => {
  it("has for each size the columns that explain most of all 1023 subsets, in the units of the table", async () => {
    const { status, stderr, json } = await proxkitJson(subset);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(json).toMatchObject({ format: "proxkit-subsets", version: 1, samples: 442 });
    const table = columnsOf("diabetes.csv");
    const names = [...table.keys()].filter((name) => name !== "progression");
    const best: { sum: number; chosen: string[] }[] = [];
    for (let mask = 1; mask < 1024; mask++) {
      const chosen = names.filter((_, bit) => (mask >> bit) & 1);
      const { sum } = leastSquares(table, chosen);
      if (!(best[chosen.length]?.sum <= sum)) best[chosen.length] = { sum, chosen };
    }
    const points: Point[] = json.subsets;
    expect(points.map(({ size }) => size)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    for (const point of points.slice(1)) {
      const { sum, chosen } = best[point.size];
      const { w, all } = leastSquares(table, chosen);
      expect(namesOf(point)).toEqual(chosen);
      expect(point.optimal).toBe(true);
      expect((point.loss * 884) / sum).toBeCloseTo(1, 10);
      expect(point.deviance).toBeCloseTo(1 - sum / all, 10);
      point.support.forEach(({ weight }, k) => {
        expect(weight / w[k]).toBeCloseTo(1, 6);
      });
      const D = 442 * Math.log(sum / 442);
      expect(point.aic).toBeCloseTo(D + 2 * (point.size + 1), 6);
      expect(point.bic).toBeCloseTo(D + Math.log(442) * (point.size + 1), 6);
      expect(point.ebic).toBeCloseTo(point.bic + 2 * Math.log(CHOOSE[point.size]), 6);
    }
  });

  it("lines up size, what is explained, criteria, proof and columns, and then the weights of the chosen", async () => {
    const { stdout } = await proxkit([...subset, "--sizes", "1-3,5"]);
    const lines = stdout.split("\n");
    const head = lines.find((line) => line.includes("explained   AIC"));
    const at = head?.indexOf("columns");
    const rows = lines.filter((line) => /^ +\d +\d+\.\d% /.test(line));
    expect(rows.map((line) => line.slice(at))).toEqual([
      "bmi",
      "bmi, s5",
      "bmi, bp, s5",
      "sex, bmi, bp, s3, s5",
    ]);
    for (const row of rows) expect(row.slice(head?.indexOf("proven")).startsWith("yes")).toBe(true);
    expect(stdout).toContain("choice   size 5, of least EBIC of 4: 3574");
    expect(stdout).toMatch(/^ +5\.643 +2 {2}bmi$/m);
  });

  it("writes the chosen model, which predict and evaluate take", async () => {
    const folder = folderWith();
    const { json } = await proxkitJson([...subset, "--sizes", "0-5", "--out", "m.json"], folder);
    expect(json).toMatchObject({ index: 5, files: { model: "m.json" } });
    const { mse } = (await proxkitJson(["evaluate", "m.json", raw], folder)).json;
    expect(mse).toBeCloseTo(json.metrics.mse, 9);
    expect(mse).toBeCloseTo(2 * json.subsets[5].loss, 9);
    const { stdout } = await proxkit(["predict", "m.json", raw], folder);
    const table = columnsOf("diabetes.csv");
    const { intercept, support }: Point = json.subsets[5];
    const first = support.reduce(
      (sum, { column, weight }) => sum + weight * (table.get(column)?.[0] ?? Number.NaN),
      intercept[0],
    );
    expect(Number(stdout.split("\n")[1])).toBeCloseTo(first, 9);
    expect(JSON.parse(readText(folder, "m.json"))).toMatchObject({
      format: "proxkit-model",
      penalty: null,
      solver: { name: "best-subset", settings: { size: 5, optimal: true } },
    });
  });

  it("takes a size that is given alone, and writes its model to standard output if asked", async () => {
    const folder = folderWith();
    const { json } = await proxkitJson([...subset, "--sizes", "3", "--out", "m.json"], folder);
    expect(json).toMatchObject({ choice: { by: "size" }, index: 0 });
    const out = await proxkit([...subset, "--sizes", "3", "--out", "-"], folder);
    expect(out.stdout).toBe(readText(folder, "m.json"));
    expect(out.stderr).toContain("proven for 1 size,");
    const both = await proxkit([...subset, "--out", "-", "--json"], folder);
    expect(both).toMatchObject({
      status: 2,
      stderr: "proxkit: --json and --out - both go to standard output\n",
    });
  });

  it("chooses by EBIC, by another criterion, or by folds, which do not depend on the threads", async () => {
    for (const name of ["aic", "bic", "ebic"] as const) {
      const more = name === "ebic" ? [] : ["--criterion", name];
      const { json } = await proxkitJson([...subset, ...more]);
      const values = json.subsets.map((point: Point) => point[name]);
      expect(json.index).toBe(values.indexOf(Math.min(...values)));
      expect(json.index).toBe(json.chosen[name]);
      expect(json.choice).toMatchObject({ by: "criterion", criterion: name });
    }
    const folds = [...subset, "--sizes", "0-6", "--cv", "5", "--seed", "1"];
    const [here, there, rule] = await Promise.all(
      [
        ["--workers", "0"],
        ["--workers", "2"],
        ["--rule", "1se"],
      ].map((more) => proxkitJson([...folds, ...more])),
    );
    expect({ ...there.json, seconds: 0 }).toEqual({ ...here.json, seconds: 0 });
    const points: Point[] = here.json.subsets;
    const means = points.map((point) => point.mean);
    const best = means.indexOf(Math.min(...means));
    expect(here.json.index).toBe(best);
    const limit = means[best] + points[best].standardError;
    expect(rule.json.index).toBe(means.findIndex((value) => value <= limit));
    expect(rule.json.index).toBeLessThan(best);
  });

  it("chooses the 4 columns that were planted among 300, in 100 samples", async () => {
    const random = seededRandom(7);
    const rows = Array.from({ length: 100 }, () => {
      const x = Array.from({ length: 300 }, () => random.normal());
      const y = 2 + x[3] - x[50] + x[99] - x[200] + random.normal();
      return [...x, y].map((value) => value.toFixed(5)).join(",");
    });
    const head = [...Array.from({ length: 300 }, (_, j) => `x${j}`), "y"].join(",");
    const folder = folderWith({ "p.csv": [head, ...rows].join("\n") });
    const { json } = await proxkitJson(["subset", "p.csv"], folder);
    expect(json.subsets.length).toBeGreaterThan(8);
    expect(namesOf(json.subsets[json.index])).toEqual(["x3", "x50", "x99", "x200"]);
    expect(json.chosen.bic).toBeGreaterThan(json.index); // which knows nothing of the others
  });

  it("keeps columns, a category with all its levels, beside the size", async () => {
    const folder = folderWith({ "c.csv": COLOURS });
    const args = "subset c.csv --categorical colour --drop-missing --keep colour --weights weight";
    const { json } = await proxkitJson(args.split(" "), folder);
    expect(json.keep).toEqual(["colour=blue", "colour=green", "colour=red"]);
    expect(json.subsets.map(({ size }: Point) => size)).toEqual([0, 1]);
    const [, one] = json.subsets as Point[];
    expect(one.deviance).toBeGreaterThan(0.99);
    expect(one.support.filter(({ kept }) => !kept).map(({ column }) => column)).toEqual(["age"]);
    expect(one.support[0].weight).toBeCloseTo(0.5, 2);
    const { stdout } = await proxkit(args.split(" "), folder);
    expect(stdout).toContain("always in  colour=blue, colour=green, colour=red");
    expect(stdout).toMatch(/of what those always in leave/);
  });

  it.each(["logistic", "huber", "poisson"])(
    "has at each size the loss that fit reaches without a penalty on those columns: %s",
    async (loss) => {
      const target = loss === "logistic" ? "sex" : "progression";
      const more = ["--target", target, "--loss", loss];
      if (loss === "huber") more.push("--delta", "40");
      const { json } = await proxkitJson(["subset", raw, ...more, "--sizes", "1,3"]);
      const names = [...columnsOf("diabetes.csv").keys()].filter((name) => name !== target);
      for (const point of json.subsets as Point[]) {
        expect(point.optimal).toBe(true);
        const others = names.filter((name) => !namesOf(point).includes(name)).join(",");
        const fit = ["fit", raw, ...more, "--exclude", others, "--lambda", "0"];
        const { json: fitted } = await proxkitJson(fit);
        expect(fitted.loss / point.loss).toBeCloseTo(1, 6);
        expect(fitted.deviance).toBeCloseTo(point.deviance, 6);
        fitted.support.forEach(({ weight }: { weight: number }, k: number) => {
          expect(weight / point.support[k].weight).toBeCloseTo(1, 2);
        });
      }
    },
  );

  it("says where it is not proven, and that larger sizes may do better", async () => {
    const { stdout, stderr } = await proxkit([...subset, "--sizes", "2-4", "--nodes", "0"]);
    expect(stdout).toContain("✓ found for 3 sizes, proven for 0");
    expect(stdout).toMatch(/^ +3 +48\.0%.* no +bmi, bp, s5$/m);
    expect(stderr).toBe(
      "proxkit: note: the largest size was chosen: larger ones of --sizes may do better\n",
    );
  });

  it("ends with 1 where classes are told apart, and says for how many sizes", async () => {
    const rows = Array.from(
      { length: 20 },
      (_, i) => `${i},${(i * 7) % 5},${i < 9 ? "no" : "yes"}`,
    );
    const folder = folderWith({ "t.csv": ["a,b,y", ...rows].join("\n") });
    const { status, stdout } = await proxkit(["subset", "t.csv", "--loss", "logistic"], folder);
    expect(status).toBe(1);
    expect(stdout).toContain("! proven for 2 sizes, without a minimum for 1,");
    expect(stdout).toMatch(/^ +! 1 +100\.0%/m);
  });

  it("reads a sparse file, and finds what it finds in the same table", async () => {
    const table = columnsOf("diabetes.csv");
    const names = [...table.keys()].slice(0, -1);
    const lines = (table.get("progression") ?? []).map((y, i) =>
      [y, ...names.map((name, j) => `${j + 1}:${table.get(name)?.[i]}`)].join(" "),
    );
    const folder = folderWith({ "d.svm": lines.join("\n") });
    const sparse = await proxkitJson(["subset", "d.svm", "--sizes", "1-4"], folder);
    const dense = await proxkitJson([...subset, "--sizes", "1-4"]);
    (sparse.json.subsets as Point[]).forEach((point, k) => {
      const other: Point = dense.json.subsets[k];
      expect(point.support.map(({ index }) => index)).toEqual(
        other.support.map(({ index }) => index),
      );
      expect(point.loss / other.loss).toBeCloseTo(1, 9);
    });
  });

  it("draws what each size explains beside the criteria or the folds, and what is chosen", async () => {
    const folder = folderWith();
    await proxkit([...subset, "--plot", "c.svg"], folder);
    const criteria = readText(folder, "c.svg");
    for (const word of ["deviance explained", "information criterion", "EBIC", "chosen"])
      expect(criteria).toContain(`>${word}<`);
    await proxkit([...subset, "--sizes", "1-4", "--cv", "5", "--plot", "f.svg"], folder);
    expect(readText(folder, "f.svg")).toContain(">mse over the folds<");
    await proxkit([...subset, "--sizes", "2", "--plot", "o.svg"], folder);
    expect(readText(folder, "o.svg")).not.toContain(">chosen<");
  });

  it("ends with 1 on Ctrl-C in the middle of a proof, and writes nothing", async () => {
    const random = seededRandom(1);
    const wide = Array.from({ length: 300 }, () => {
      const common = random.normal();
      const x = Array.from({ length: 30 }, () => (random.normal() + common).toFixed(3));
      const z = x.slice(0, 12).reduce((sum, value, j) => sum + (-1) ** j * Number(value), 0);
      return [...x, Number(z + 3 * random.normal() > 0)].join(",");
    });
    const head = Array.from({ length: 31 }, (_, j) => (j === 30 ? "y" : `x${j}`)).join(",");
    const folder = folderWith({ "w.csv": [head, ...wide].join("\n") });
    const args = "subset w.csv --loss logistic --nodes 1000000000 --out m.json --plot p.svg";
    const child = start(args.split(" "), folder);
    let stderr = "";
    child.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    const began = performance.now();
    setTimeout(() => child.kill("SIGINT"), 2500);
    expect(await new Promise((resolve) => child.on("close", resolve))).toBe(1);
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(stderr).toBe("proxkit: interrupted; nothing is written\n");
    expect(readdirSync(folder)).toEqual(["w.csv"]);
  });

  const files = {
    "good.csv": "a,b,y\n1,2,3\n4,5,6\n7,8,8\n5,1,2\n",
    "flat.csv": "a,b,y\n1,2,3\n4,5,3\n7,8,3\n",
    "text.csv": "a,b,y\n1,2,3\n4,five,5\n7,8,3\n",
  };
  const sizes = "option '--sizes <list>' argument";
  it.each([
    ["good", "--target Y", "good.csv: has no column Y (did you mean y?); it has a, b, y"],
    [
      "good",
      "--sizes 3-1",
      `${sizes} '3-1' is invalid. expected sizes as 1-8 or 1,2,5, received "3-1"`,
    ],
    [
      "good",
      "--sizes 1,two",
      `${sizes} '1,two' is invalid. expected sizes as 1-8 or 1,2,5, received "1,two"`,
    ],
    [
      "good",
      "--sizes -1",
      `${sizes} '-1' is invalid. expected sizes as 1-8 or 1,2,5, received "-1"`,
    ],
    [
      "good",
      "--sizes 1-99999999999",
      `${sizes} '1-99999999999' is invalid. expected sizes as 1-8 or 1,2,5, received "1-99999999999"`,
    ],
    ["good", "--sizes 1-3", "--sizes: good.csv has 2 columns to choose from, fewer than 3"],
    ["good", "--sizes 2 --keep a", "--sizes: good.csv has 1 column to choose from, fewer than 2"],
    ["good", "--keep A", '--keep: there is no input "A" (did you mean a?)'],
    ["good", "--keep a,b", "--keep: leaves no column to choose from"],
    [
      "good",
      "--loss multinomial",
      "option '--loss <name>' argument 'multinomial' is invalid. expected one of squared, logistic, huber, poisson, received \"multinomial\"",
    ],
    [
      "good",
      "--nodes -1",
      "option '--nodes <n>' argument '-1' is invalid. expected a whole number at least 0, received -1",
    ],
    ["good", "--delta 1", "--delta needs --loss huber; it is squared"],
    [
      "good",
      "--cv 3 --criterion bic",
      "--cv and --criterion both choose the size: give one of them",
    ],
    ["good", "--rule 1se", "--rule needs --cv"],
    ["good", "--cv 9", "--cv 9: good.csv has only 4 rows, fewer than folds"],
    ["good", "--plot p.jpg", "--plot p.jpg: expected a name that ends in .svg or .png"],
    ["good", "--lambda 1", "unknown option '--lambda'"],
    ["flat", "", "flat.csv: column y holds 3 in every row: there is nothing to learn"],
    [
      "text",
      "",
      'text.csv:3:2: column b must hold a finite number, received "five"; --categorical b takes text',
    ],
  ])("refuses in one line, and writes nothing: %s.csv %s", async (name, args, message) => {
    const folder = folderWith(files);
    const before = readdirSync(folder);
    const more = args === "" ? [] : args.split(" ");
    const out = ["--out", "m.json", ...(args.includes("--plot") ? [] : ["--plot", "p.svg"])];
    expect(await proxkit(["subset", `${name}.csv`, ...more, ...out], folder)).toEqual({
      status: 2,
      stdout: "",
      stderr: `proxkit: ${message}\n`,
    });
    expect(readdirSync(folder)).toEqual(before);
  });
});
