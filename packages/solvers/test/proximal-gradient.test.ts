import { leastSquares, logistic, seededRandom } from "@proxkit/core";
import { l1 } from "@proxkit/penalties-l1";
import { fixedPointResidual } from "@proxkit/penalty";
import { gradientDescent, proximalGradient, solve } from "@proxkit/solvers";
import { describe, expect, it } from "vitest";
import { diabetes, penalties } from "./problems.ts";

/** 30 rows, 12 columns, of which three matter. */
function regression(seed: number) {
  const random = seededRandom(seed);
  const X = Array.from({ length: 30 }, () => Array.from({ length: 12 }, () => random.normal()));
  return { X, y: X.map((x) => 3 * x[0] - 2 * x[4] + x[7] + 0.1 * random.normal()) };
}

describe("proximalGradient", () => {
  it("agrees with the known lasso solutions of the diabetes data to 1e-6 in every weight", () => {
    const { loss, solutions } = diabetes();
    for (const { lam, w, objective } of solutions)
      for (const stepSize of ["safe", "backtracking"] as const) {
        const solver = proximalGradient({ loss, penalty: l1(), lambda: lam, stepSize });
        const result = solve(solver, new Float64Array(10));
        expect(result.outcome).toBe("converged");
        result.solution.forEach((weight, j) => {
          expect(Math.abs(weight - w[j])).toBeLessThan(1e-6);
        });
        expect(result.objective).toBeCloseTo(objective, 8);
        expect(result.support).toEqual(w.flatMap((weight, j) => (weight === 0 ? [] : [j])));
      }
  });

  it.each(penalties)(
    "ends at a fixed point, and never raises the objective, penalty $name",
    (penalty) => {
      for (const accelerate of [true, false])
        for (const stepSize of ["safe", "backtracking"] as const)
          for (let seed = 1; seed <= 5; seed++) {
            const loss = leastSquares(regression(seed));
            const lambda = 0.3;
            let before = Number.POSITIVE_INFINITY;
            const result = solve(
              proximalGradient({ loss, penalty, lambda, stepSize, accelerate }),
              new Float64Array(12),
              {
                onIterate({ objective }) {
                  expect(objective).toBeLessThanOrEqual(before * (1 + 1e-10));
                  before = objective;
                },
              },
            );
            expect(result.outcome).toBe("converged");
            const { solution: w, state } = result;
            const gradient = loss.gradient(w);
            const at = { penalty, w, gradient, stepSize: state.stepSize, lambda };
            expect(fixedPointResidual(at)).toBeLessThan(1e-8);
            expect(result.objective).toBeCloseTo(loss.value(w) + lambda * penalty.value(w), 12);
          }
    },
  );

  it.each(penalties)(
    "takes the steps of FISTA with restarts, as its slow twin writes them: $name",
    (penalty) => {
      const loss = leastSquares(regression(6));
      const [eta, lambda] = [0.3, 0.05];
      const objective = (w: Float64Array) => loss.value(w) + lambda * penalty.value(w);
      const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, i) => sum + x * b[i], 0);
      const minus = (a: Float64Array, b: Float64Array) => a.map((x, i) => x - b[i]);
      const solver = proximalGradient({ loss, penalty, lambda, stepSize: eta });
      const state = solver.init(new Float64Array(12));
      let w: Float64Array = new Float64Array(12);
      let [y, theta, restarts] = [w, 1, 0];
      for (let t = 0; t < 120; t++) {
        const g = loss.gradient(y);
        const next = penalty.prox(
          y.map((x, i) => x - eta * g[i]),
          eta * lambda,
        );
        if (theta > 1 && objective(next) > objective(w) * (1 + 1e-14)) {
          [y, theta] = [w, 1];
          restarts++;
        } else if (dot(minus(y, next), minus(next, w)) > 0) {
          [w, y, theta] = [next, next, 1];
          restarts++;
        } else {
          const later = (1 + Math.sqrt(1 + 4 * theta * theta)) / 2;
          const inertia = (theta - 1) / later;
          y = next.map((x, i) => x + inertia * (x - w[i]));
          [w, theta] = [next, later];
        }
        solver.step(state);
        state.w.forEach((x, i) => {
          expect(x).toBeCloseTo(w[i], 10);
        });
      }
      expect(restarts).toBeGreaterThan(0);
    },
  );

  it("meets the optimality conditions of the l1 logistic regression", () => {
    const { X, y } = regression(8);
    const loss = logistic({ X, y: y.map((value) => (value > 0 ? 1 : 0)) });
    const { solution: w } = solve(
      proximalGradient({ loss, penalty: l1(), lambda: 0.05 }),
      new Float64Array(12),
    );
    loss.gradient(w).forEach((g, j) => {
      if (w[j] === 0) expect(Math.abs(g)).toBeLessThanOrEqual(0.05 + 1e-9);
      else expect(g).toBeCloseTo(-0.05 * Math.sign(w[j]), 8);
    });
  });

  it("needs fewer steps with momentum than without on an ill-conditioned problem", () => {
    const { loss, solutions } = diabetes();
    const run = (accelerate: boolean) =>
      solve(
        proximalGradient({ loss, penalty: l1(), lambda: solutions[2].lam, accelerate }),
        new Float64Array(10),
      );
    expect(run(true).iteration).toBeLessThan(run(false).iteration / 3);
  });

  it("needs no fewer digits for a problem in other units", () => {
    const { X, y } = regression(2);
    for (const [byX, byY] of [
      [1e6, 1],
      [1, 1e-9],
      [1e-5, 1e7],
    ]) {
      const loss = leastSquares({
        X: X.map((x) => x.map((v) => v * byX)),
        y: y.map((v) => v * byY),
      });
      const result = solve(
        proximalGradient({ loss, penalty: l1(), lambda: 0.3 * byX * byY }),
        new Float64Array(12),
      );
      const plain = solve(
        proximalGradient({ loss: leastSquares({ X, y }), penalty: l1(), lambda: 0.3 }),
        new Float64Array(12),
      );
      expect(result.outcome).toBe("converged");
      plain.solution.forEach((weight, j) => {
        expect((result.solution[j] * byX) / byY).toBeCloseTo(weight, 8);
      });
    }
  });
});

describe("gradientDescent", () => {
  it("takes the steps of eq. (9)", () => {
    const loss = leastSquares(regression(3));
    const solver = gradientDescent({ loss, stepSize: 0.2 });
    const state = solver.init(new Float64Array(12));
    let w = new Float64Array(12);
    for (let t = 0; t < 20; t++) {
      const g = loss.gradient(w);
      w = w.map((x, i) => x - 0.2 * g[i]);
      solver.step(state);
      expect(state.w).toEqual(w);
      expect(state.objective).toBe(loss.value(w));
    }
  });

  it("ends where the gradient is 0", () => {
    const loss = leastSquares(regression(4));
    const { w, outcome } = solve(gradientDescent({ loss }), new Float64Array(12));
    expect(outcome).toBe("converged");
    for (const g of loss.gradient(w)) expect(g).toBeCloseTo(0, 8);
  });
});
