import { angle, dot, norm, populationLoss, randomUnitVector, seededRandom } from "@proxkit/core";
import { l1 } from "@proxkit/penalties-l1";
import { normKeepingRadius, rvsm, watchRvsm } from "@proxkit/solvers";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { penalties } from "./problems.ts";

const e1 = Float64Array.of(1, 0);
const polar = (theta: number, a: number) =>
  Float64Array.of(a * Math.cos(theta), a * Math.sin(theta));

/** k, θ(w, w*) strictly between 0 and π, ‖w‖ beside ‖w*‖ over four decades, and η < 1. */
const steps = fc
  .record({
    k: fc.integer({ min: 1, max: 6 }),
    theta: fc.double({ min: 1e-3, max: Math.PI - 1e-3, noNaN: true }),
    decade: fc.double({ min: -2, max: 2, noNaN: true }),
    eta: fc.double({ min: 1e-3, max: 0.999, noNaN: true }),
  })
  .map(({ k, theta, decade, eta }) => {
    const w = polar(theta, 10 ** decade);
    const gradient = populationLoss({ wStar: e1, patches: k }).gradient(w);
    return { k, theta, w, gradient, next: w.map((x, i) => x - eta * gradient[i]) };
  });

describe("a gradient step on the population loss   (Lemma 5.4.1)", () => {
  it("turns w towards w* for η < 1", () => {
    fc.assert(
      fc.property(steps, ({ theta, next }) => {
        expect(angle(next, e1)).toBeLessThan(theta);
      }),
      { numRuns: 1000 },
    );
  });

  it("keeps or raises ‖w‖ where ‖w‖/‖w*‖ is at most the norm-keeping radius", () => {
    fc.assert(
      fc.property(steps, ({ k, theta, w, gradient, next }) => {
        const radius = normKeepingRadius(theta, k);
        expect(norm(w) <= radius).toBe(dot(w, gradient) <= 0);
        if (norm(w) <= radius) expect(norm(next)).toBeGreaterThanOrEqual(norm(w) * (1 - 1e-15));
      }),
      { numRuns: 1000 },
    );
  });

  it("lowers ‖w‖ elsewhere, against the lemma as printed: k = 1, w* = e₁, w = e₂, η = ½", () => {
    // ∇f = (1 − 1/π) w − ½ w*: w⁺ = (¼, ½ + 1/(2π)), of norm 0.70497 < 1
    const gradient = populationLoss({ wStar: e1, patches: 1 }).gradient(Float64Array.of(0, 1));
    const next = Float64Array.of(-0.5 * gradient[0], 1 - 0.5 * gradient[1]);
    expect(next[0]).toBeCloseTo(0.25, 15);
    expect(next[1]).toBeCloseTo(0.5 + 1 / (2 * Math.PI), 15);
    expect(norm(next)).toBeLessThan(0.705);
  });

  it("may lengthen entries outside Γ*: c₁ is not bounded by 1, as the proof of Theorem 2 says", () => {
    // k = 1, w* = e₁, w = e₂/10: c₁ = 1 − η(1 − 10/π), above 1 for every η
    const w = Float64Array.of(0, 0.1);
    const gradient = populationLoss({ wStar: e1, patches: 1 }).gradient(w);
    expect(1 - (0.5 * gradient[1]) / w[1]).toBeCloseTo(1 - 0.5 * (1 - 10 / Math.PI), 12);
  });
});

describe("the gradient step of RVSM   (Lemma 5.1.5)", () => {
  /** L_β before and after one step from angle θ to w* = e₁. */
  function oneStep(options: { theta: number; k: number; beta: number; eta: number }) {
    const { theta, k, beta, eta } = options;
    const loss = populationLoss({ wStar: e1, patches: k });
    const watch = watchRvsm({ loss, penalty: l1(), lambda: 0, beta, stepSize: eta, wStar: e1 });
    watch.solver.step(watch.solver.init(polar(theta, 1)));
    return watch.last();
  }

  it("may raise L_β for η ≤ 2/β, against the lemma as printed", () => {
    // k = 2, β = 1, λ = 0, θ = ½, η = 2/β = 2, and the displacement is below ½, as Theorem 1 asks
    const step = oneStep({ theta: 0.5, k: 2, beta: 1, eta: 2 });
    expect(step?.displacement).toBeLessThan(0.5);
    expect(step?.afterProx).toBeCloseTo(0.0547416, 7);
    expect(step?.after).toBeCloseTo(0.0903759, 7);
    // and with the tables' k and β at η = 2/β = 500 it turns w away from w*
    expect(oneStep({ theta: 0.01, k: 2, beta: 4e-3, eta: 500 })?.angle).toBeGreaterThan(1);
  });

  it("never raises L_β for η ≤ 1/(β + L), from any point of the sphere and for any λ and β", () => {
    const cases = fc.record({
      k: fc.integer({ min: 1, max: 5 }),
      d: fc.integer({ min: 2, max: 8 }),
      logBeta: fc.double({ min: -4, max: 1, noNaN: true }),
      t: fc.double({ min: 0, max: 1, noNaN: true }),
      penalty: fc.constantFrom(...penalties),
      seed: fc.nat(),
    });
    fc.assert(
      fc.property(cases, ({ k, d, logBeta, t, penalty, seed }) => {
        const random = seededRandom(seed);
        const wStar = randomUnitVector(d, random);
        const loss = populationLoss({ wStar, patches: k });
        const beta = 10 ** logBeta;
        const watch = watchRvsm({ loss, penalty, lambda: t * beta, beta });
        const state = watch.solver.init(randomUnitVector(d, random));
        for (let n = 0; n < 5; n++) watch.solver.step(state);
        const { largestRiseOfProx: prox, largestRiseOfStep: step } = watch.steps();
        for (const worst of [prox, step])
          expect(worst?.rise).toBeLessThanOrEqual(worst?.rounding ?? 0);
      }),
      { numRuns: 300 },
    );
  });

  it("is what the solver takes: the watch changes no bit of it", () => {
    const loss = populationLoss({ wStar: [0.6, 0, -0.8], patches: 2 });
    const options = { loss, penalty: l1(), lambda: 1e-4, beta: 4e-3 };
    const plain = rvsm(options);
    const { solver } = watchRvsm({ ...options, wStar: [0.6, 0, -0.8] });
    const [a, b] = [plain, solver].map((s) => s.init(Float64Array.of(1, 1, 1)));
    for (let n = 0; n < 50; n++) expect(solver.step(b)).toEqual(plain.step(a));
  });
});
