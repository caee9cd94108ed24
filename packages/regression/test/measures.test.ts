import { seededRandom } from "@proxkit/core";
import { type LossName, MEASURES, type MeasureName, measureOf } from "@proxkit/regression";
import { describe, expect, it } from "vitest";

const random = seededRandom(4);
const m = 40;
const weights = Float64Array.from({ length: m }, () => random.uniform());
const total = weights.reduce((a, b) => a + b);
const numbers = Float64Array.from({ length: m }, () => random.normal());
const signs = Float64Array.from({ length: m }, (_, i) => Number(i % 3 === 0));
const counts = Float64Array.from({ length: m }, () => random.integer(5));
const classes = Float64Array.from({ length: m }, () => random.integer(3));
const probabilities = Float64Array.from(
  { length: m },
  () => Math.round(random.uniform() * 8 + 0.5) / 10,
); // ties
const rates = Float64Array.from({ length: m }, () => 0.1 + 4 * random.uniform());
const rows = Array.from({ length: m }, () => {
  const raw = [random.uniform(), random.uniform(), random.uniform()];
  const sum = raw.reduce((a, b) => a + b);
  return raw.map((x) => x / sum);
});
const simplex = Float64Array.from(rows.flat());

const mean = (of: (i: number) => number) =>
  Array.from(weights, (weight, i) => weight * of(i)).reduce((a, b) => a + b) / total;

/** Every pair of a 1 and a 0, one after the other. */
function slowArea(): number {
  let [right, all] = [0, 0];
  for (let i = 0; i < m; i++)
    for (let j = 0; j < m; j++) {
      if (signs[i] !== 1 || signs[j] !== 0) continue;
      const pair = weights[i] * weights[j];
      all += pair;
      if (probabilities[i] > probabilities[j]) right += pair;
      if (probabilities[i] === probabilities[j]) right += pair / 2;
    }
  return right / all;
}

const likelihood = (i: number) => (signs[i] === 1 ? probabilities[i] : 1 - probabilities[i]);
const cases: [MeasureName, LossName, Float64Array, Float64Array, () => number][] = [
  ["mse", "squared", numbers, rates, () => mean((i) => (numbers[i] - rates[i]) ** 2)],
  ["mae", "huber", numbers, rates, () => mean((i) => Math.abs(numbers[i] - rates[i]))],
  ["deviance", "logistic", signs, probabilities, () => mean((i) => -2 * Math.log(likelihood(i)))],
  [
    "accuracy",
    "logistic",
    signs,
    probabilities,
    () => mean((i) => Number(probabilities[i] > 0.5 === (signs[i] === 1))),
  ],
  ["auc", "logistic", signs, probabilities, slowArea],
  [
    "deviance",
    "poisson",
    counts,
    rates,
    () =>
      mean((i) => {
        const [y, mu] = [counts[i], rates[i]];
        return 2 * ((y === 0 ? 0 : y * Math.log(y / mu)) - (y - mu));
      }),
  ],
  [
    "deviance",
    "multinomial",
    classes,
    simplex,
    () => mean((i) => -2 * Math.log(rows[i][classes[i]])),
  ],
  [
    "accuracy",
    "multinomial",
    classes,
    simplex,
    () => mean((i) => Number(rows[i].indexOf(Math.max(...rows[i])) === classes[i])),
  ],
];

describe("measureOf", () => {
  it.each(cases)(
    "is its formula, sample by sample: %s of %s",
    (measure, lossName, y, predicted, slow) => {
      const value = measureOf(measure, { lossName, y, mean: predicted, weights });
      expect(value).toBeCloseTo(slow(), 12);
    },
  );

  it("takes −1 and 1 for 0 and 1", () => {
    const given = { lossName: "logistic", mean: probabilities, weights } as const;
    for (const measure of MEASURES.logistic)
      expect(measureOf(measure, { ...given, y: signs.map((y) => 2 * y - 1) })).toBe(
        measureOf(measure, { ...given, y: signs }),
      );
  });

  it("does not look at samples of weight 0, and stays finite where one is taken for impossible", () => {
    const one = Float64Array.of(1, 1);
    const given = { lossName: "logistic", y: Float64Array.of(1, 0) } as const;
    const impossible = { ...given, mean: Float64Array.of(0.5, 1) };
    expect(measureOf("deviance", { ...impossible, weights: Float64Array.of(1, 0) })).toBe(
      2 * Math.LN2,
    );
    expect(measureOf("deviance", { ...impossible, weights: one })).toBeCloseTo(
      Math.LN2 + 15 * Math.LN10,
      10,
    );
  });

  it("orders all pairs rightly, wrongly, or not at all", () => {
    const of = (p: number[]) =>
      measureOf("auc", {
        lossName: "logistic",
        y: Float64Array.of(0, 0, 1, 1),
        mean: Float64Array.from(p),
        weights: new Float64Array(4).fill(1),
      });
    expect([of([0.1, 0.2, 0.3, 0.4]), of([0.4, 0.3, 0.2, 0.1]), of([0.5, 0.5, 0.5, 0.5])]).toEqual([
      1, 0, 0.5,
    ]);
  });

  it("refuses what the loss has not, and lengths that do not fit", () => {
    const given = { lossName: "squared", y: numbers, mean: rates, weights } as const;
    expect(() => measureOf("auc", given)).toThrow(
      "measureOf: measure must be one of mse, mae for squared, received auc",
    );
    expect(() => measureOf("mse", { ...given, mean: simplex })).toThrow(
      "mean must fit the 40 targets, received 120 numbers",
    );
    expect(() => measureOf("mse", { ...given, weights: Float64Array.of(1) })).toThrow(
      "weights must have length 40, received 1",
    );
  });
});
