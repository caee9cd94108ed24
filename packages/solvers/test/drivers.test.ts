import { leastSquares } from "@proxkit/core";
import { l1 } from "@proxkit/penalties-l1";
import {
  adaptiveIht,
  admm,
  gradientDescent,
  iht,
  iterate,
  proximalGradient,
  rvsm,
  type Solver,
  solve,
  solveAsync,
} from "@proxkit/solvers";
import { describe, expect, it } from "vitest";
import { population } from "./problems.ts";

const { loss, w0 } = population(10, 1);
const solver = rvsm({ loss, penalty: l1(), lambda: 1e-4, beta: 4e-3, stepSize: 1 });
/** A saddle at 0, minima at ±1. */
const saddleValue = (w: Float64Array) => (w[0] ** 2 - 1) ** 2 / 4;
function saddleGradient(w: Float64Array, out = new Float64Array(1)): Float64Array {
  out[0] = w[0] ** 3 - w[0];
  return out;
}

const quadratic = leastSquares({
  X: [
    [1, 0],
    [0, 3],
  ],
  y: [1, 2],
});

describe("solve", () => {
  it("names the outcome: converged", () => {
    const residuals: number[] = [];
    const { outcome, iteration } = solve(solver, w0, {
      tolerance: 1e-6,
      onIterate: ({ residual }) => residuals.push(residual),
    });
    expect(outcome).toBe("converged");
    expect(residuals.pop()).toBeLessThanOrEqual(1e-6); // at the first chance
    for (const residual of residuals) expect(residual).toBeGreaterThan(1e-6);
    expect(solve(solver, w0, { maxIterations: iteration - 1, tolerance: 1e-6 }).outcome).toBe(
      "maxIterations",
    );
  });

  it("names the outcome: maxIterations, and takes no step when there are none to take", () => {
    expect(solve(solver, w0, { maxIterations: 7 })).toMatchObject({
      outcome: "maxIterations",
      iteration: 7,
    });
    expect(solve(solver, w0, { maxIterations: 0 })).toMatchObject({
      outcome: "maxIterations",
      iteration: 0,
    });
  });

  it("names the outcome: diverged, while the iterate is still finite", () => {
    const result = solve(gradientDescent({ loss: quadratic, stepSize: 1 }), Float64Array.of(5, 5));
    expect(result.outcome).toBe("diverged");
    expect(result.objective).toBeGreaterThan(result.state.startObjective);
    expect(result.objective).toBeLessThan(1e30);
  });

  it("names the outcome: aborted, after the current step", () => {
    const controller = new AbortController();
    const result = solve(solver, w0, {
      signal: controller.signal,
      onIterate: ({ iteration }) => {
        if (iteration === 5) controller.abort();
      },
    });
    expect(result).toMatchObject({ outcome: "aborted", iteration: 5 });
  });

  it("goes on to a numerical fixed point when the tolerance is 0", () => {
    expect(
      solve(gradientDescent({ loss: quadratic }), Float64Array.of(5, 5), { tolerance: 0 }).outcome,
    ).toBe("converged");
    expect(solve(solver, w0, { tolerance: 0 }).outcome).toBe("converged");
  });

  it("has converged where it starts, if it starts at the solution", () => {
    const { w } = solve(gradientDescent({ loss: quadratic }), Float64Array.of(5, 5), {
      tolerance: 0,
    });
    expect(solve(gradientDescent({ loss: quadratic }), w)).toMatchObject({
      outcome: "converged",
      iteration: 1,
    });
  });

  it("has not diverged when a good start for the loss is a bad one for the penalty", () => {
    const { w } = solve(gradientDescent({ loss: quadratic }), Float64Array.of(5, 5), {
      tolerance: 0,
    });
    const penalised = proximalGradient({ loss: quadratic, penalty: l1(), lambda: 0.1 });
    const result = solve(penalised, w);
    expect(result.outcome).toBe("converged");
    expect(result.w[0]).toBeCloseTo(1 - 0.1 / 0.5, 9); // x²/2 per two samples: curvature 1/2
    // … nor where the start is almost a saddle, from which the residual grows while the objective falls
    const almost = { dimension: 1, value: saddleValue, gradient: saddleGradient };
    const start = Float64Array.of(1e-12);
    expect(solve(gradientDescent({ loss: almost, stepSize: 0.1 }), start).outcome).toBe(
      "converged",
    );
  });

  it("has not converged where a step is so small that it moves w by rounding only", () => {
    const tiny = gradientDescent({ loss: quadratic, stepSize: 1e-15 });
    const result = solve(tiny, Float64Array.of(5, 5), { maxIterations: 10 });
    expect(result.outcome).toBe("maxIterations");
  });

  it("leaves the caller's start alone, and gives copies away", () => {
    const start = Float64Array.of(5, 5);
    const result = solve(gradientDescent({ loss: quadratic }), start, { maxIterations: 3 });
    expect([...start]).toEqual([5, 5]);
    const again = result.w.slice();
    solve(gradientDescent({ loss: quadratic }), result.state);
    expect(result.state.w).toEqual(again);
    result.w.fill(0);
    expect(result.state.w).toEqual(again);
  });

  it("reports the support and the share of zeros of the solution", () => {
    const X = [
      [1, 0, 0],
      [0, 3, 0],
      [0, 0, 1],
    ];
    const loss = leastSquares({ X, y: [1, 2, 1] });
    const solver = proximalGradient({ loss, penalty: l1(), lambda: 1 });
    const result = solve(solver, new Float64Array(3));
    expect(result.support).toEqual([1]); // |Xᵀy|/3 = 1/3, 2, 1/3
    expect(result.supportSize).toBe(1);
    expect(result.sparsity).toBeCloseTo(2 / 3, 15);
  });

  it.each([
    [{ maxIterations: -1 }, "solve: maxIterations must be at least 0, received -1"],
    [{ tolerance: Number.NaN }, "solve: tolerance must be at least 0, received NaN"],
  ])("refuses %j", (options, message) => {
    expect(() => solve(solver, w0, options)).toThrow(message);
  });
});

