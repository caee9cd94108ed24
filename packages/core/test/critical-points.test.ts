import { type Loss, norm, populationLoss, randomUnitVector, seededRandom } from "@proxkit/core";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distance, gaussians } from "./numbers.ts";

// Dinh & Xin, Lemmas 5.1.1 and 5.1.2, from Brutzkus & Globerson, held to the population loss

const cases = fc.record({
  k: fc.integer({ min: 1, max: 6 }),
  d: fc.integer({ min: 2, max: 12 }),
  size: fc.double({ min: 0.1, max: 10, noNaN: true }),
  seed: fc.nat(),
});

/** (k² − k)/(k² + (π − 1)k): how long the saddle is, beside w*. */
const saddleAt = (k: number) => (k * k - k) / (k * k + (Math.PI - 1) * k);

/** A random w* of a given norm, its loss, and a random direction across it. */
function problem({ k, d, size, seed }: { k: number; d: number; size: number; seed: number }) {
  const random = seededRandom(seed);
  const unit = randomUnitVector(d, random);
  const across = gaussians(d, random);
  const along = across.reduce((sum, x, i) => sum + x * unit[i], 0);
  for (let i = 0; i < d; i++) across[i] -= along * unit[i];
  const length = norm(across);
  const wStar = unit.map((x) => size * x);
  const loss: Loss = populationLoss({ wStar, patches: k });
  return { unit, across: across.map((x) => x / length), wStar, loss, random };
}

describe("the population loss   (Lemma 5.1.1)", () => {
  it("has gradient 0 at w*, and at the saddle −((k² − k)/(k² + (π − 1)k)) w* for k > 1", () => {
    fc.assert(
      fc.property(cases, (which) => {
        const { wStar, loss } = problem(which);
        expect(norm(loss.gradient(wStar))).toBeLessThan(1e-14 * which.size);
        if (which.k > 1)
          expect(norm(loss.gradient(wStar.map((x) => -saddleAt(which.k) * x)))).toBeLessThan(
            1e-14 * which.size,
          );
      }),
    );
  });

  it("has no other critical point: the gradient is larger than 5e-4 ‖w*‖ away from these", () => {
    fc.assert(
      fc.property(cases, (which) => {
        const { wStar, loss, random, unit } = problem(which);
        const direction = randomUnitVector(which.d, random);
        // along −w* too, where a random direction does not come
        const line = which.seed % 3 === 0 ? unit.map((x) => -x) : direction;
        const w = line.map((x) => which.size * (0.05 + 2 * random.uniform()) * x);
        const saddle = wStar.map((x) => -saddleAt(which.k) * x);
        fc.pre(distance(w, wStar) > 0.1 * which.size);
        fc.pre(distance(w, saddle) > 0.1 * which.size);
        expect(norm(loss.gradient(w))).toBeGreaterThan(5e-4 * which.size);
      }),
      { numRuns: 300 },
    );
  });

  it("bends up along the saddle and falls as the cube of the angle across it: it is degenerate", () => {
    fc.assert(
      fc.property(cases, (which) => {
        const { k, size } = which;
        fc.pre(k > 1);
        const { unit, across, loss } = problem(which);
        const a = saddleAt(k) * size;
        const f = loss.value(unit.map((x) => -a * x));
        /** At angle ψ from −w*. */
        const turned = (psi: number) =>
          loss.value(unit.map((x, i) => a * (-Math.cos(psi) * x + Math.sin(psi) * across[i])));
        // 1 − h falls by (sin ψ − ψ cos ψ)/π = ψ³/(3π) + …: from f by a‖w*‖ψ³/(3πk)
        const psi = 1e-2;
        const cube = (a * size * psi ** 3) / (3 * Math.PI * k);
        expect((f - turned(psi)) / cube).toBeCloseTo(1, 3);
        const longer = (by: number) => loss.value(unit.map((x) => -a * (1 + by) * x));
        expect(longer(1e-3)).toBeGreaterThan(f);
        expect(longer(-1e-3)).toBeGreaterThan(f);
      }),
    );
  });

  it("has a local minimum there in one dimension, where nothing lies across", () => {
    for (const k of [2, 3, 5]) {
      const loss = populationLoss({ wStar: [1], patches: k });
      const at = (by: number) => loss.value(Float64Array.of(-saddleAt(k) * (1 + by)));
      expect(at(0)).toBeGreaterThan(0.1);
      for (const by of [1e-3, -1e-3]) expect(at(by)).toBeGreaterThan(at(0));
    }
  });

  it("has a local maximum at 0 for k > 1, and not for k = 1", () => {
    fc.assert(
      fc.property(cases, (which) => {
        const { loss, random, unit } = problem(which);
        const zero = loss.value(new Float64Array(which.d));
        const near = (v: Float64Array) => loss.value(v.map((x) => 1e-3 * which.size * x));
        if (which.k > 1) {
          expect(near(randomUnitVector(which.d, random))).toBeLessThan(zero);
          expect(near(unit.map((x) => -x))).toBeLessThan(zero);
        } else {
          expect(near(unit.map((x) => -x))).toBeGreaterThan(zero); // ‖w‖²/2 on the ray of −w*
          expect(near(unit)).toBeLessThan(zero);
        }
      }),
    );
  });
});

describe("the gradient of the population loss   (Lemma 5.1.2)", () => {
  /** Two points of norm at least M: anywhere, near each other, and on the sphere of radius M. */
  function pair(which: { k: number; d: number; size: number; seed: number }) {
    const { unit, across, loss, random } = problem(which);
    const M = which.size * Math.exp(4 * random.uniform() - 2);
    const point = (theta: number, a: number) =>
      unit.map((x, i) => a * (Math.cos(theta) * x + Math.sin(theta) * across[i]));
    const theta = Math.PI * random.uniform();
    const turn = [Math.PI * random.uniform(), Math.min(Math.PI, theta + 1e-3)][which.seed % 2];
    const radius = () => M * (1 + (which.seed % 3) * random.uniform());
    return { loss, M, random, halfPlane: [point(theta, radius()), point(turn, radius())] };
  }

  it("is Lipschitz with L = 1 + 3‖w*‖/M on a half-plane that w* bounds, where ‖w‖ ≥ M", () => {
    fc.assert(
      fc.property(cases, (which) => {
        const { loss, M, halfPlane } = pair(which);
        const [a, b] = halfPlane;
        const L = 1 + (3 * which.size) / M;
        expect(distance(loss.gradient(a), loss.gradient(b))).toBeLessThanOrEqual(
          L * distance(a, b) * (1 + 1e-9),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it("is so anywhere outside the ball of radius M, half-plane or not, as RVSM's steps need", () => {
    fc.assert(
      fc.property(cases, (which) => {
        const { loss, M, random } = pair(which);
        const a = randomUnitVector(which.d, random).map((x) => M * x);
        const b = randomUnitVector(which.d, random).map((x) => M * (1 + random.uniform()) * x);
        const L = 1 + (3 * which.size) / M;
        expect(distance(loss.gradient(a), loss.gradient(b))).toBeLessThanOrEqual(
          L * distance(a, b),
        );
      }),
      { numRuns: 500 },
    );
  });
});
