import {
  classify,
  expectedCount,
  huber,
  leastSquares,
  linearPredict,
  logistic,
  multinomial,
  poisson,
  probabilities,
  probability,
} from "@proxkit/core";
import { describe, expect, it } from "vitest";
import { forms, kinds, problem, toSparse } from "./linear-problems.ts";
import { relativeError } from "./numbers.ts";

const of = (...numbers: number[]) => Float64Array.from(numbers);

describe.each(Object.entries(forms))("at the ends of the numbers, on %s", (_, form) => {
  it("huber grows like δ|z|, with slope ±δ", () => {
    const { value, gradient, linear } = huber({ X: form([[1]]), y: [3], delta: 0.5 });
    for (const z of [1e308, -1e308]) {
      expect(value(of(z))).toBe(0.5e308);
      expect(gradient(of(z))).toEqual(of(z > 0 ? 0.5 : -0.5));
      const curvature = of(1);
      linear.curvatures(of(z), curvature);
      expect(relativeError(curvature[0], 0.5 / 1e308)).toBeLessThan(1e-12); // subnormal
    }
  });

  it("poisson is Infinity where exp overflows, and −yz where it underflows, never NaN", () => {
    const X = form([[1], [1]]);
    const { value, linear } = poisson({ X, y: [0, 3] });
    for (const z of [710, 1e4, 1e308]) expect(value(of(z))).toBe(Number.POSITIVE_INFINITY);
    expect(value(of(-1e3))).toBe(1.5e3);
    expect(value(of(-1e308))).toBe(Number.POSITIVE_INFINITY); // 3e308
    expect(linear.value(of(Number.NEGATIVE_INFINITY, 0))).toBe(0.5); // exp(−∞) − 0·(−∞) is 0
    expect(poisson({ X, y: [0, 0] }).value(of(-1e308))).toBe(0);
    expect(poisson({ X, y: [0, 1e300] }).value(of(690))).toBeLessThan(-1e302);
    expect(poisson({ X, y: [0, 1e300] }).linear.least).toBeLessThan(-1e302);
  });

  it("poisson has no slope at the mean of its counts", () => {
    const { gradient, value, linear } = poisson({ X: form([[1], [1]]), y: [1, 3] });
    expect(Math.abs(gradient(of(Math.LN2))[0])).toBeLessThan(1e-15);
    expect(value(of(Math.LN2))).toBeGreaterThan(linear.least);
  });

  it("multinomial grows like the distance to the largest product and does not overflow", () => {
    const { value, gradient } = multinomial({ X: form([[1], [1]]), y: [0, 1] }); // one right, one wrong
    for (const z of [1e3, 1e10, 1e300, 1e308]) {
      expect(value(of(z, 0))).toBe(z / 2);
      expect(value(of(0, -z))).toBe(z / 2);
      expect(gradient(of(z, 0))).toEqual(of(0.5, -0.5));
      expect(gradient(of(0, z))).toEqual(of(-0.5, 0.5));
    }
  });

  it("multinomial keeps the digits of a small loss, of its slope and of its curvature", () => {
    const X = form([[1], [-1]]);
    const { value, gradient, linear } = multinomial({ X, y: [0, 1] });
    const exact = Math.exp(-40); // log(1 + e) and e/(1 + e), e = exp(−40)
    expect(relativeError(value(of(40, 0)), exact)).toBeLessThan(1e-15);
    expect(relativeError(gradient(of(40, 0))[0], -exact)).toBeLessThan(1e-15);
    expect(relativeError(gradient(of(40, 0))[1], exact)).toBeLessThan(1e-15);
    const curvatures = new Float64Array(4);
    linear.curvatures(of(40, -40, 0, 0), curvatures);
    for (const c of curvatures) expect(relativeError(c, exact)).toBeLessThan(1e-15); // 2 · ½ · p(1 − p)
  });

  it("logistic and leastSquares by columns do not give NaN either", () => {
    const weights = [1, 1];
    const { value, gradient } = logistic({ X: form([[1], [1]]), y: [0, 1], weights });
    for (const z of [1e308, -1e308]) {
      expect(value(of(z))).toBe(0.5e308);
      expect(gradient(of(z))).toEqual(of(z > 0 ? 0.5 : -0.5));
    }
    const squares = leastSquares({ X: form([[1], [1]]), y: [0, 1], weights });
    expect(squares.value(of(1e308))).toBe(Number.POSITIVE_INFINITY);
    expect(squares.gradient(of(1e308))).toEqual(of(1e308));
    const steep = { X: form([[1e200], [1e200]]), y: [0, 1], weights };
    expect(leastSquares(steep).smoothness).toBe(Number.POSITIVE_INFINITY);
  });
});

