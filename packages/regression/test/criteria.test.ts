import { l1 } from "@proxkit/penalties-l1";
import { mcp } from "@proxkit/penalties-mcp";
import { CRITERIA, chooseByCriterion, criteriaOf, fitPath, regression } from "@proxkit/regression";
import { describe, expect, it } from "vitest";
import { sample, targetOf } from "./problems.ts";

const data = sample(60, 6, 8);
const base = { X: data.X, penalty: l1() };
/** R's `cars`: speed and distance to stop (Ezekiel, 1930). */
const CARS = [
  [4, 2],
  [4, 10],
  [7, 4],
  [7, 22],
  [8, 16],
  [9, 10],
  [10, 18],
  [10, 26],
  [10, 34],
  [11, 17],
  [11, 28],
  [12, 14],
  [12, 20],
  [12, 24],
  [12, 28],
  [13, 26],
  [13, 34],
  [13, 34],
  [13, 46],
  [14, 26],
  [14, 36],
  [14, 60],
  [14, 80],
  [15, 20],
  [15, 26],
  [15, 54],
  [16, 32],
  [16, 40],
  [17, 32],
  [17, 40],
  [17, 50],
  [18, 42],
  [18, 56],
  [18, 76],
  [18, 84],
  [19, 36],
  [19, 46],
  [19, 68],
  [20, 32],
  [20, 48],
  [20, 52],
  [20, 56],
  [20, 64],
  [22, 66],
  [23, 54],
  [24, 70],
  [24, 92],
  [24, 93],
  [24, 120],
  [25, 85],
];

const chooseLog = (p: number, k: number) => {
  let ways = 1;
  for (let i = 0; i < k; i++) ways = (ways * (p - i)) / (i + 1);
  return Math.log(ways);
};

describe("criteriaOf", () => {
  it("is the formula for a Gaussian of unknown variance", () => {
    const problem = regression({ ...base, y: data.numbers });
    for (const point of fitPath(problem, { count: 8 })) {
      const squares = data.X.map(
        (x, i) =>
          x.reduce((z, xj, j) => z + xj * point.coefficients[j], point.intercept[0]) -
          data.numbers[i],
      ).reduce((sum, r) => sum + r * r, 0);
      const k = point.coefficients.filter((w) => w !== 0).length;
      const D = 60 * Math.log(squares / 60);
      const { aic, bic, ebic } = criteriaOf(problem, point, 0.7);
      expect(aic).toBeCloseTo(D + 2 * (k + 1), 8);
      expect(bic).toBeCloseTo(D + Math.log(60) * (k + 1), 8);
      expect(ebic).toBeCloseTo(bic + 1.4 * chooseLog(6, k), 8);
    }
  });

  it("is that of the likelihood for logistic, multinomial and poisson", () => {
    for (const loss of ["logistic", "multinomial", "poisson"] as const) {
      const y = targetOf(data, loss);
      const problem = regression({ ...base, y, loss });
      const K = problem.outputs;
      for (const point of fitPath(problem, { count: 5, ratio: 0.05 })) {
        const minusLog = data.X.map((x, i) => {
          const z = Array.from(point.intercept, (b, k) =>
            x.reduce((sum, xj, j) => sum + xj * point.coefficients[j * K + k], b),
          );
          if (loss === "logistic") return Math.log(1 + Math.exp(z[0])) - y[i] * z[0];
          // to the saturated model
          if (loss === "poisson")
            return Math.exp(z[0]) - y[i] * z[0] - (y[i] ? y[i] - y[i] * Math.log(y[i]) : 0);
          return Math.log(z.reduce((sum, zk) => sum + Math.exp(zk), 0)) - z[y[i]];
        }).reduce((a, b) => a + b);
        const k = point.coefficients.filter((w) => w !== 0).length + (K === 1 ? 1 : K - 1);
        expect(criteriaOf(problem, point).aic).toBeCloseTo(2 * minusLog + 2 * k, 7);
        expect(criteriaOf(problem, point).bic).toBeCloseTo(2 * minusLog + Math.log(60) * k, 7);
      }
    }
  });

  it("counts the rows whose weight is above 0, and no intercept where there is none", () => {
    const weights = data.X.map((_, i) => Number(i % 2 === 0));
    const half = (rows: number[][] | number[]) => rows.filter((_, i) => i % 2 === 0);
    const given = { ...base, y: data.numbers, intercept: false };
    const some = regression({ ...given, weights });
    const few = regression({
      ...given,
      X: half(data.X) as number[][],
      y: half(data.numbers) as number[],
    });
    const lambdas = [0.3];
    const [a] = fitPath(some, { lambdas });
    const [b] = fitPath(few, { lambdas });
    expect(criteriaOf(some, a).bic).toBeCloseTo(criteriaOf(few, b).bic, 6);
    const { aic, bic } = criteriaOf(few, b);
    expect(bic - aic).toBeCloseTo((Math.log(30) - 2) * b.degreesOfFreedom, 10);
  });

  it("has R's values for its data of cars: AIC and BIC of a regression line, less what is constant", () => {
    // R 4.2.2: fit <- lm(dist ~ speed, cars); n <- 50
    // AIC(fit) - n*(log(2*pi) + 1) - 2; BIC(fit) - n*(log(2*pi) + 1) - log(n), for R counts σ² as a parameter
    const problem = regression({
      X: CARS.map(([speed]) => [speed]),
      y: CARS.map(([, dist]) => dist),
      penalty: l1(),
    });
    const [point] = fitPath(problem, { lambdas: [0] });
    expect(criteriaOf(problem, point).aic).toBeCloseTo(275.263009706886, 6);
    expect(criteriaOf(problem, point).bic).toBeCloseTo(279.087055717742, 6);
  });
});

