import { readFileSync } from "node:fs";
import { seededRandom } from "@proxkit/core";
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
  ...{ loss: "least-squares", penalty: { name: "l1", parameters: {} } },
  ...{ lambdas: 20, least: 1e-3, folds: 5, seed: 1 },
  ...changed,
});

describe("a path", () => {
  const path = fitPath(request());
  const { y } = request();

  it("begins where all weights are 0, at max |xⱼᵀy|/m of standardised inputs", () => {
    const { columns, rows, values } = readCsv(
      readFileSync(new URL("diabetes-standardized.csv", examples)),
      "diabetes-standardized.csv",
    );
    const d = columns.length - 1;
    const correlations = Array.from({ length: d }, (_, i) => {
      let sum = 0;
      for (let j = 0; j < rows; j++) sum += values[j * (d + 1) + i] * values[j * (d + 1) + d];
      return Math.abs(sum / rows);
    });
    expect(path.lambdas[0]).toBeCloseTo(Math.max(...correlations), 8);
    expect(path.lambdas[19]).toBeCloseTo(path.lambdas[0] / 1000, 8);
    expect(path.weights[0].every((w) => w === 0)).toBe(true);
    expect(path.intercepts[0]).toBeCloseTo(y.reduce((a, b) => a + b) / y.length, 8);
  });

  it("ends at the known minimisers, for one standard deviation of each input", () => {
    const known = JSON.parse(readFileSync(new URL("diabetes-lasso.json", examples), "utf8"));
    for (const { lam, w } of known.solutions) {
      const ending = fitPath(request({ least: lam / known.lambdaMax, folds: 2 }));
      const scaled = ending.weights[19].map((weight, j) => weight * ending.sizes[j]);
      for (const [j, expected] of w.entries()) expect(scaled[j]).toBeCloseTo(expected, 2);
    }
  });

  it("is cross-validated: the sparsest model within one standard error of the best", () => {
    const { mean, standardError, best, sparsest } = path.crossValidation;
    expect(mean[best]).toBe(Math.min(...mean));
    expect(sparsest).toBeLessThanOrEqual(best);
    expect(mean[sparsest]).toBeLessThanOrEqual(mean[best] + standardError[best]);
    if (sparsest > 0) expect(mean[sparsest - 1]).toBeGreaterThan(mean[best] + standardError[best]);
    // with all weights 0 the error is about the variance of the target
    const center = y.reduce((a, b) => a + b) / y.length;
    const variance = y.reduce((sum, value) => sum + (value - center) ** 2, 0) / y.length;
    expect(mean[0] / variance).toBeCloseTo(1, 1);
    expect(mean[best] / variance).toBeLessThan(0.53); // R² about a half, as published
  });

  it("tells how far it is", () => {
    const seen: number[] = [];
    fitPath(request({ lambdas: 10, folds: 2 }), (share) => seen.push(share));
    expect(seen).toHaveLength(30);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
  });

  it("of two classes has the log of their odds as intercept where it begins", () => {
    const table = { ...diabetes };
    const sexes = fitPath({ ...request({ loss: "logistic" }), ...columnsOf(table, "sex") });
    expect(sexes.classes).toEqual([1, 2]);
    const twos = columnsOf(table, "sex").y.filter((label) => label === 2).length;
    expect(sexes.intercepts[0]).toBeCloseTo(Math.log(twos / (table.rows - twos)), 6);
    expect(sexes.crossValidation.mean[0]).toBeCloseTo(Math.LN2, 1);
    expect(Math.min(...sexes.crossValidation.mean)).toBeLessThan(0.58);
  });

  it("leaves a constant input alone", () => {
    const random = seededRandom(3);
    const y = Float64Array.from({ length: 40 }, () => random.normal());
    const data = Float64Array.from({ length: 80 }, (_, at) => (at % 2 === 0 ? 7 : y[at >> 1] * 2));
    const X = { data, rows: 40, columns: 2 };
    const { weights } = fitPath(request({ X, y, least: 1e-4 }));
    expect(weights[19][0]).toBe(0);
    expect(weights[19][1]).toBeCloseTo(0.5, 3);
  });

  it.each<[string, Partial<PathRequest>, string]>([
    [
      "a constant target",
      { y: new Float64Array(442).fill(3) },
      "the target must vary, received only 3",
    ],
    [
      "more folds than halves of the rows",
      { folds: 300 },
      "folds must be at most half of the 442 rows, received 300",
    ],
    [
      "a logistic loss of many values",
      { loss: "logistic" },
      "the target must hold two different numbers for the logistic loss, received 214",
    ],
  ])("refuses %s", (_, changed, words) => {
    expect(() => fitPath(request(changed))).toThrow(words);
  });

  it("gives models as JSON that predict as the path does", () => {
    const features = inputsOf(diabetes, "progression");
    const settings = { ...defaults(dataFields), target: "progression" };
    const text = modelFile({ settings, target: "progression", features, result: path, index: 10 });
    const model = JSON.parse(text);
    expect(model).toMatchObject({ target: "progression", lambda: path.lambdas[10], features });
    const { indices, values } = model.weights;
    const whole = new Float64Array(10);
    for (const [n, i] of indices.entries()) whole[i] = values[n];
    expect(whole).toEqual(path.weights[10]);
    expect(model.intercept).toBe(path.intercepts[10]);
  });
});
