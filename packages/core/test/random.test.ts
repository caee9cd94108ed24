import {
  norm,
  plantedNetwork,
  predict,
  type Random,
  randomUnitVector,
  seededRandom,
} from "@proxkit/core";
import { describe, expect, it } from "vitest";
import { distance, relativeError } from "./numbers.ts";

const draw = (n: number, next: () => number): number[] => Array.from({ length: n }, next);
const mean = (values: readonly number[]): number =>
  values.reduce((a, b) => a + b, 0) / values.length;

describe("seededRandom", () => {
  it("gives the same bits for the same seed, and others for another", () => {
    const mixed = ({ uniform, normal, integer }: Random) =>
      draw(100, () => uniform() + normal() + integer(1000));
    for (const seed of [0, 1, -1, 2 ** 32, 2 ** 53 - 1])
      expect(mixed(seededRandom(seed))).toEqual(mixed(seededRandom(seed)));
    const seeds = [
      0,
      1,
      -1,
      2 ** 32 - 1,
      2 ** 32,
      2 ** 32 + 1,
      -(2 ** 32),
      2 ** 53 - 1,
      1 - 2 ** 53,
    ];
    expect(new Set(seeds.map((seed) => seededRandom(seed).uniform())).size).toBe(seeds.length);
  });

  it("draws uniform numbers of 53 bits with the mean and variance of [0, 1)", () => {
    const values = draw(100_000, seededRandom(1).uniform);
    expect(values.every((x) => x >= 0 && x < 1 && Number.isInteger(x * 2 ** 53))).toBe(true);
    expect(values.some((x) => (x * 2 ** 53) % 2 === 1)).toBe(true);
    expect(Math.abs(mean(values) - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / 1e5));
    expect(Math.abs(mean(values.map((x) => (x - 0.5) ** 2)) - 1 / 12)).toBeLessThan(
      4 * Math.sqrt(1 / 180 / 1e5),
    );
  });

  it("draws Gaussians with the moments of N(0, 1)", () => {
    const values = draw(100_000, seededRandom(2).normal);
    const moment = (n: number) => mean(values.map((x) => x ** n));
    // the variance of xⁿ is E x²ⁿ − (E xⁿ)²: 1, 2, 15, 96
    expect(Math.abs(moment(1))).toBeLessThan(4 * Math.sqrt(1 / 1e5));
    expect(Math.abs(moment(2) - 1)).toBeLessThan(4 * Math.sqrt(2 / 1e5));
    expect(Math.abs(moment(3))).toBeLessThan(4 * Math.sqrt(15 / 1e5));
    expect(Math.abs(moment(4) - 3)).toBeLessThan(4 * Math.sqrt(96 / 1e5));
  });

  it("draws Gaussians by Marsaglia's polar method, to the precision of Math.log", () => {
    const { normal } = seededRandom(3);
    const { uniform } = seededRandom(3);
    for (let n = 0; n < 2000; n++) {
      let [u, v, s] = [0, 0, 0];
      while (s === 0 || s >= 1) {
        [u, v] = [2 * uniform() - 1, 2 * uniform() - 1];
        s = u ** 2 + v ** 2;
      }
      const scale = Math.sqrt((-2 * Math.log(s)) / s);
      expect(relativeError(normal(), u * scale)).toBeLessThan(5e-16);
      expect(relativeError(normal(), v * scale)).toBeLessThan(5e-16);
    }
  });

  it("starts neighbouring seeds in unrelated places", () => {
    const first = Array.from({ length: 10_000 }, (_, seed) => seededRandom(seed).uniform() - 0.5);
    const lagged = first.slice(1).map((x, i) => x * first[i]);
    expect(Math.abs(mean(first))).toBeLessThan(4 * Math.sqrt(1 / 12 / 1e4));
    expect(Math.abs(mean(lagged))).toBeLessThan((4 / 12) * Math.sqrt(1 / 1e4));
  });

  it("draws each whole number below n equally often, for n up to 2^53 − 1", () => {
    const { integer } = seededRandom(4);
    const counts = new Array<number>(6).fill(0);
    for (let i = 0; i < 60_000; i++) counts[integer(6)]++;
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400); // 4 standard deviations
    expect(integer(1)).toBe(0);
    const large = draw(1000, () => integer(Number.MAX_SAFE_INTEGER));
    expect(large.every(Number.isSafeInteger)).toBe(true);
    expect(Math.abs(mean(large) / Number.MAX_SAFE_INTEGER - 0.5)).toBeLessThan(0.04);
  });

  it("refuses a seed or an n that is not a whole number", () => {
    expect(() => seededRandom(0.5)).toThrow(
      "seededRandom: seed must be a whole number between -(2^53 - 1) and 2^53 - 1, received 0.5",
    );
    expect(() => seededRandom(NaN)).toThrow("received NaN");
    expect(() => seededRandom(1).integer(0)).toThrow(
      "integer: n must be a positive whole number, received 0",
    );
  });
});