describe("the three drivers", () => {
  const solvers: Solver[] = [
    solver,
    adaptiveIht({ loss, sparsity: 3 }),
    iht({ loss, sparsity: 3 }),
    admm({ loss: quadratic, penalty: l1(), lambda: 0.1 }),
    proximalGradient({ loss: quadratic, penalty: l1(), lambda: 0.1 }),
    gradientDescent({ loss: quadratic, stepSize: "backtracking" }),
  ];

  it.each(solvers)("go the same way to the last bit: $name", async (method) => {
    const start = new Float64Array(method.dimension).fill(0.5);
    const expected = solve(method, start);
    expect(await solveAsync(method, start)).toEqual(expected);
    const run = iterate(method, start);
    let records = 0;
    for (;;) {
      const { done, value } = run.next();
      if (done) {
        expect(value).toEqual(expected);
        break;
      }
      expect(value.iteration).toBe(++records);
    }
    expect(records).toBe(expected.iteration);
  });

  it.each(solvers)("reuse the arrays of their state: $name", (method) => {
    const state = method.init(new Float64Array(method.dimension).fill(0.5));
    const arrays = Object.values(state).filter((value) => value instanceof Float64Array);
    for (let i = 0; i < 5; i++) expect(method.step(state)).toBe(state);
    const after = Object.values(state).filter((value) => value instanceof Float64Array);
    expect(after.every((array, i) => array === arrays[i])).toBe(true);
  });

  it("give way to other tasks when asynchronous, so that a signal can stop them", async () => {
    const endless = gradientDescent({ loss: quadratic, stepSize: 1e-12 });
    const started = Date.now();
    const result = await solveAsync(endless, Float64Array.of(5, 5), {
      maxIterations: Number.POSITIVE_INFINITY,
      signal: AbortSignal.timeout(50),
    });
    expect(result.outcome).toBe("aborted");
    expect(Date.now() - started).toBeLessThan(5000);
  });
});
