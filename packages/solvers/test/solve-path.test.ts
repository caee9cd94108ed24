import { leastSquares } from "@proxkit/core";
import { group } from "@proxkit/penalties-group";
import { l0 } from "@proxkit/penalties-l0";
import { l1 } from "@proxkit/penalties-l1";
import { mcp } from "@proxkit/penalties-mcp";
import { tl1 } from "@proxkit/penalties-tl1";
import { type Penalty, separablePenalty, weighted } from "@proxkit/penalty";
import {
  coordinateDescent,
  proximalGradient,
  type Solver,
  solve,
  solvePath,
} from "@proxkit/solvers";
import { describe, expect, it } from "vitest";
import { population } from "./problems.ts";
import { kept, sample } from "./regression-problems.ts";

const tall = sample(60, 24, 1);
const wide = sample(25, 60, 2);
const free = Array.from({ length: 24 }, (_, i) => (i < 2 ? 0 : 1 + (i % 3)));
const penalties: readonly Penalty[] = [
  l1(),
  mcp({ gamma: 3 }),
  tl1(),
  l0(),
  group({ size: 3 }),
  weighted(l1(), free),
  weighted(mcp({ gamma: 3 }), free),
];
const cases = penalties.flatMap((penalty) =>
  (["squared", "logistic"] as const).map((what) => ({
    penalty,
    what,
    name: `${penalty.name} ${JSON.stringify(penalty.parameters.penalty ?? "")}`,
  })),
);