describe("randomUnitVector", () => {
  it("has norm 1 and no preferred direction", () => {
    const random = seededRandom(5);
    const n = 20_000;
    const total = new Float64Array(3);
    for (let i = 0; i < n; i++) {
      const w = randomUnitVector(3, random);
      expect(Math.abs(norm(w) - 1)).toBeLessThan(4e-16);
      for (let j = 0; j < 3; j++) total[j] += w[j];
    }
    for (const x of total) expect(Math.abs(x / n)).toBeLessThan(4 * Math.sqrt(1 / 3 / n));
  });

  it("is 1 or −1 for d = 1", () => {
    expect(Math.abs(randomUnitVector(1, seededRandom(1))[0])).toBe(1);
  });
});

describe("plantedNetwork", () => {
  const options = { d: 20, patches: 3, samples: 200, support: 4, seed: 9 };

  it("plants unit weights with the given number of nonzeros, none of them small", () => {
    for (let seed = 0; seed < 50; seed++) {
      const { wStar, support } = plantedNetwork({ ...options, samples: 1, seed });
      expect(Math.abs(norm(wStar) - 1)).toBeLessThan(4e-16);
      expect(support).toEqual(
        [...wStar.keys()].filter((i) => wStar[i] !== 0), // ascending, as keys are
      );
      expect(support.length).toBe(4);
      // ½ against three of 1½: 0.5/√(0.25 + 3 · 2.25)
      for (const i of support)
        expect(Math.abs(wStar[i])).toBeGreaterThanOrEqual(0.5 / Math.sqrt(7));
    }
  });

  it("plants anywhere, with either sign", () => {
    const counts = new Array<number>(5).fill(0);
    let negative = 0;
    for (let seed = 0; seed < 2000; seed++) {
      const { wStar, support } = plantedNetwork({ d: 5, patches: 1, samples: 1, support: 2, seed });
      for (const i of support) counts[i]++;
      negative += support.filter((i) => wStar[i] < 0).length;
    }
    // binomial: 2000 · 0.4, standard deviation 21.9; 4000 · 0.5, 31.6
    for (const count of counts) expect(Math.abs(count - 800)).toBeLessThan(4 * 21.9);
    expect(Math.abs(negative - 2000)).toBeLessThan(4 * 31.6);
  });

  it("makes exact targets by default, and Gaussian noise of the given size on the same network", () => {
    const exact = plantedNetwork({ ...options, samples: 4000 });
    const noisy = plantedNetwork({ ...options, samples: 4000, noise: 0.1 });
    expect(exact.y).toEqual(predict({ w: exact.wStar, X: exact.X, patches: 3 }));
    expect(noisy.X).toEqual(exact.X);
    expect(noisy.wStar).toEqual(exact.wStar);
    const spread = distance(noisy.y, exact.y) / Math.sqrt(4000);
    expect(Math.abs(spread - 0.1)).toBeLessThan((4 * 0.1) / Math.sqrt(2 * 4000));
  });

  it("gives the same bits for the same seed, and others for another", () => {
    expect(plantedNetwork(options)).toEqual(plantedNetwork(options));
    expect(plantedNetwork({ ...options, seed: 10 }).y).not.toEqual(plantedNetwork(options).y);
  });

  it("refuses counts that make no sense", () => {
    const make = (change: object) => () => plantedNetwork({ ...options, ...change });
    expect(make({ support: 21 })).toThrow(
      "plantedNetwork: support must be at most d = 20, received 21",
    );
    expect(make({ d: 0 })).toThrow("plantedNetwork: d must be a positive whole number, received 0");
    expect(make({ samples: 1.5 })).toThrow("samples must be a positive whole number, received 1.5");
    expect(make({ patches: NaN })).toThrow("patches must be a positive whole number, received NaN");
    expect(make({ noise: -1 })).toThrow("noise must be at least 0 and finite, received -1");
    expect(make({ noise: NaN })).toThrow("noise must be at least 0 and finite, received NaN");
  });
});
