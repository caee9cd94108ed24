import { readFileSync } from "node:fs";
import { l1 } from "@proxkit/penalties-l1";
import {
  fitPath,
  LOSS_NAMES,
  type LossName,
  loadModel,
  ModelError,
  predictMean,
  type RegressionModel,
  regression,
  saveModel,
} from "@proxkit/regression";
import { describe, expect, it } from "vitest";
import { sample, targetOf, toColumns, toSparse } from "./problems.ts";

const data = sample(40, 5, 9);
const names = ["a", "b", "c", "d", 'é ∂ "q"'];
const version1 = readFileSync(new URL("./model-version-1.json", import.meta.url), "utf8");

function learned(loss: LossName): RegressionModel {
  const problem = regression({ X: data.X, y: targetOf(data, loss), loss, penalty: l1() });
  const path = [...fitPath(problem, { count: 4, ratio: 0.05 })];
  const { intercept, coefficients } = path[path.length - 1];
  return { lossName: loss, names, intercept, coefficients };
}

describe.each(LOSS_NAMES)("a model of %s", (loss) => {
  const model = learned(loss);

  it("comes back from its JSON with the same bits", () => {
    expect(loadModel(saveModel(model))).toEqual(model);
  });

  it("predicts the mean, row by row, from dense and sparse data", () => {
    const { intercept, coefficients } = model;
    const K = intercept.length;
    const slow = data.X.flatMap((x) => {
      const z = Array.from(intercept, (b, k) =>
        x.reduce((sum, xj, j) => sum + xj * coefficients[j * K + k], b),
      );
      if (loss === "logistic") return [1 / (1 + Math.exp(-z[0]))];
      if (loss === "poisson") return [Math.exp(z[0])];
      const total = z.reduce((sum, zk) => sum + Math.exp(zk), 0);
      return loss === "multinomial" ? z.map((zk) => Math.exp(zk) / total) : z;
    });
    for (const X of [data.X, toColumns(data.X), toSparse(data.X)]) {
      const mean = predictMean({ ...model, X });
      expect(mean).toHaveLength(40 * K);
      mean.forEach((mu, i) => {
        expect(mu).toBeCloseTo(slow[i], 12);
      });
    }
  });

  it("does not overflow where x is large", () => {
    const mean = predictMean({
      ...model,
      X: [
        [1e4, 0, 1e4, 0, 0],
        [-1e4, 0, -1e4, 0, 0],
      ],
    });
    expect(mean.some(Number.isNaN)).toBe(false);
    if (loss === "logistic" || loss === "multinomial")
      expect(mean.every((p) => p >= 0 && p <= 1)).toBe(true);
  });
});

describe("loadModel", () => {
  it("reads the models of version 1, which files out there are", () => {
    const model = loadModel(version1);
    expect(model.names).toEqual(["age", "colour=red"]);
    const mean = predictMean({ ...model, X: [[40, 1]] });
    // z = (−1 + 0.05·40 + 0.5, 0 + 0 − 1, 1 + 0 + 0.5) = (1.5, −1, 1.5)
    const e = [1.5, -1, 1.5].map(Math.exp);
    const total = e[0] + e[1] + e[2];
    e.forEach((ek, k) => {
      expect(mean[k]).toBeCloseTo(ek / total, 12);
    });
    expect(JSON.parse(saveModel(model))).toEqual(JSON.parse(version1));
  });

  const good = JSON.parse(version1);
  const refusals: [string, unknown, string][] = [
    ["what is no JSON", undefined, "loadModel: the text is no proxkit-regression"],
    ["another file", { format: "proxkit-fit" }, "loadModel: the text is no proxkit-regression"],
    ["null", null, "loadModel: the text is no proxkit-regression"],
    [
      "a version to come",
      { ...good, version: 2 },
      "loadModel: version must be 1, the one this proxkit knows, received 2",
    ],
    [
      "an unknown loss",
      { ...good, loss: "hinge" },
      "loadModel: loss must be one of squared, logistic, huber, poisson, multinomial, received hinge",
    ],
    ["names that are none", { ...good, names: [1, 2] }, "loadModel: names must be a list of texts"],
    [
      "too few coefficients",
      { ...good, coefficients: [1] },
      "loadModel: coefficients must be 6 finite numbers",
    ],
    [
      "a coefficient that is null, as NaN is in JSON",
      { ...good, coefficients: [null, 1, 1, 1, 1, 1] },
      "loadModel: coefficients must be 6 finite numbers",
    ],
    [
      "one intercept of a multinomial",
      { ...good, intercept: [1] },
      "loadModel: intercept must be 2 or more finite numbers",
    ],
    [
      "many intercepts of a line",
      { ...good, loss: "squared" },
      "loadModel: intercept must be one finite number in a list",
    ],
  ];
  it.each(refusals)("refuses %s", (_, value, message) => {
    const text = value === undefined ? version1.slice(0, -9) : JSON.stringify(value);
    expect(() => loadModel(text)).toThrow(ModelError);
    expect(() => loadModel(text)).toThrow(message);
  });
});

describe("saveModel", () => {
  it("writes nothing that could not be read", () => {
    const model = learned("squared");
    const broken = { ...model, intercept: Float64Array.of(Number.NaN) };
    expect(() => saveModel(broken)).toThrow(
      "saveModel: intercept must be one finite number in a list",
    );
    expect(() => saveModel({ ...model, names: ["a"] })).toThrow(
      "saveModel: coefficients must be 1 finite numbers",
    );
  });
});

describe("predictMean", () => {
  it("refuses other columns than the model has, and values that are none", () => {
    const model = learned("squared");
    expect(() => predictMean({ ...model, X: [[1, 2]] })).toThrow(
      "predictMean: X must have 5 columns, received 2",
    );
    expect(() => predictMean({ ...model, X: [[1, 2, 3, 4, Number.NaN]] })).toThrow(
      "predictMean: X must hold a finite number at row 0, column 4, received NaN",
    );
  });
});
