import { l0 } from "@proxkit/penalties-l0";
import { l1 } from "@proxkit/penalties-l1";
import { tl1 } from "@proxkit/penalties-tl1";
import type { SeparablePenalty } from "@proxkit/penalty";
import {
  loadState,
  type RvsmState,
  rvsm,
  type Solver,
  saveState,
  solve,
  watchRvsm,
} from "@proxkit/solvers";
import { describe, expect, it } from "vitest";
import { penalties, population } from "./problems.ts";

const PAPER = { lambda: 1e-4, beta: 4e-3 };

const solverFor = (penalty: SeparablePenalty, d: number, seed = 1): Solver<RvsmState> =>
  rvsm({ loss: population(d, seed).loss, penalty, ...PAPER });
const startFor = (d: number, seed = 1) => population(d, seed).w0;

/** The state after so many steps, in arrays of its own. */
function stateAfter(solver: Solver<RvsmState>, w0: Float64Array, steps: number): RvsmState {
  return solve(solver, w0, { maxIterations: steps, tolerance: 0 }).state;
}

describe.each(penalties)("rvsm in the kernels, $name", (penalty) => {
  it("asks the penalty for no prox and no value after the start", () => {
    let asked = 0;
    const counted: SeparablePenalty = {
      ...penalty,
      kernel: penalty.kernel,
      prox(...given) {
        asked++;
        return penalty.prox(...given);
      },
      value(w) {
        asked++;
        return penalty.value(w);
      },
    };
    const { loss, w0 } = population(30, 4);
    solve(rvsm({ loss, penalty: counted, ...PAPER }), w0, { maxIterations: 20 });
    expect(asked).toBe(2);
  });

  it("asks a copy of the penalty that has another prox", () => {
    const copy = {
      ...penalty,
      prox: (v: Float64Array, _t: unknown, out = v.slice()) => out.fill(0),
    };
    const { loss, w0 } = population(30, 4);
    const { solution } = solve(rvsm({ loss, penalty: copy, ...PAPER }), w0, { maxIterations: 3 });
    expect(solution.every((x) => x === 0)).toBe(true);
  });

  it.each([1, 2, 3, 7, 50, 129, 3000])("goes on from any state with the same bits, d = %i", (d) => {
    const solver = solverFor(penalty, d);
    const w0 = startFor(d);
    const whole = stateAfter(solver, w0, 12);
    const half = stateAfter(solver, w0, 5);
    const ways: Record<string, RvsmState> = {
      "a result's": half,
      saved: loadState(solver, saveState(solver, half)),
      cloned: structuredClone(half),
    };
    for (const [way, state] of Object.entries(ways)) {
      expect(solve(solver, state, { maxIterations: 12, tolerance: 0 }).state, way).toEqual(whole);
      const other = solverFor(penalty, d);
      expect(solve(other, state, { maxIterations: 12, tolerance: 0 }).state, way).toEqual(whole);
    }
  });

  it("steps states in turn as it steps each alone", () => {
    const solver = solverFor(penalty, 11);
    const starts = [1, 2, 3].map((seed) => startFor(11, seed));
    const states = starts.map((w0) => solver.init(w0));
    for (let t = 0; t < 8; t++) for (const state of states) solver.step(state);
    expect(states).toEqual(starts.map((w0) => stateAfter(solver, w0, 8)));
  });

  it("steps a state of its own making, and one whose arrays were changed for others", () => {
    const solver = solverFor(penalty, 11);
    const state = solver.init(startFor(11));
    solver.step(state);
    state.gradient = state.gradient.slice();
    solver.step(state);
    state.u = state.u.slice();
    state.w = state.w.slice();
    expect(solver.step(state)).toEqual(stateAfter(solver, startFor(11), 3));
  });

  it("leaves results alone in later runs, which use the same memory", () => {
    const solver = solverFor(penalty, 20);
    const first = solve(solver, startFor(20));
    const copy = structuredClone(first);
    for (let seed = 2; seed < 6; seed++) solve(solver, startFor(20, seed));
    solve(solver, first.state, { maxIterations: first.iteration + 5, tolerance: 0 });
    expect(first).toEqual(copy);
  });

  it("gives the next run, and only one, what a state held that was given back", () => {
    const solver = solverFor(penalty, 20);
    const early = solver.init(startFor(20));
    solver.step(early);
    solver.release?.(early);
    solver.release?.(early);
    const states = [1, 2].map((seed) => solver.init(startFor(20, seed)));
    expect(states[0].w).toBe(early.w);
    for (const state of states) solver.step(state);
    expect(states).toEqual([1, 2].map((seed) => stateAfter(solver, startFor(20, seed), 1)));
  });

  it("has the same bits in the hundredth solver, on another memory", () => {
    const results = Array.from({ length: 100 }, () =>
      stateAfter(solverFor(penalty, 50), startFor(50), 4),
    );
    for (const result of results) expect(result).toEqual(results[0]);
  });

  it("is watched with the same bits", () => {
    const { loss, wStar, w0 } = population(30, 2);
    const watch = watchRvsm({ loss, penalty, ...PAPER, wStar });
    expect(solve(watch.solver, w0)).toEqual(solve(rvsm({ loss, penalty, ...PAPER }), w0));
  });

  it.each([
    [0, 1],
    [5e-324, 1e10],
    [1e300, 1e-300],
  ])("takes λ = %d and β = %d, for which the kernels have no prox", (lambda, beta) => {
    const { loss, w0 } = population(5, 1);
    const options = { loss, lambda, beta, stepSize: 1e-20 };
    const run = { maxIterations: 3, tolerance: 0 };
    const result = solve(rvsm({ ...options, penalty }), w0, run);
    expect(result).toEqual(solve(rvsm({ ...options, penalty: { ...penalty } }), w0, run));
  });
});

describe("the limit in the kernels", () => {
  it.each([l1(), l0(), tl1()])("is a fixed point of eq. (17) to 1e-10: $name", (penalty) => {
    for (const d of [1, 10, 50, 51, 52, 53]) {
      const { loss, w0 } = population(d, d);
      const { state } = solve(rvsm({ loss, penalty, ...PAPER }), w0, { tolerance: 1e-13 });
      const { w, u } = state;
      const prox = penalty.prox(w, PAPER.lambda / PAPER.beta); // u is that of the w before
      expect(Math.hypot(...prox.map((x, i) => x - u[i]))).toBeLessThan(1e-10);
      // ∇f(w) + β(w − u) is along w
      const g = loss.gradient(w).map((gi, i) => gi + PAPER.beta * (w[i] - u[i]));
      const along = g.reduce((sum, gi, i) => sum + gi * w[i], 0);
      expect(Math.hypot(...g.map((gi, i) => gi - along * w[i]))).toBeLessThan(1e-10);
    }
  });
});