describe("chooseByCriterion", () => {
  it("takes the least, the largest λ of equals", () => {
    const problem = regression({ ...base, y: data.numbers });
    const path = [...fitPath(problem, { count: 30 })];
    for (const criterion of CRITERIA) {
      const values = path.map((point) => criteriaOf(problem, point, 1)[criterion]);
      const chosen = chooseByCriterion(problem, path, criterion, 1);
      expect(chosen).toBe(values.indexOf(Math.min(...values)));
      expect(chooseByCriterion(problem, [path[chosen], path[chosen]], criterion, 1)).toBe(0);
    }
  });

  it("keeps fewer columns by BIC than by AIC, and by EBIC the planted ones among many", () => {
    const many = sample(150, 60, 5);
    const problem = regression({ X: many.X, y: many.numbers, penalty: mcp() });
    const path = [...fitPath(problem, { count: 40, ratio: 0.02 })];
    const by = (criterion: "aic" | "bic" | "ebic") =>
      path[chooseByCriterion(problem, path, criterion, 1)];
    expect(by("aic").degreesOfFreedom).toBeGreaterThan(by("bic").degreesOfFreedom);
    expect(by("bic").degreesOfFreedom).toBeGreaterThanOrEqual(by("ebic").degreesOfFreedom);
    expect(by("ebic").support).toEqual([0, 1, 2]);
  });

  it("refuses no path, an unknown criterion, and γ out of range", () => {
    const problem = regression({ ...base, y: data.numbers });
    const path = [...fitPath(problem, { count: 2 })];
    expect(() => chooseByCriterion(problem, [], "bic")).toThrow(
      "chooseByCriterion: path must have a point, received none",
    );
    expect(() => chooseByCriterion(problem, path, "cp" as "aic")).toThrow(
      "criterion must be one of aic, bic, ebic, received cp",
    );
    for (const gamma of [-1, 2, Number.NaN])
      expect(() => chooseByCriterion(problem, path, "ebic", gamma)).toThrow(
        `gamma must be from 0 to 1, received ${gamma}`,
      );
  });
});
