import { angle, norm, type PlanarLoss, populationLoss, seededRandom } from "@proxkit/core";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distance, gaussians, relativeError } from "./numbers.ts";

describe("the planar form of the population loss", () => {
  it("has its value, and along·w + toStar·(w − w*) is its gradient", () => {
    const shapes = { k: fc.integer({ min: 1, max: 5 }), d: fc.integer({ min: 1, max: 30 }) };
    fc.assert(
      fc.property(fc.record({ ...shapes, seed: fc.nat() }), ({ k, d, seed }) => {
        const random = seededRandom(seed);
        const [wStar, w] = [gaussians(d, random), gaussians(d, random)];
        const loss = populationLoss({ wStar, patches: k });
        const { evaluate } = loss.planar as PlanarLoss;
        const coefficients = new Float64Array(2);
        const [a, c] = [norm(w), norm(wStar)];
        const value = evaluate(a, a - c, angle(w, wStar), coefficients);
        const [along, toStar] = coefficients;
        expect(relativeError(value, loss.value(w))).toBeLessThan(1e-12);
        const gradient = w.map((x, i) => along * x + toStar * (x - wStar[i]));
        expect(distance(gradient, loss.gradient(w))).toBeLessThan(1e-13 * (a + c));
      }),
    );
  });

  it("is of a w* that can be squared only, and not of 0", () => {
    const planarOf = (wStar: number[]) => populationLoss({ wStar, patches: 2 }).planar;
    expect(planarOf([3, 4])?.wStar).toEqual(Float64Array.of(3, 4));
    for (const x of [0, 1e-140, 1e140]) expect(planarOf([x, 0])).toBeUndefined();
  });
});
