import { angle, norm, populationLoss } from "@proxkit/core";
import { l1 } from "@proxkit/penalties-l1";
import { type RvsmState, rvsm, type Solver, solve } from "@proxkit/solvers";
import { describe, expect, it } from "vitest";
import { penalties, population } from "./problems.ts";

const LAMBDA = 1e-4;
const BETA = 4e-3;
const DIMENSIONS = [10, 20, 30, 40, 50];

function distance(a: Float64Array, b: Float64Array): number {
  return norm(a.map((x, i) => x - b[i]));
}

/** Steps until w moves by less than 1e-13, and fails if it does not. */
function limit(solver: Solver<RvsmState>, w0: Float64Array): RvsmState {
  const state = solver.init(w0);
  for (let moved = 1; moved >= 1e-13; ) {
    const before = state.w.slice();
    solver.step(state);
    moved = distance(state.w, before);
    expect(state.iteration).toBeLessThan(1000);
  }
  return state;
}

describe.each(penalties)("rvsm on the population loss, penalty $name", (penalty) => {
  it.each(DIMENSIONS)("reaches ‖w⁺ − w‖ < 1e-13 from random starts, d = %d", (d) => {
    for (let seed = 1; seed <= 10; seed++)
      for (const stepSize of [1, "safe"] as const) {
        const { loss, w0 } = population(d, seed);
        limit(rvsm({ loss, penalty, lambda: LAMBDA, beta: BETA, stepSize }), w0);
      }
  });

  it.each(DIMENSIONS)("ends where eq. (17) holds to 1e-10, and eq. (13), d = %d", (d) => {
    for (let seed = 1; seed <= 10; seed++) {
      const { loss, wStar, w0 } = population(d, seed);
      const solver = rvsm({ loss, penalty, lambda: LAMBDA, beta: BETA, stepSize: 1 });
      const { w } = limit(solver, w0);
      const u = penalty.prox(w, LAMBDA / BETA);
      const k = 2;
      const theta = angle(w, wStar);
      const gamma = angle(u, w);
      const left = ((Math.PI - theta) / (k * Math.PI)) * Math.sin(theta);
      expect(Math.abs(left - BETA * norm(u) * Math.sin(gamma))).toBeLessThan(1e-10);
      expect(distance(wStar, w)).toBeLessThanOrEqual(4 * k * BETA * Math.sin(gamma));
    }
  });

  it("lets L_β fall at every step of at most 1/(β + L)   (Lemmas 5.1.4, 5.1.5)", () => {
    for (let seed = 1; seed <= 5; seed++) {
      const { loss, w0 } = population(30, seed);
      for (const normalize of [true, false]) {
        let before = Number.POSITIVE_INFINITY;
        const solver = rvsm({ loss, penalty, lambda: LAMBDA, beta: BETA, normalize });
        solve(solver, w0, {
          onIterate({ objective }) {
            expect(objective).toBeLessThanOrEqual(before * (1 + 1e-12));
            before = objective;
          },
        });
      }
    }
  });

  it("takes the steps of Algorithm 1, as its slow twin writes them", () => {
    const { loss, w0 } = population(12, 3);
    const eta = 0.7;
    const solver = rvsm({ loss, penalty, lambda: LAMBDA, beta: BETA, stepSize: eta });
    const state = solver.init(w0);
    let w = w0.map((x) => x / norm(w0));
    for (let t = 0; t < 40; t++) {
      const u = penalty.prox(w, LAMBDA / BETA);
      const g = loss.gradient(w);
      const hat = w.map((x, i) => x - eta * g[i] - eta * BETA * (x - u[i]));
      w = hat.map((x) => x / norm(hat));
      solver.step(state);
      expect(distance(state.w, w)).toBeLessThan(1e-14);
      expect(distance(state.u, u)).toBeLessThan(1e-14);
      const apart = distance(w, u);
      expect(state.objective).toBeCloseTo(
        loss.value(w) + LAMBDA * penalty.value(u) + (BETA / 2) * apart * apart,
        14,
      );
    }
  });

  it("without normalisation ends where the gradient of L_β in w is 0", () => {
    const { loss, w0 } = population(20, 5);
    const solver = rvsm({ loss, penalty, lambda: LAMBDA, beta: BETA, normalize: false });
    const { outcome, w, solution } = solve(solver, w0, { tolerance: 1e-12 });
    expect(outcome).toBe("converged");
    const gradient = loss.gradient(w).map((g, i) => g + BETA * (w[i] - solution[i]));
    expect(norm(gradient)).toBeLessThan(1e-11);
    expect(distance(solution, penalty.prox(w, LAMBDA / BETA))).toBeLessThan(1e-10);
  });

  it("finds the same limit by backtracking, whatever the scale of the loss", () => {
    const { loss, w0 } = population(20, 6);
    const options = { penalty, lambda: LAMBDA, beta: BETA };
    const safe = solve(rvsm({ loss, ...options }), w0, { tolerance: 1e-12 });
    const searched = solve(rvsm({ loss, ...options, stepSize: "backtracking" }), w0, {
      tolerance: 1e-12,
    });
    expect(distance(searched.w, safe.w)).toBeLessThan(1e-9);
    expect(searched.iteration).toBeLessThan(safe.iteration);
  });
});

describe("rvsm", () => {
  const loss = populationLoss({ wStar: [1, 0], patches: 1 });
  const good = { loss, penalty: l1(), lambda: 1e-4, beta: 4e-3 };

  it.each([
    [{ lambda: -1 }, "rvsm: lambda must be a finite number at least 0, received -1"],
    [{ beta: 0 }, "rvsm: beta must be a finite number greater than 0, received 0"],
    [
      { stepSize: Number.NaN },
      "rvsm: stepSize must be a finite number greater than 0, received NaN",
    ],
  ])("refuses %j", (bad, message) => {
    expect(() => rvsm({ ...good, ...bad })).toThrow(message);
  });

  it.each([
    [[0, 0], "rvsm: w0 must not be zero, as it is scaled to unit norm, received zero"],
    [[1], "solve: the start must have length 2, received 1"],
    [[1, Number.NaN], "rvsm: w0[1] must be finite, received NaN"],
  ])("refuses the start %j", (w0, message) => {
    expect(() => solve(rvsm(good), Float64Array.from(w0))).toThrow(message);
  });

  it('refuses a "safe" step for a loss that does not state its smoothness, and searches by default', () => {
    const { dimension, value, gradient } = loss;
    const bare = { dimension, value: value.bind(loss), gradient: gradient.bind(loss) };
    expect(() => rvsm({ ...good, loss: bare, stepSize: "safe" })).toThrow(
      'rvsm: stepSize must be a number or "backtracking", as this loss does not state its smoothness, received "safe"',
    );
    expect(rvsm({ ...good, loss: bare }).settings.stepSize).toBe("backtracking");
    expect(solve(rvsm({ ...good, loss: bare }), Float64Array.of(1, 1)).outcome).toBe("converged");
  });
});