describe("solvePath", () => {
  it.each(cases)(
    "begins where the first penalised weight is about to leave 0: $name, $what",
    (given) => {
      const { penalty, what } = given;
      const loss = kept.columns(tall, what);
      const [{ lambda, w, support, deviance }] = solvePath({ loss, penalty, count: 1 });
      const penalised = (i: number) => penalty.name !== "weighted" || i >= 2;
      expect(support.filter(penalised)).toEqual([]);
      expect(deviance).toBeCloseTo(0, 12);
      const leaves = (at: number) => {
        const solver = coordinateDescent({ loss, penalty, lambda: at });
        return solve(solver, w, { tolerance: 1e-10 }).support.some(penalised);
      };
      expect(leaves(lambda * (1 + 1e-9))).toBe(false);
      expect(leaves(lambda * (1 - 1e-6))).toBe(true);
    },
  );

  it("begins at max |∂f(0)| for l1", () => {
    const loss = kept.rows(tall, "squared");
    const [{ lambda }] = solvePath({ loss, penalty: l1(), count: 1 });
    const steepest = Math.max(...loss.gradient(new Float64Array(24)).map(Math.abs));
    expect(lambda / steepest).toBeCloseTo(1, 11);
  });

  it.each(cases.filter(({ penalty }) => penalty.traits.convex))(
    "has at each λ what a run from 0 has: $name, $what",
    ({ penalty, what }) => {
      const loss = kept.rows(tall, what, true);
      for (const point of solvePath({ loss, penalty, count: 8, ratio: 1e-2, tolerance: 1e-12 })) {
        expect(point.outcome).toBe("converged");
        const solver = coordinateDescent({ loss, penalty, lambda: point.lambda });
        const cold = solve(solver, new Float64Array(24), { tolerance: 1e-12 });
        expect(point.objective).toBeCloseTo(cold.objective, 11);
        expect(point.objective).toBeCloseTo(point.loss + point.lambda * point.penalty, 12);
        expect(point.loss).toBeCloseTo(loss.value(point.w), 12);
        expect(point.gap).toBeLessThan(1e-11);
      }
    },
  );

  it.each(cases)(
    "falls in λ, and explains ever more where f + λP is convex: $name, $what",
    (given) => {
      const { penalty, what } = given;
      const points = [
        ...solvePath({ loss: kept.sparse(tall, what), penalty, count: 20, ratio: 0.2 }),
      ];
      for (let k = 1; k < points.length; k++) {
        expect(points[k].lambda).toBeLessThan(points[k - 1].lambda);
        if (penalty.traits.convex)
          expect(points[k].deviance).toBeGreaterThanOrEqual(points[k - 1].deviance - 1e-8);
      }
      expect(points.at(-1)?.deviance).toBeGreaterThan(0.2);
      expect(points.every(({ outcome }) => outcome === "converged")).toBe(true);
    },
  );

  it.each(Object.keys(kept))(
    "needs mostly one step for a λ of a logistic loss kept by %s, and looks at all terms that often",
    (layout) => {
      const loss = kept[layout](sample(80, 200, 3), "logistic");
      const options = { count: 60, ratio: 0.05, tolerance: 1e-6, stop: false } as const;
      const points = [...solvePath({ loss, penalty: l1(), ...options })];
      expect(points.every(({ outcome }) => outcome === "converged")).toBe(true);
      const steps = points.reduce((sum, { iterations }) => sum + iterations, 0);
      expect(steps).toBeLessThan(1.3 * points.length);
    },
  );

  it("ends early when nearly all is explained, or nothing is added; not if λ are given", () => {
    const loss = kept.columns(wide, "squared");
    const ended = [...solvePath({ loss, penalty: l1(), ratio: 1e-4 })];
    expect(ended.length).toBeLessThan(100);
    expect(ended.at(-1)?.deviance).toBeGreaterThan(0.999);
    const lambdas = ended.map(({ lambda }) => lambda).concat([1e-6, 1e-7]);
    expect([...solvePath({ loss, penalty: l1(), lambdas })]).toHaveLength(lambdas.length);
    expect([...solvePath({ loss, penalty: l1(), ratio: 1e-4, stop: false })]).toHaveLength(100);
  });

  it("computes a point when it is asked for, and none after an abort", () => {
    const signal = { aborted: false };
    let made = 0;
    const loss = kept.columns(tall, "squared");
    const solver = (lambda: number) => {
      const method = proximalGradient({ loss, penalty: l1(), lambda });
      made++;
      return {
        ...method,
        step(state: Parameters<typeof method.step>[0]) {
          signal.aborted = made === 3;
          return method.step(state);
        },
      } as Solver;
    };
    const path = solvePath({ loss, penalty: l1(), solver, signal });
    expect(made).toBe(0);
    for (const outcome of ["converged", "converged", "aborted"])
      expect(path.next().value?.outcome).toBe(outcome);
    expect(made).toBe(3);
    expect(path.next().done).toBe(true);
  });

  it("has λ fall geometrically, from its largest to the ratio of it", () => {
    const loss = leastSquares({ X: tall.rows, y: tall.y });
    const points = [...solvePath({ loss, penalty: l1(), count: 5, ratio: 1e-2, stop: false })];
    const [first] = points;
    points.forEach(({ lambda }, k) => {
      expect(lambda / first.lambda).toBeCloseTo(10 ** (-k / 2), 12);
    });
  });

  it("refuses what makes no path, such as a ridge without its λ", () => {
    const loss = kept.columns(tall, "squared");
    const run = (options: object) => [...solvePath({ loss, penalty: l1(), ...options })];
    expect(() => run({ lambdas: [1, 2] })).toThrow(
      "solvePath: lambdas[1] must be at most the one before, 1",
    );
    expect(() => run({ lambdas: [Number.NaN] })).toThrow("lambdas[0] must be a finite number");
    expect(() => run({ count: 0 })).toThrow("count must be a positive whole number");
    expect(() => run({ ratio: 2 })).toThrow("ratio must be above 0 and at most 1");
    expect(() => run({ loss: population(5, 1).loss })).toThrow("(have `linear`)");
    const ridge = separablePenalty({
      name: "ridge",
      convex: true,
      value: (x) => (x * x) / 2,
      prox: (v, t) => v / (1 + t),
      threshold: () => 0,
    });
    expect(() => run({ penalty: ridge })).toThrow(
      "solvePath: penalty must send every weight to 0 for some λ, received ridge",
    );
    const [given] = run({ penalty: ridge, lambdas: [0.3], tolerance: 1e-12 });
    const slopes = loss.gradient(given.w);
    given.w.forEach((w: number, i: number) => {
      expect(slopes[i] + 0.3 * w).toBeCloseTo(0, 9); // ∇f + λw = 0
    });
  });
});
