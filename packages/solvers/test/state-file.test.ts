import { leastSquares } from "@proxkit/core";
import { l0 } from "@proxkit/penalties-l0";
import { tl1 } from "@proxkit/penalties-tl1";
import {
  adaptiveIht,
  admm,
  gradientDescent,
  iht,
  loadState,
  proximalGradient,
  rvsm,
  type Solver,
  StateError,
  saveState,
  solve,
} from "@proxkit/solvers";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { population } from "./problems.ts";

const { loss, w0 } = population(12, 2);
const penalty = tl1();
const rows = Array.from({ length: 15 }, (_, j) =>
  Array.from(w0, (w, i) => Math.sin(w * (i + 2) * (j + 1))),
);
const linear = leastSquares({ X: rows, y: rows.map((row) => row[0] - row[5]) });

const solvers: Solver[] = [
  rvsm({ loss, penalty, lambda: 1e-4, beta: 4e-3 }),
  rvsm({
    loss,
    penalty: l0(),
    lambda: 1e-4,
    beta: 4e-3,
    normalize: false,
    stepSize: "backtracking",
  }),
  adaptiveIht({ loss, sparsity: 4, stepSize: 0.7 }),
  iht({ loss, sparsity: 4, stepSize: "backtracking" }),
  admm({ loss: linear, penalty, lambda: 1e-3 }),
  admm({ loss: linear, penalty, lambda: 1e-3, rho: 0.1, stepSize: "backtracking" }),
  proximalGradient({ loss: linear, penalty, lambda: 1e-3 }),
  gradientDescent({ loss: linear, stepSize: "backtracking" }),
];

describe("a saved state", () => {
  it.each(solvers)("goes on with the same bits: $name", (solver) => {
    const whole = solve(solver, w0, { maxIterations: 60, tolerance: 0 });
    fc.assert(
      fc.property(fc.nat(60), (n) => {
        const part = solve(solver, w0, { maxIterations: n, tolerance: 0 });
        const resumed = loadState(solver, saveState(solver, part.state));
        expect(resumed).toEqual(part.state);
        expect(solve(solver, resumed, { maxIterations: 60, tolerance: 0 })).toEqual(whole);
      }),
      { numRuns: 20 },
    );
  });

  it("keeps the numbers that JSON lacks", () => {
    const solver = proximalGradient({ loss: linear, penalty, lambda: 1e-3 });
    const state = solver.init(w0);
    state.w.set([-0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 5e-324]);
    expect(loadState(solver, saveState(solver, state))).toEqual(state);
  });

  const [mine, , other] = solvers;
  const text = saveState(mine, mine.init(w0));
  it.each([
    ["not JSON", "{", "loadState: the text is not JSON"],
    ["other JSON", "[1]", "loadState: the JSON is not a saved state"],
    ["null", "null", "loadState: the JSON is not a saved state"],
    [
      "a later version",
      text.replace('"version":1', '"version":9'),
      "loadState: version must be 1, received 9",
    ],
    [
      "another solver's",
      saveState(other, other.init(w0)),
      "loadState: the state is of adaptive-iht, the solver is rvsm",
    ],
    [
      "other settings",
      text.replace('"beta":0.004', '"beta":0.1'),
      "loadState: the state was saved with beta = 0.1, the solver has 0.004",
    ],
    [
      "a short vector",
      text.replace(/"u":\[[^\]]*\]/, '"u":[1,2]'),
      "loadState: u must have length 12, received 2",
    ],
    [
      "words for a number",
      text.replace('"iteration":0', '"iteration":"abc"'),
      'loadState: iteration must be a number, received "abc"',
    ],
    [
      "nothing for a number",
      text.replace(/"stepSize":[\d.e-]+/, '"stepSize":null'),
      "loadState: stepSize must be a number, received null",
    ],
    [
      "a negative step",
      text.replace(/"nextStepSize":[\d.e-]+/, '"nextStepSize":-1'),
      "loadState: nextStepSize is out of range, received -1",
    ],
    [
      "half an iteration",
      text.replace('"iteration":0', '"iteration":0.5'),
      "loadState: iteration is out of range, received 0.5",
    ],
    ["a missing part", text.replace('"scale":', '"scales":'), "loadState: the state lacks scale"],
  ])("is refused if it is %s", (_, broken, message) => {
    expect(() => loadState(mine, broken)).toThrow(new StateError(message));
  });
});
