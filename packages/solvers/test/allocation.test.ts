import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { type Loss, leastSquares, networkLoss, seededRandom } from "@proxkit/core";
import { group } from "@proxkit/penalties-group";
import { l0 } from "@proxkit/penalties-l0";
import { l1 } from "@proxkit/penalties-l1";
import { tl1 } from "@proxkit/penalties-tl1";
import { type Penalty, weighted } from "@proxkit/penalty";
import {
  adaptiveIht,
  admm,
  gradientDescent,
  iht,
  proximalGradient,
  rvsm,
  type Solver,
} from "@proxkit/solvers";
import { describe, expect, it } from "vitest";
import { population } from "./problems.ts";

setFlagsFromString("--expose-gc");
const gc: () => void = runInNewContext("gc");

const PAPER = { lambda: 1e-4, beta: 4e-3 };
const search = { stepSize: "backtracking" } as const;

/** Every method, on every way that it steps, for vectors of length d. */
function solversFor(d: number): Record<string, Solver> {
  const random = seededRandom(1);
  const { loss, w0 } = population(d, 1);
  const { value, gradient, valueAndGradient, smoothness } = loss;
  const general: Loss = { dimension: d, value, gradient, valueAndGradient, smoothness };
  const X = Array.from({ length: 3 }, () => Float64Array.from(w0, () => random.normal()));
  const y = [1, -1, 2];
  const linear = leastSquares({ X, y });
  const network = networkLoss({ X, y, patches: 1 });
  const penalties: Record<string, Penalty> = {
    l1: l1(),
    l0: l0(),
    tl1: tl1(),
    weighted: weighted(l1(), w0.map(Math.abs)),
    group: group({ size: 2 }),
  };
  const ofPenalties = Object.entries(penalties).flatMap(([name, penalty]) => [
    [`rvsm, ${name}`, rvsm({ loss, penalty, ...PAPER })],
    [`rvsm in general, ${name}`, rvsm({ loss: general, penalty, ...PAPER })],
    [`proximal gradient, ${name}`, proximalGradient({ loss: linear, penalty, lambda: 1e-3 })],
  ]);
  return {
    ...Object.fromEntries(ofPenalties),
    "rvsm, not normalised": rvsm({ loss, penalty: l1(), ...PAPER, normalize: false }),
    "rvsm, backtracking, on data": rvsm({ loss: network, penalty: l1(), ...PAPER, ...search }),
    "adaptive IHT": adaptiveIht({ loss, sparsity: d / 4, stepSize: 0.5 }),
    "IHT, backtracking, on data": iht({ loss: network, sparsity: d / 4, ...search }),
    "gradient descent": gradientDescent({ loss: linear }),
    "gradient descent, backtracking": gradientDescent({ loss: linear, ...search }),
    ADMM: admm({ loss: linear, penalty: l1(), lambda: 1e-3, innerIterations: 2 }),
  };
}

const start = (d: number) => population(d, 1).w0;

/** The most memory of arrays at a time that steps take, in arrays of length d. */
function arraysTaken(solver: Solver, steps: number): number {
  const d = solver.dimension;
  const state = solver.init(start(d));
  for (let t = 0; t < 3; t++) solver.step(state);
  gc();
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  for (let t = 0; t < steps; t++) {
    solver.step(state);
    most = Math.max(most, process.memoryUsage().arrayBuffers - before);
  }
  return most / (8 * d);
}

/** How much more the heap holds after many steps, in bytes, arrays included. */
function growth(solver: Solver, steps: number): number {
  const state = solver.init(start(solver.dimension));
  const used = () => {
    gc();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  for (let t = 0; t < 1000; t++) solver.step(state);
  const before = used();
  for (let t = 0; t < steps; t++) solver.step(state);
  return used() - before;
}

const LONG = 1 << 14;
const STEPS = 50;

describe("a step", () => {
  it.each(Object.entries(solversFor(LONG)))("allocates no array of length d: %s", (_, solver) => {
    expect(arraysTaken(solver, STEPS)).toBeLessThan(1);
  });

  it.each(Object.entries(solversFor(8)))("leaves the heap flat over 1e5: %s", (_, solver) => {
    expect(growth(solver, 1e5)).toBeLessThan(1e6);
  });
});

describe("these tests", () => {
  const kept: Float64Array[] = [];
  /** Gradient descent that does something more in each step. */
  const careless = (d: number, more: (w: Float64Array) => void): Solver => {
    const solver = gradientDescent({ loss: population(d, 1).loss });
    return {
      ...solver,
      step(state) {
        more(state.w);
        return solver.step(state as never);
      },
    };
  };

  it("notice one array for each step, though it is garbage at once", () => {
    const solver = careless(LONG, (w) => w.slice());
    expect(arraysTaken(solver, STEPS)).toBeGreaterThan(STEPS / 2);
  });

  it("notice one number kept for each step", () => {
    const solver = careless(8, (w) => kept.push(w.slice(0, 1)));
    expect(growth(solver, 1e5)).toBeGreaterThan(2e6);
  });
});
