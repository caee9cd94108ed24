import { huber, leastSquares, logistic, multinomial } from "@proxkit/core";
import { box, positive } from "@proxkit/penalties-box";
import { group } from "@proxkit/penalties-group";
import { l0 } from "@proxkit/penalties-l0";
import { l1 } from "@proxkit/penalties-l1";
import { tl1 } from "@proxkit/penalties-tl1";
import { type SeparablePenalty, separablePenalty } from "@proxkit/penalty";
import { coordinateDescent, solve, solvePath } from "@proxkit/solvers";
import { describe, expect, it } from "vitest";
import { sample } from "./regression-problems.ts";

const tall = sample(60, 24, 1);
const wide = sample(40, 120, 2);
const zero = (d: number) => new Float64Array(d);

/** l1 by its scalar functions alone, whose prox may do more. */
function watched(prox: (v: number, t: number) => number): SeparablePenalty {
  const { value, threshold, conjugate } = l1().scalar;
  return separablePenalty({ name: "watched", convex: true, value, prox, threshold, conjugate });
}

describe("runs of coordinate descent on one loss", () => {
  const losses = {
    logistic: () => logistic({ X: wide.rows, y: wide.labels }),
    huber: () => huber({ X: wide.rows, y: wide.y, delta: 0.5 }),
    multinomial: () =>
      multinomial({ X: wide.rows, y: wide.labels.map((label, i) => (i % 5 === 0 ? 2 : label)) }),
  };

  it.each(Object.entries(losses))(
    "go on from each of their states with the same bits, whatever the loss did before: %s",
    (_, lossOf) => {
      const shared = lossOf();
      const d = shared.dimension;
      for (const penalty of [l0(), tl1()]) {
        const [start] = solvePath({ loss: shared, penalty, count: 1 });
        const lambda = 0.2 * start.lambda;
        const solver = coordinateDescent({ loss: lossOf(), penalty, lambda });
        const whole = solve(solver, zero(d), { maxIterations: 6 });
        for (let maxIterations = 1; maxIterations < whole.iteration; maxIterations++) {
          const { state } = solve(solver, zero(d), { maxIterations });
          solve(coordinateDescent({ loss: shared, penalty: l1(), lambda }), zero(d));
          const elsewhere = coordinateDescent({ loss: shared, penalty, lambda });
          const { w } = solve(elsewhere, state, { maxIterations: 6 });
          expect(Array.from(w)).toEqual(Array.from(whole.w));
        }
      }
    },
  );

  it("begin afresh after a prox that threw in the middle of a sweep", () => {
    const lossOf = () => leastSquares({ X: tall.rows, y: tall.y });
    const shared = lossOf();
    let calls = 0;
    const breaks = watched((v, t) => {
      if (++calls === 2 * tall.d + 9) throw new Error("broken");
      return l1().scalar.prox(v, t);
    });
    const solverOf = (loss = lossOf(), penalty: SeparablePenalty = l1()) =>
      coordinateDescent({ loss, penalty, lambda: 0.1 });
    expect(() => solve(solverOf(shared, breaks), zero(tall.d))).toThrow("broken");
    expect(solverOf(shared).init(zero(tall.d))).toEqual(solverOf().init(zero(tall.d)));
    const after = solve(solverOf(shared), zero(tall.d));
    expect(after.state).toEqual(solve(solverOf(), zero(tall.d)).state);
  });
});

describe("a column that no sample sees", () => {
  const losses = {
    "least squares": leastSquares({
      X: [
        [1, 0],
        [2, 0],
        [3, 9],
      ],
      y: [1, 2, 3],
      weights: [1, 1, 0],
    }),
    logistic: logistic({
      X: [
        [1, 0],
        [2, 0],
        [3, 0],
      ],
      y: [0, 1, 0],
    }),
  };
  it.each([
    ["l1", l1(), 5, 0],
    ["l1 by its scalar functions", watched(l1().scalar.prox), 5, 0],
    ["group", group({ size: 1 }), 5, 0],
    ["bounds below", box({ lower: 1, upper: 2 }), 5, 2],
    ["bounds above", box({ lower: 1, upper: 2 }), 0, 1],
  ] as const)("has the weight that its penalty likes best: %s", (_, penalty, start, end) => {
    for (const loss of Object.values(losses)) {
      const solver = coordinateDescent({ loss, penalty, lambda: 0.1 });
      const { outcome, residual, w } = solve(solver, Float64Array.of(1, start));
      expect([outcome, w[1]]).toEqual(["converged", end]);
      expect(residual).toBeLessThanOrEqual(1e-10);
    }
  });

  it("keeps its weight where it has no penalty", () => {
    const solver = coordinateDescent({ loss: losses["least squares"], penalty: l1(), lambda: 0 });
    expect(solve(solver, Float64Array.of(0, 5)).w[1]).toBe(5);
  });
});

it("tells a gap at λ = 0 that bounds, on columns that are nearly alike", () => {
  const X = tall.rows.map((row) => row.slice(0, 6).map((x) => 10 * row[6] + 0.3 * x));
  const loss = leastSquares({ X, y: tall.y });
  const solver = coordinateDescent({ loss, penalty: l1(), lambda: 0 });
  const least = solve(solver, zero(6), { tolerance: 0, maxIterations: 200 }).objective;
  const state = solver.init(zero(6));
  for (let n = 0; n < 6; n++, solver.step(state))
    expect(state.gap).toBeGreaterThanOrEqual(state.objective - least - 1e-14);
});

describe("a path with bounds", () => {
  const X = tall.rows.map((row, i) => [-tall.y[i], ...row.slice(1, 4)]);
  const loss = leastSquares({ X, y: tall.y });

  it("begins at a λ, where the first column wants to leave on the side that is shut", () => {
    let calls = 0;
    const { prox } = positive(l1()).scalar;
    const patient = watched((v, t) => {
      if (++calls > 100_000) throw new Error("bisection without an end");
      return prox(v, t);
    });
    const [{ lambda }] = solvePath({ loss, penalty: patient, count: 1 });
    const pulls = loss.gradient(zero(4)).map((g) => -g);
    expect(pulls[0]).toBeLessThan(0);
    expect(lambda).toBeCloseTo(Math.max(...pulls), 10);
  });

  it.each([positive(), box({ lower: 1, upper: 2 })])(
    "takes the λ that are given where none makes all weights 0: $parameters",
    (penalty) => {
      const [point] = solvePath({ loss, penalty, lambdas: [0.1] });
      const alone = solve(coordinateDescent({ loss, penalty, lambda: 0.1 }), zero(4));
      expect(point.outcome).toBe("converged");
      expect(point.objective).toBeCloseTo(alone.objective, 10);
      expect(() => [...solvePath({ loss, penalty, count: 2 })]).toThrow("for some λ");
    },
  );
});
