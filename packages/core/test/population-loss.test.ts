import { readFileSync } from "node:fs";
import {
  angle,
  networkLoss,
  norm,
  plantedNetwork,
  populationLoss,
  predict,
  randomUnitVector,
  seededRandom,
} from "@proxkit/core";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distance, gaussians, relativeError } from "./numbers.ts";
import { populationByPairs, populationTextbook } from "./slow-twins.ts";

interface Case {
  readonly k: number;
  readonly w: number[];
  readonly wStar: number[];
  readonly value: number;
  readonly gradient: number[];
  readonly angle: number;
}
const file = new URL("./reference-loss.json", import.meta.url);
const cases: readonly Case[] = JSON.parse(readFileSync(file, "utf8"));

/** A problem of any shape: k patches, w* and w Gaussian. */
const problems = fc
  .record({ k: fc.integer({ min: 1, max: 5 }), d: fc.integer({ min: 2, max: 9 }), seed: fc.nat() })
  .map(({ k, d, seed }) => {
    const random = seededRandom(seed);
    return { k, wStar: gaussians(d, random), w: gaussians(d, random), random };
  });

describe("populationLoss", () => {
  for (const { k, w, wStar, value, gradient, angle: theta } of cases)
    it(`agrees with the exact value, rounded once, for k = ${k}, d = ${w.length}, angle ${theta}`, () => {
      const loss = populationLoss({ wStar, patches: k });
      const at = Float64Array.from(w);
      expect(relativeError(loss.value(at), value)).toBeLessThan(1e-14);
      expect(distance(loss.gradient(at), gradient)).toBeLessThan(
        1e-14 * norm(Float64Array.from(gradient)),
      );
      expect(Math.abs(angle(at, Float64Array.from(wStar)) - theta)).toBeLessThan(1e-15);
    });

  it("is the sum over pairs of patches of eq. (7)", () => {
    fc.assert(
      fc.property(problems, ({ k, wStar, w }) => {
        const value = populationLoss({ wStar, patches: k }).value(w);
        expect(relativeError(value, populationByPairs(w, wStar, k))).toBeLessThan(1e-10);
      }),
    );
  });

  it("is eq. (8) as printed, wherever that does not cancel", () => {
    fc.assert(
      fc.property(problems, ({ k, wStar, w }) => {
        const value = populationLoss({ wStar, patches: k }).value(w);
        expect(relativeError(value, populationTextbook(w, wStar, k))).toBeLessThan(1e-10);
      }),
    );
  });

  // w = w* + ε w⊥ with w* = (3, 4), w⊥ = (−4, 3): θ = atan ε, ‖w‖ = 5√(1 + ε²), and to terms in ε⁵
  // (‖w‖ − c)² = c² ε⁴/4 and ‖w‖ c (1 − h) = c² (ε²/2 − ε³/(3π) − ε⁴/8)
  for (const k of [1, 2, 5])
    it(`keeps 14 digits at an angle of 1e-6, k = ${k}`, () => {
      const e = 2 ** -20; // 3 − 4ε and 4 + 3ε are exact
      const gamma = (k * k - k) / (2 * Math.PI) + k / 2;
      const bent = e ** 2 / 2 - e ** 3 / (3 * Math.PI) - e ** 4 / 8;
      const expected = (25 * ((gamma * e ** 4) / 4 + k * bent)) / k ** 2;
      const loss = populationLoss({ wStar: [3, 4], patches: k });
      expect(
        relativeError(loss.value(Float64Array.of(3 - 4 * e, 4 + 3 * e)), expected),
      ).toBeLessThan(1e-14);
    });

  it("is the expectation of eq. (2): Gaussian samples come within four standard errors", () => {
    for (const [k, seed] of [
      [1, 11],
      [2, 12],
      [4, 13],
    ] as const) {
      const m = 100_000;
      const data = plantedNetwork({ d: 6, patches: k, samples: m, support: 6, seed });
      const w = randomUnitVector(6, seededRandom(seed));
      const squares = predict({ w, X: data.X, patches: k }).map((p, j) => (p - data.y[j]) ** 2);
      const mean = squares.reduce((a, b) => a + b) / m;
      const variance = squares.reduce((a, b) => a + (b - mean) ** 2, 0) / (m - 1);
      const { value } = populationLoss({ wStar: data.wStar, patches: k });
      expect(Math.abs(mean - value(w))).toBeLessThan(4 * Math.sqrt(variance / m));
      expect(variance / m).toBeLessThan((0.02 * mean) ** 2); // the interval is not so wide that all pass
      const sampled = networkLoss({ X: data.X, y: data.y, patches: k });
      expect(relativeError(sampled.value(w), mean)).toBeLessThan(1e-12);
    }
  });

  it("has value and gradient 0 at w*, exactly", () => {
    fc.assert(
      fc.property(problems, ({ k, wStar }) => {
        const loss = populationLoss({ wStar, patches: k });
        expect(loss.value(wStar)).toBe(0);
        expect(loss.gradient(wStar).every((x) => x === 0)).toBe(true);
      }),
    );
  });

  it("has gradient 0 at the saddle of Lemma 5.1.1", () => {
    fc.assert(
      fc.property(problems, ({ k, wStar }) => {
        fc.pre(k > 1);
        const scale = -(k * k - k) / (k * k + (Math.PI - 1) * k);
        const gradient = populationLoss({ wStar, patches: k }).gradient(
          wStar.map((x) => scale * x),
        );
        expect(norm(gradient)).toBeLessThan(1e-15 * norm(wStar));
      }),
    );
  });

  it("has the limit γ‖w*‖²/k² for its value at 0, where its gradient is NaN", () => {
    const loss = populationLoss({ wStar: [3, 4], patches: 2 });
    const gamma = 1 / Math.PI + 1;
    expect(relativeError(loss.value(Float64Array.of(0, 0)), (gamma * 25) / 4)).toBeLessThan(1e-15);
    expect(relativeError(loss.value(Float64Array.of(0, 1e-200)), (gamma * 25) / 4)).toBeLessThan(
      1e-15,
    );
    expect(loss.gradient(Float64Array.of(0, 0))).toEqual(Float64Array.of(NaN, NaN));
    expect(populationLoss({ wStar: [3, 4], patches: 1 }).gradient(new Float64Array(2))).toEqual(
      Float64Array.of(NaN, NaN),
    );
  });

  it("grows with the square of the scale, and its gradient with the scale, from 1e-300 to 1e300", () => {
    const powers = fc.oneof(
      fc.integer({ min: -1000, max: 1000 }),
      fc.integer({ min: -540, max: -510 }), // the squares are subnormal
      fc.integer({ min: 505, max: 515 }), // some squares overflow
    );
    fc.assert(
      fc.property(problems, powers, ({ k, wStar, w }, power) => {
        const s = 2 ** power;
        const loss = populationLoss({ wStar, patches: k });
        const scaled = populationLoss({ wStar: wStar.map((x) => s * x), patches: k });
        const at = w.map((x) => s * x);
        if (Math.abs(power) < 490)
          expect(relativeError(scaled.value(at) / s / s, loss.value(w))).toBeLessThan(1e-12);
        const gradient = loss.gradient(w);
        const shrunk = scaled.gradient(at).map((x) => x / s);
        const rounding = 1e-13 * norm(gradient) + 1e-15 * norm(w);
        expect(distance(shrunk, gradient)).toBeLessThan(rounding);
      }),
    );
  });

  it("has a gradient that its smoothness bounds in a half-plane at w* outside the unit ball (Lemma 5.1.2)", () => {
    const part = fc.record({
      size: fc.double({ min: 1, max: 20, noNaN: true }),
      angle: fc.double({ min: 0, max: Math.PI, noNaN: true }),
    });
    fc.assert(
      fc.property(problems, part, part, ({ k, wStar, w: other }, first, second) => {
        const c = norm(wStar);
        const unit = wStar.map((x) => x / c);
        const along = other.reduce((total, x, i) => total + x * unit[i], 0);
        const across = other.map((x, i) => x - along * unit[i]);
        const height = norm(across);
        const place = ({ size, angle: t }: typeof first) =>
          unit.map((x, i) => size * (Math.cos(t) * x + (Math.sin(t) * across[i]) / height));
        const [v, w] = [place(first), place(second)];
        fc.pre(norm(v) >= 1 && norm(w) >= 1);
        const loss = populationLoss({ wStar, patches: k });
        expect(distance(loss.gradient(v), loss.gradient(w))).toBeLessThanOrEqual(
          (loss.smoothness ?? 0) * distance(v, w) + 1e-13,
        );
      }),
    );
  });

  it("has smoothness 1 + 3‖w*‖", () => {
    expect(populationLoss({ wStar: [3, 4], patches: 2 }).smoothness).toBe(16);
  });

  it("is γ‖w‖²/k² for w* = 0", () => {
    const loss = populationLoss({ wStar: [0, 0], patches: 2 });
    expect(
      relativeError(loss.value(Float64Array.of(3, 4)), ((1 / Math.PI + 1) * 25) / 4),
    ).toBeLessThan(1e-15);
    expect(
      distance(
        loss.gradient(Float64Array.of(3, 4)),
        [3, 4].map((x) => ((1 / Math.PI + 1) * x) / 2),
      ),
    ).toBeLessThan(1e-15);
  });
});
