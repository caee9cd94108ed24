import {
  networkLoss,
  norm,
  plantedNetwork,
  populationLoss,
  randomUnitVector,
  seededRandom,
} from "@proxkit/core";
import { hardThreshold } from "@proxkit/penalties-l0";
import {
  type AdaptiveIhtEvidence,
  adaptiveIht,
  certifyAdaptiveIht,
  solve,
  support,
  watchAdaptiveIht,
} from "@proxkit/solvers";
import { describe, expect, it } from "vitest";

interface Given {
  k?: number;
  seed?: number;
  stepSize?: number;
  start?: ArrayLike<number>;
  wStar?: ArrayLike<number>;
  s?: number;
  maxIterations?: number;
}

function evidenceOf(given: Given = {}): AdaptiveIhtEvidence {
  const { k = 2, seed = 2, stepSize = 0.5, s = 8 } = given;
  const random = seededRandom(seed);
  const wStar = Float64Array.from(given.wStar ?? hardThreshold(randomUnitVector(50, random), 8));
  const start = Float64Array.from(given.start ?? randomUnitVector(wStar.length, random));
  const loss = populationLoss({ wStar, patches: k });
  const watch = watchAdaptiveIht({ loss, sparsity: s, stepSize, wStar });
  const { w, outcome, state } = solve(watch.solver, start, { maxIterations: given.maxIterations });
  const residual = state.residual * state.scale;
  const limit = { w, outcome, residual };
  return { sparsity: s, patches: k, lossKind: "population", steps: watch.steps(), limit, wStar };
}

/** Names of what fails, without the claim of Lemma 5.4.1 that is wrong as printed. */
const failing = (evidence: AdaptiveIhtEvidence) =>
  certifyAdaptiveIht(evidence)
    .checks.filter(({ verdict, name }) => verdict === "fails" && name !== "Lemma 5.4.1: norm")
    .map(({ name }) => name);

const wordsOf = (evidence: AdaptiveIhtEvidence, name: string) =>
  certifyAdaptiveIht(evidence).checks.find((check) => check.name === name)?.words;

describe("certifyAdaptiveIht", () => {
  it.each([1, 2, 3, 5])("finds Theorem 2 true of runs that satisfy it, k = %d", (k) => {
    for (const seed of [2, 4]) expect(failing(evidenceOf({ k, seed }))).toEqual([]);
  });

  it("finds w* reached from a start without an entry of Γ*, as the paper's remark has it", () => {
    expect(failing(evidenceOf({ seed: 1 }))).toEqual(["Theorem 2: w⁰ on Γ*"]);
  });

  it("finds the saddle where the start points away from w*", () => {
    // k = 2, w* = e₁, w⁰ = −e₁: gradient descent ends at −((k² − k)/(k² + (π − 1)k)) w*
    const evidence = evidenceOf({ wStar: [1, 0], start: [-1, 0], s: 1 });
    expect(failing(evidence)).toEqual(["Theorem 2: angle", "Theorem 2"]);
    expect(evidence.limit?.w[0]).toBeCloseTo(-2 / (2 * (Math.PI + 1)), 8);
  });

  it("finds that H_s(w) misses Γ* where s is too small, though w itself still reaches w*", () => {
    const evidence = evidenceOf({ wStar: [0.6, 0, -0.8], start: [1, 0, 0], s: 1 });
    expect(failing(evidence)).toEqual(["Theorem 2: s", "Theorem 2: Γ*"]);
  });

  it("finds a step size beyond Lemma 5.4.1, with which there is no limit", () => {
    // k = 1: f bends by 1 at w*, so that η = 3 > 2 goes to and fro for ever
    const evidence = evidenceOf({ k: 1, stepSize: 3, maxIterations: 200 });
    expect(failing(evidence)).toContain("Lemma 5.4.1: η");
    expect(evidence.limit?.outcome).not.toBe("converged");
  });

  it("says where Lemma 5.4.1 is true when the norm fell", () => {
    // k = 1, w* = e₁, w⁰ almost e₂, and s = 2: the support does not change
    const evidence = evidenceOf({ k: 1, wStar: [1, 0], start: [1e-3, 1], s: 2 });
    expect(wordsOf(evidence, "Lemma 5.4.1: norm")).toMatch(
      /in step 1 the norm fell by 0.29\d.* up to a norm of 0.319/,
    );
  });

  it("is plain JSON, and speaks of no limit where there is none", () => {
    const certificate = certifyAdaptiveIht(evidenceOf({ maxIterations: 2 }));
    expect(JSON.parse(JSON.stringify(certificate))).toEqual(certificate);
    for (const { part, verdict } of certificate.checks)
      if (part === "limit") expect(verdict).toBe("notApplicable");
    for (const { verdict } of certifyAdaptiveIht({ sparsity: 3 }).checks)
      expect(verdict).toBe("notApplicable");
  });

  it("does not hold the population's lemmas against a sample", () => {
    const { X, y, wStar } = plantedNetwork({
      d: 10,
      patches: 2,
      samples: 300,
      support: 3,
      seed: 1,
    });
    const loss = networkLoss({ X, y, patches: 2 });
    const watch = watchAdaptiveIht({ loss, sparsity: 3, wStar });
    const { w, outcome } = solve(watch.solver, new Float64Array(10).fill(1));
    const { checks } = certifyAdaptiveIht({
      sparsity: 3,
      patches: 2,
      lossKind: "sample",
      wStar,
      steps: watch.steps(),
      limit: { w, outcome },
    });
    for (const { part, verdict } of checks)
      if (part !== "hypothesis") expect(verdict).toBe("notApplicable");
  });
});

describe("watchAdaptiveIht", () => {
  const { wStar } = evidenceOf();
  const loss = populationLoss({ wStar: wStar as Float64Array, patches: 2 });
  const options = { loss, sparsity: 8, stepSize: 0.5 };
  const start = randomUnitVector(50, seededRandom(3));

  it("changes no bit, and its history leads from the first support to the last", () => {
    const watch = watchAdaptiveIht({ ...options, wStar: wStar as Float64Array });
    const result = solve(watch.solver, start);
    expect(result).toEqual(solve(adaptiveIht(options), start));
    const { changes, start: from, thresholded, count } = watch.steps();
    const now = new Set(from?.support);
    for (const { entered, left } of changes) {
      for (const i of left) expect(now.delete(i)).toBe(true);
      for (const i of entered) now.add(i);
    }
    expect([...now].sort((a, b) => a - b)).toEqual(support(result.solution));
    expect(thresholded).toBe(result.state.thresholded);
    expect(changes.length).toBe(thresholded);
    expect(count).toBe(result.iteration);
    expect(norm(start)).toBeCloseTo(1, 15);
  });

  it("goes on with the steps of the part before", () => {
    const whole = watchAdaptiveIht({ ...options, wStar: wStar as Float64Array });
    solve(whole.solver, start);
    const first = watchAdaptiveIht({ ...options, wStar: wStar as Float64Array });
    const { state } = solve(first.solver, start, { maxIterations: 7 });
    const steps = JSON.parse(JSON.stringify(first.steps()));
    const second = watchAdaptiveIht({ ...options, wStar: wStar as Float64Array, steps });
    solve(second.solver, state);
    expect(second.steps()).toEqual(whole.steps());
  });
});
