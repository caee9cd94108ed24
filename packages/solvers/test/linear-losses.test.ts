import { type LinearLoss, seededRandom } from "@proxkit/core";
import { l1 } from "@proxkit/penalties-l1";
import {
  adaptiveIht,
  bestSubset,
  coordinateDescent,
  iht,
  proximalGradient,
  rvsm,
  type Solver,
  solve,
} from "@proxkit/solvers";
import { describe, expect, it } from "vitest";
import { kept, sample } from "./regression-problems.ts";

const given = sample(60, 12, 1);
const random = seededRandom(1);
const w0 = Float64Array.from({ length: 12 }, () => 0.1 * random.normal());

const methods: Record<string, (loss: LinearLoss) => Solver> = {
  rvsm: (loss) =>
    rvsm({ loss, penalty: l1(), lambda: 1e-3, beta: 0.1, normalize: false }) as Solver,
  iht: (loss) => iht({ loss, sparsity: 4 }) as Solver,
  adaptiveIht: (loss) => adaptiveIht({ loss, sparsity: 4 }) as Solver,
  proximalGradient: (loss) => proximalGradient({ loss, penalty: l1(), lambda: 0.05 }) as Solver,
};
const cases = Object.keys(methods).flatMap((method) =>
  (["squared", "logistic"] as const).flatMap((what) =>
    [true, false].map((weighted) => ({ method, what, weighted })),
  ),
);

describe("a loss of a linear model", () => {
  it.each(cases)(
    "gives $method the same from rows, columns and sparse data: $what, sample weights $weighted",
    ({ method, what, weighted }) => {
      const run = (data: string) =>
        solve(methods[method](kept[data](given, what, weighted)), w0, {
          maxIterations: 200_000,
          tolerance: 1e-9,
        });
      const rows = run("rows");
      expect(rows.outcome).toBe("converged");
      for (const data of ["columns", "sparse"]) {
        const { outcome, solution, support } = run(data);
        expect({ outcome, support }).toEqual({ outcome: "converged", support: rows.support });
        solution.forEach((wi, i) => {
          expect(wi).toBeCloseTo(rows.solution[i], 6);
        });
      }
    },
  );

  it.each(["squared", "logistic"] as const)(
    "has proximalGradient end where coordinateDescent ends: %s",
    (what) => {
      const loss = kept.sparse(given, what);
      const { objective } = solve(methods.proximalGradient(loss), w0);
      const cd = coordinateDescent({ loss, penalty: l1(), lambda: 0.05 });
      expect(objective).toBeCloseTo(solve(cd, w0).objective, 10);
    },
  );

  it.each(["iht", "adaptiveIht"])("lets no %s be below the best subset of its size", (method) => {
    const loss = kept.columns(given, "squared");
    const [best] = bestSubset({ loss, sizes: [4] });
    const { solution } = solve(methods[method](loss), w0, {
      maxIterations: 200_000,
      tolerance: 1e-9,
    });
    expect(loss.value(solution)).toBeGreaterThan(best.loss - 1e-12);
  });
});
