import { readFileSync } from "node:fs";
import { l1 } from "@proxkit/penalties-l1";
import { crossValidate, loadModel, predictMean } from "@proxkit/regression";
import { describe, expect, it } from "vitest";
import { columnsOf, inputsOf } from "../playground/data/columns-of.ts";
import { fitPath } from "../playground/data/fit-path.ts";
import { modelFile } from "../playground/data/model-file.ts";
import type { PathRequest } from "../playground/data/path-result.ts";
import { readCsv } from "../playground/data/read-csv.ts";
import { defaults } from "../playground/state/link.ts";
import { dataFields } from "../playground/state/panes.ts";

const examples = new URL("../../../examples/data/", import.meta.url);
const diabetes = readCsv(readFileSync(new URL("diabetes.csv", examples)), "diabetes.csv");
const csv = (text: string) => readCsv(new TextEncoder().encode(text), "my.csv");

describe("a CSV file", () => {
  it("is numbers under names", () => {
    const table = csv('\ufeffa,"b, c"\tt\r\n1, -2.5e1\t.5\r\n\r\n4,5,6\n');
    expect(table).toMatchObject({ columns: ["a", "b, c", "t"], rows: 2, leftOut: [] });
    expect(Array.from(table.values)).toEqual([1, -25, 0.5, 4, 5, 6]);
  });

  it("may have columns of words, which are left out and named", () => {
    const table = csv("who,x,y\nAnn,1,2\nBob,3,4\n");
    expect(table).toMatchObject({ columns: ["x", "y"], leftOut: ["who"] });
    expect(Array.from(table.values)).toEqual([1, 2, 3, 4]);
  });

  it.each([
    ["", "my.csv: is empty; expected a header line"],
    ["a,b\n", "my.csv: has a header, but no rows of data"],
    ["a,b\n1,2\n3,4,5\n", "my.csv, line 3: expected 2 values, received 3"],
    [
      "a,b\n1,2\n\n3,four\n",
      'my.csv, line 4, column 2: column b must hold a finite number, received "four"',
    ],
    [
      "a,b\n1,\n2,3",
      "my.csv, line 2, column 2: column b must hold a finite number, received nothing",
    ],
    [
      "a,b\n1,2\n2,Infinity",
      'my.csv, line 3, column 2: column b must hold a finite number, received "Infinity"',
    ],
    ["a;b\n1;2\n", "my.csv, line 1: expected commas or tabs between values, received semicolons"],
    [
      "1,2\n3,4\n",
      "my.csv, line 1: expected a header line of column names, received numbers (1, …)",
    ],
    ["a,,c\n1,2,3\n", "my.csv, line 1, column 2: expected a column name, received nothing"],
    ["a,b,a\n1,2,3\n", "my.csv, line 1, column 3: column name a is taken by column 1"],
    [
      "who,what\nAnn,tea\n",
      "my.csv: has no column of numbers; expected a target and at least one input",
    ],
    ["x\n1\n", "my.csv: has one column of numbers; expected a target and at least one input"],
    ['a,b\n1,"2\n', "my.csv, line 2: Quote Not Closed"],
    ["PK\u0003\u0000\u0000", "my.csv: is not text, so no CSV file"],
  ])("%j is refused with the place", (text, words) => {
    expect(() => csv(text)).toThrow(words);
  });

  it("must be UTF-8, and not too large", () => {
    expect(() => readCsv(Uint8Array.of(97, 44, 0xe4, 10), "my.csv")).toThrow(
      "my.csv: is not UTF-8 text",
    );
    expect(() => readCsv(new Uint8Array(60e6), "my.csv")).toThrow(
      "my.csv: has 60 MB; up to 50 MB fit here, and more in the command line",
    );
  });
});

const request = (changed: Partial<PathRequest> = {}): PathRequest => ({
  ...columnsOf(diabetes, "progression"),
  loss: "squared",
  penalty: { name: "l1", parameters: {} },
  measure: "default",
  lambdas: 20,
  least: 1e-3,
  folds: 5,
  seed: 1,
  ...changed,
});

