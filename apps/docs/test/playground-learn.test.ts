import {
  angle,
  plantedNetwork,
  populationLoss,
  randomUnitVector,
  seededRandom,
} from "@proxkit/core";
import { tl1 } from "@proxkit/penalties-tl1";
import { adaptiveIht, rvsm, solve } from "@proxkit/solvers";
import { describe, expect, it } from "vitest";
import { startLearning } from "../playground/learn/learn-run.ts";
import { thinned } from "../playground/learn/thinned.ts";
import { defaults } from "../playground/state/link.ts";
import { learnFields } from "../playground/state/panes.ts";

const settings = { ...defaults(learnFields), d: 12, k: 3, support: 2, seed: 5 };
const { wStar } = plantedNetwork({ d: 12, patches: 3, samples: 1, support: 2, seed: 5 });
const loss = populationLoss({ wStar, patches: 3 });
const start = randomUnitVector(12, seededRandom(10_005));

describe("learning in the playground", () => {
  it("is RVSM, to the bit, step by step or at once", () => {
    const solver = rvsm({ loss, penalty: tl1(), lambda: settings.lambda, beta: settings.beta });
    const result = solve(solver, start, { maxIterations: 100_000 });
    const atOnce = startLearning(settings).advanceTo(1e6);
    const run = startLearning(settings);
    while (run.frame().outcome === "running") run.advanceTo(run.frame().iteration + 1);
    for (const frame of [atOnce, run.frame()]) {
      expect(frame.outcome).toBe(result.outcome);
      expect(frame.iteration).toBe(result.iteration);
      expect(frame.w).toEqual(result.w);
      expect(frame.u).toEqual(result.solution);
      expect(frame.trace.objective.at(-1)).toBe(result.objective);
      expect(frame.trace.angle.at(-1)).toBe(angle(result.w, wStar));
    }
  });

  it("is adaptive IHT, to the bit", () => {
    const solver = adaptiveIht({ loss, sparsity: 2, stepSize: 0.5 });
    const result = solve(solver, start, { maxIterations: 100_000 });
    const chosen = { ...settings, method: "adaptive-iht", sparsity: 2, eta: 0.5 } as const;
    const frame = startLearning(chosen).advanceTo(1e6);
    expect(frame.w).toEqual(result.w);
    expect(frame.u).toEqual(result.solution);
    expect(frame.checks.find(({ name }) => name === "Theorem 2")?.verdict).toBe("holds");
  });

  it("shows where it begins", () => {
    const frame = startLearning(settings).frame();
    expect(frame).toMatchObject({ iteration: 0, outcome: "running", wStar });
    expect(frame.w).toEqual(start);
    expect(Array.from(frame.trace.iteration)).toEqual([0]);
    expect(frame.trace.angle[0]).toBe(angle(start, wStar));
  });

  it("lets what is said of the limit wait until there is one", () => {
    const run = startLearning(settings);
    const limits = () => run.frame().checks.filter(({ part }) => part === "limit");
    run.advanceTo(10);
    expect(limits().every(({ verdict }) => verdict === "notApplicable")).toBe(true);
    run.advanceTo(1e6);
    expect(limits().filter(({ verdict }) => verdict === "holds").length).toBeGreaterThan(8);
  });

  it("stops when its time is used up, and goes on from there", () => {
    const slow = { ...settings, d: 200, lambda: 1e-7, beta: 1e-4, eta: 0.001 };
    const run = startLearning(slow);
    const { iteration, outcome } = run.advanceTo(1e6, 5);
    expect(outcome).toBe("running");
    expect(iteration).toBeGreaterThan(0);
    expect(run.advanceTo(iteration + 1).iteration).toBe(iteration + 1);
  });

  it("takes no more nonzeros than there are weights", () => {
    const frame = startLearning({ ...settings, d: 2, support: 50 }).frame();
    expect(frame.wStar.filter((w) => w !== 0)).toHaveLength(2);
  });
});

describe("a thinned record", () => {
  it("keeps points that are evenly spread, and the last", () => {
    const record = thinned(10);
    for (let i = 0; i <= 101; i++) record.add(i, 2 * i);
    const [at, value] = record.columns();
    expect(Array.from(at)).toEqual([0, 16, 32, 48, 64, 80, 96, 101]);
    expect(value).toEqual(at.map((i) => 2 * i));
  });
});
