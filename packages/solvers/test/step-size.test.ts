import { leastSquares, norm, populationLoss } from "@proxkit/core";
import { l1 } from "@proxkit/penalties-l1";
import {
  adaptiveIht,
  gradientDescent,
  proximalGradient,
  rvsm,
  type Solver,
} from "@proxkit/solvers";
import { describe, expect, it } from "vitest";
import { population } from "./problems.ts";

const { loss, w0 } = population(10, 4);
const L = loss.smoothness as number;
const lambda = 1e-4;

/** 100 steps, and what each of them did. */
function* steps(solver: Solver) {
  const state = solver.init(w0);
  for (let t = 0; t < 100; t++) {
    const before = { ...state, w: state.w.slice() };
    solver.step(state);
    yield { before, after: state, moved: norm(state.w.map((x, i) => x - before.w[i])) };
  }
}

describe("a step size", () => {
  it("that is safe is 1/(β + L) for RVSM, and 1/L for the others", () => {
    const beta = 3;
    const options = { loss, penalty: l1(), lambda, stepSize: "safe" } as const;
    expect(rvsm({ ...options, beta }).init(w0).stepSize).toBe(1 / (beta + L));
    expect(proximalGradient(options).init(w0).stepSize).toBe(1 / L);
    expect(adaptiveIht({ loss, sparsity: 3 }).init(w0).stepSize).toBe(1 / L);
  });

  it("gives a residual in the units of the gradient, relative to the start's", () => {
    const start = norm(loss.gradient(w0));
    for (const eta of [0.01, 0.3]) {
      const solver = rvsm({ loss, penalty: l1(), lambda: 0, beta: 1e-9, stepSize: eta });
      for (const { after, moved } of steps(solver))
        expect(after.residual).toBeCloseTo(moved / (eta * Math.max(start, after.scale)), 12);
      expect(solver.init(w0).scale).toBeCloseTo(start, 12);
    }
  });

  it("found by backtracking lowers the objective by at least ‖w⁺ − w‖²/(4η), and grows again", () => {
    const penalty = l1();
    const stepSize = "backtracking";
    let grown = 0;
    const solver = rvsm({ loss, penalty, lambda, beta: 4e-3, stepSize });
    for (const { before, after, moved } of steps(solver)) {
      const enough = before.objective - (moved * moved) / (4 * after.stepSize);
      expect(after.objective).toBeLessThanOrEqual(enough + 1e-14);
      if (after.nextStepSize > after.stepSize) grown++;
    }
    expect(grown).toBeGreaterThan(0);
  });

  it("found by backtracking starts from 2/(L̂ + β), with the curvature L̂ along the gradient", () => {
    const quadratic = leastSquares({ X: [[2]], y: [2] }); // curvature 4
    const start = Float64Array.of(3);
    const searched = { loss: quadratic, stepSize: "backtracking" } as const;
    expect(gradientDescent(searched).init(start).stepSize).toBeCloseTo(2 / 4, 9);
    const split = rvsm({ ...searched, penalty: l1(), lambda: 1, beta: 6, normalize: false });
    expect(split.init(start).stepSize).toBeCloseTo(2 / 10, 9);
  });

  it("is not shortened when H_s raises the loss, which no step can mend", () => {
    const wStar = Float64Array.of(0.1, 1, 1, 1, 0.1, 0.1);
    const hard = populationLoss({ wStar, patches: 2 });
    let raised = 0;
    for (let n = 0; n < 40; n++) {
      const solver = adaptiveIht({ loss: hard, sparsity: 3, stepSize: "backtracking" });
      const state = solver.init(
        Float64Array.from({ length: 6 }, (_, i) => Math.sin(7 * n + i * i)),
      );
      for (let t = 0; t < 30; t++) {
        const { loss: before, nextStepSize, thresholded } = { ...state };
        solver.step(state);
        if (state.thresholded === thresholded || state.loss <= before) continue;
        raised++;
        expect(state.stepSize).toBe(nextStepSize);
      }
    }
    expect(raised).toBeGreaterThan(0);
  });
});
