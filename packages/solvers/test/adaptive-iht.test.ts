import {
  networkLoss,
  norm,
  plantedNetwork,
  populationLoss,
  randomUnitVector,
  seededRandom,
} from "@proxkit/core";
import { hardThreshold } from "@proxkit/penalties-l0";
import { adaptiveIht, solve, support } from "@proxkit/solvers";
import { describe, expect, it } from "vitest";

const distance = (a: Float64Array, b: Float64Array) => norm(a.map((x, i) => x - b[i]));

/** A random filter of unit norm with s nonzeros, and a start. */
function planted(d: number, s: number, patches: number, seed: number) {
  const random = seededRandom(seed);
  const wStar = hardThreshold(randomUnitVector(d, random), s);
  const size = norm(wStar);
  for (let i = 0; i < d; i++) wStar[i] /= size;
  return { wStar, loss: populationLoss({ wStar, patches }), w0: randomUnitVector(d, random) };
}

describe("adaptiveIht", () => {
  it.each([1, 2, 3, 5])(
    "reaches the planted filter from random starts, k = %d   (Theorem 2)",
    (k) => {
      for (let seed = 1; seed <= 10; seed++) {
        const { wStar, loss, w0 } = planted(50, 8, k, seed);
        const { outcome, solution, state } = solve(
          adaptiveIht({ loss, sparsity: 8, stepSize: 0.5 }),
          w0,
          {
            tolerance: 1e-12,
            maxIterations: 20_000,
          },
        );
        expect(outcome).toBe("converged");
        expect(distance(solution, wStar)).toBeLessThan(1e-10);
        expect(state.thresholded).toBeGreaterThan(0);
      }
    },
  );

  it("takes the steps of Algorithm 2, as its slow twin writes them", () => {
    const { loss, w0 } = planted(20, 4, 2, 9);
    const eta = 0.8;
    const sparse = (v: Float64Array) => hardThreshold(v, 4);
    const solver = adaptiveIht({ loss, sparsity: 4, stepSize: eta });
    const state = solver.init(w0);
    let w = sparse(w0);
    let thresholded = 0;
    for (let t = 0; t < 60; t++) {
      const g = loss.gradient(w);
      const hat = w.map((x, i) => x - eta * g[i]);
      const changed = support(sparse(w)).join() !== support(sparse(hat)).join();
      if (changed) thresholded++;
      w = changed ? sparse(hat) : hat;
      solver.step(state);
      expect(distance(state.w, w)).toBeLessThan(1e-14);
      expect(solver.solution(state)).toEqual(sparse(state.w));
      expect(state.thresholded).toBe(thresholded);
    }
    expect(thresholded).toBeGreaterThan(0);
  });

  it.each([1, "safe", "backtracking"] as const)(
    "finds the planted support in data, step size %s",
    (stepSize) => {
      const data = plantedNetwork({
        d: 20,
        patches: 2,
        samples: 1000,
        support: 5,
        noise: 0.02,
        seed: 4,
      });
      const loss = networkLoss({ X: data.X, y: data.y, patches: 2 });
      const solver = adaptiveIht({ loss, sparsity: 5, stepSize });
      const result = solve(solver, randomUnitVector(20, seededRandom(1)));
      expect(result.outcome).toBe("converged");
      expect(result.support).toEqual(data.support);
    },
  );

  it.each([0, 1.5, 3, Number.NaN])("refuses sparsity %d in two dimensions", (sparsity) => {
    const loss = populationLoss({ wStar: [1, 0], patches: 1 });
    expect(() => adaptiveIht({ loss, sparsity })).toThrow(
      `adaptiveIht: sparsity must be a whole number from 1 to 2, received ${sparsity}`,
    );
  });
});