describe("a path", () => {
  const { X, y } = request();

  it("is that of the library, and so is its cross-validation", async () => {
    const path = await fitPath(request({ folds: 4, seed: 7, lambdas: 60, least: 1e-5 }));
    expect(path.lambdas).toHaveLength(60); // to the end
    const whole = await crossValidate(
      { X, y, penalty: l1() },
      { folds: 4, seed: 7, count: 60, ratio: 1e-5, stop: false },
    );
    expect(path.lambdas).toEqual(whole.lambdas);
    expect(path.weights).toEqual(whole.path.map(({ coefficients }) => coefficients));
    expect(Array.from(path.intercepts)).toEqual(whole.path.map(({ intercept }) => intercept[0]));
    expect(path.unfinished).toBe(0);
    expect(path.crossValidation).toEqual({
      measure: "mse",
      mean: whole.mean,
      standardError: whole.standardError,
      best: whole.best,
      sparsest: whole.oneStandardError,
    });
  });

  it("ends at the known minimisers, for one standard deviation of each input", async () => {
    const known = JSON.parse(readFileSync(new URL("diabetes-lasso.json", examples), "utf8"));
    expect(known.solutions.length).toBeGreaterThan(2);
    for (const { lam, w } of known.solutions) {
      const ending = await fitPath(request({ least: lam / known.lambdaMax, folds: 2 }));
      const scaled = ending.weights[19].map((weight, j) => weight * ending.sizes[j]);
      for (const [j, expected] of w.entries()) expect(scaled[j]).toBeCloseTo(expected, 4);
    }
  });

  it("tells how far it is", async () => {
    const seen: number[] = [];
    await fitPath(request({ lambdas: 10, folds: 3 }), (share) => seen.push(share));
    expect(seen).toEqual([0.25, 0.5, 0.75, 1]);
  });

  it("of two classes has the log of their odds as intercept where it begins", async () => {
    const sexes = await fitPath({
      ...request({ loss: "logistic" }),
      ...columnsOf(diabetes, "sex"),
    });
    expect(sexes.classes).toEqual([1, 2]);
    const twos = columnsOf(diabetes, "sex").y.filter((label) => label === 2).length;
    expect(sexes.intercepts[0]).toBeCloseTo(Math.log(twos / (diabetes.rows - twos)), 6);
    expect(sexes.crossValidation.measure).toBe("deviance");
    expect(sexes.crossValidation.mean[0]).toBeCloseTo(2 * Math.LN2, 1);
    expect(Math.min(...sexes.crossValidation.mean)).toBeLessThan(1.2);
  });

  it("is measured as one likes", async () => {
    const changed = { loss: "logistic", measure: "auc" } as const;
    const sexes = await fitPath({ ...request(changed), ...columnsOf(diabetes, "sex") });
    const { measure, mean, best } = sexes.crossValidation;
    expect(measure).toBe("auc");
    expect(mean[best]).toBe(Math.max(...mean));
  });

  it.each<[string, Partial<PathRequest>, string]>([
    [
      "a constant target",
      { y: new Float64Array(442).fill(3) },
      "the target must vary, received only 3",
    ],
    ["more folds than rows", { folds: 500 }, "folds must be at most the 442 rows, received 500"],
    [
      "a logistic loss of many values",
      { loss: "logistic" },
      "the target must hold two different numbers for the logistic loss, received 214",
    ],
  ])("refuses %s", async (_, changed, words) => {
    await expect(fitPath(request(changed))).rejects.toThrow(words);
  });

  it("gives models that the library reads and predicts with", async () => {
    const result = await fitPath(request());
    const names = inputsOf(diabetes, "progression");
    const settings = { ...defaults(dataFields), target: "progression" };
    const text = modelFile({ settings, target: "progression", names, result, index: 10 });
    expect(JSON.parse(text)).toMatchObject({ target: "progression", lambda: result.lambdas[10] });
    const model = loadModel(text);
    expect(model.names).toEqual(names);
    const predicted = predictMean({ ...model, X });
    const explained = 1 - variance(predicted.map((mean, j) => y[j] - mean)) / variance(y);
    expect(explained).toBeGreaterThan(0.45); // about a half, as published
  });

  function variance(values: Float64Array): number {
    const center = values.reduce((a, b) => a + b) / values.length;
    return values.reduce((sum, value) => sum + (value - center) ** 2, 0) / values.length;
  }
});