it("multinomial of two classes is logistic, with the differences of its weights", () => {
  const { X, w } = problem(kinds[2], 9, 4, 1);
  const y = X.map((_, row) => row % 2);
  const both = multinomial({ X, y });
  const one = logistic({ X, y });
  const W = Float64Array.from({ length: 8 }, (_, at) => (at % 2 === 1 ? w[at >> 1] : 0));
  expect(relativeError(both.value(W), one.value(w))).toBeLessThan(1e-14);
  const [slopes, gradient] = [both.gradient(W), one.gradient(w)];
  gradient.forEach((g, i) => {
    expect(slopes[2 * i + 1]).toBeCloseTo(g, 14);
    expect(slopes[2 * i]).toBeCloseTo(-g, 14);
  });
});

it("counts over exposures are rates weighted with the exposures", () => {
  const { X, w } = problem(kinds[3], 5, 3, 1);
  const [counts, exposures] = [
    [4, 0, 7, 1, 2],
    [2, 1, 3.5, 0.25, 8],
  ];
  const rates = poisson({ X, y: counts.map((c, j) => c / exposures[j]), weights: exposures });
  const offsets = exposures.map(Math.log);
  const whole = exposures.reduce((a, b) => a + b);
  const withOffset = poisson({
    X: X.map((row, j) => [...row, offsets[j]]),
    y: counts,
  });
  // Σ exp(z + o) − c(z + o) = Σ t exp(z) − cz − co
  const constant = counts.reduce((sum, c, j) => sum + c * offsets[j], 0);
  expect(rates.value(w) * whole).toBeCloseTo(
    withOffset.value(Float64Array.of(...w, 1)) * 5 + constant,
    12,
  );
});

describe("predictions", () => {
  const K = 3;
  const { X, w } = problem(kinds[4], 8, 5, 1);
  const column = w.slice(0, 5);
  const z = linearPredict({ w: column, X });
  const Z = X.map((row) =>
    Array.from({ length: K }, (_, k) => row.reduce((sum, x, i) => sum + x * w[i * K + k], 0)),
  );

  it.each(Object.entries(forms))("are those of the formulas, on %s", (_, form) => {
    const given = { w: column, X: form(X) };
    linearPredict(given).forEach((x, j) => {
      expect(x).toBeCloseTo(z[j], 14);
    });
    probability(given).forEach((p, j) => {
      expect(p).toBeCloseTo(1 / (1 + Math.exp(-z[j])), 14);
    });
    expectedCount(given).forEach((mean, j) => {
      expect(relativeError(mean, Math.exp(z[j]))).toBeLessThan(1e-14);
    });
    const { data, rows, columns } = probabilities({ w, X: form(X), classes: K });
    expect([rows, columns]).toEqual([8, K]);
    const classes = classify({ w, X: form(X), classes: K });
    Z.forEach((row, j) => {
      const total = row.reduce((sum, x) => sum + Math.exp(x), 0);
      row.forEach((x, k) => {
        expect(data[j * K + k]).toBeCloseTo(Math.exp(x) / total, 14);
      });
      expect(classes[j]).toBe(row.indexOf(Math.max(...row)));
    });
  });

  it("are NaN for a NaN in w, in a column without entries too", () => {
    const hollow = X.map((row) => row.with(1, 0));
    for (const form of Object.values(forms)) {
      const given = { w: column.with(1, Number.NaN), X: form(hollow) };
      for (const predict of [linearPredict, probability, expectedCount])
        expect(predict(given).every(Number.isNaN)).toBe(true);
      const several = { w: w.with(K + 2, Number.NaN), X: form(hollow), classes: K };
      expect(probabilities(several).data.every(Number.isNaN)).toBe(true); // the total is NaN
      expect(classify(several).every(Number.isNaN)).toBe(true);
    }
  });

  it("of large products are 0, 1 and Infinity", () => {
    const given = { w: of(1e308, -1e308, 0), X: [[1], [-1]], classes: 3 };
    expect(probabilities(given).data).toEqual(of(1, 0, 0, 0, 1, 0));
    expect(classify(given)).toEqual(of(0, 1));
    expect(expectedCount({ w: of(1e308), X: [[1], [-1]] })).toEqual(of(Infinity, 0));
    expect(probability({ w: of(1e308), X: toSparse([[1], [-1]]) })).toEqual(of(1, 0));
  });
});
