import {
  type Loss,
  leastSquares,
  norm,
  populationLoss,
  randomUnitVector,
  seededRandom,
} from "@proxkit/core";
import { hardThreshold } from "@proxkit/penalties-l0";
import { adaptiveIht, iht, solve, support } from "@proxkit/solvers";
import { describe, expect, it } from "vitest";

const distance = (a: Float64Array, b: Float64Array) => norm(a.map((x, i) => x - b[i]));

/** y = Xw* for a Gaussian X of 40 rows and an s-sparse w*. */
function sensing(d: number, s: number, seed: number): { loss: Loss; wStar: Float64Array } {
  const random = seededRandom(seed);
  const wStar = hardThreshold(randomUnitVector(d, random), s);
  const X = Array.from({ length: 40 }, () => Array.from({ length: d }, () => random.normal()));
  const y = X.map((row) => row.reduce((sum, x, i) => sum + x * wStar[i], 0));
  return { loss: leastSquares({ X, y }), wStar };
}

describe("iht", () => {
  it("takes the steps of its rule, as its slow twin writes them", () => {
    const { loss } = sensing(30, 3, 1);
    const eta = 0.3;
    const solver = iht({ loss, sparsity: 3, stepSize: eta });
    const state = solver.init(new Float64Array(30));
    let w: Float64Array = new Float64Array(30);
    for (let t = 1; t <= 30; t++) {
      const g = loss.gradient(w);
      w = hardThreshold(
        w.map((x, i) => x - eta * g[i]),
        3,
      );
      solver.step(state);
      expect(distance(state.w, w)).toBeLessThan(1e-14);
      expect(solver.solution(state)).toEqual(state.w);
      expect(state.thresholded).toBe(t);
    }
  });

  it.each(["safe", "backtracking"] as const)(
    "never lets f rise, and recovers a sparse signal, step size %s",
    (stepSize) => {
      for (let seed = 1; seed <= 5; seed++) {
        const { loss, wStar } = sensing(30, 3, seed);
        let before = Number.POSITIVE_INFINITY;
        const { w, outcome } = solve(iht({ loss, sparsity: 3, stepSize }), new Float64Array(30), {
          onIterate({ objective }) {
            expect(objective).toBeLessThanOrEqual(before + 1e-15);
            before = objective;
          },
        });
        expect(outcome).toBe("converged");
        expect(distance(w, wStar)).toBeLessThan(1e-8);
      }
    },
  );

  it("stays on a wrong support that adaptiveIht leaves", () => {
    // k = 2, w* = e₁, start at e₂: H₁ cuts what grows on e₁, while adaptive IHT lets it grow till it wins
    const loss = populationLoss({ wStar: [1, 0], patches: 2 });
    const start = Float64Array.of(0, 1);
    const options = { loss, sparsity: 1, stepSize: 0.5 };
    expect(support(solve(iht(options), start).solution)).toEqual([1]);
    expect(support(solve(adaptiveIht(options), start).solution)).toEqual([0]);
  });

  it("refuses a sparsity out of range, in its own name", () => {
    const loss = populationLoss({ wStar: [1, 0], patches: 1 });
    expect(() => iht({ loss, sparsity: 3 })).toThrow(
      "iht: sparsity must be a whole number from 1 to 2, received 3",
    );
  });
});
