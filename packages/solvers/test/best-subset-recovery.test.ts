import { leastSquares, logistic, seededRandom } from "@proxkit/core";
import { l1 } from "@proxkit/penalties-l1";
import { bestSubset, solvePath } from "@proxkit/solvers";
import { describe, expect, it } from "vitest";
import { type PlantedOptions, planted } from "./subset-problems.ts";

const RUNS = 20;

type Setting = Omit<PlantedOptions, "seed">;

const settings: readonly Setting[] = [
  { m: 60, p: 30, k: 5, correlation: 0, signalToNoise: 3 },
  { m: 60, p: 30, k: 5, correlation: 0.5, signalToNoise: 5 },
  { m: 60, p: 30, k: 5, correlation: 0.9, signalToNoise: 20 },
  { m: 80, p: 200, k: 6, correlation: 0, signalToNoise: 5 },
  { m: 80, p: 200, k: 6, correlation: 0.5, signalToNoise: 10 },
  { m: 80, p: 200, k: 6, correlation: 0.9, signalToNoise: 40 },
];

/** How often a method has the planted support. */
function rate(found: (seed: number) => boolean): number {
  let count = 0;
  for (let seed = 1; seed <= RUNS; seed++) if (found(seed)) count++;
  return count / RUNS;
}

describe("bestSubset on planted problems", () => {
  it.each(settings)(
    "has the planted support at least as often as the lasso has it for any λ: m $m, p $p, correlation $correlation, signal to noise $signalToNoise",
    (setting) => {
      const of = (seed: number) => {
        const { X, y, support } = planted({ ...setting, seed });
        return { loss: leastSquares({ X, y }), support: support.join() };
      };
      const subset = rate((seed) => {
        const { loss, support } = of(seed);
        const sizes = Array.from({ length: setting.k }, (_, s) => s + 1);
        return [...bestSubset({ loss, sizes })].at(-1)?.support.join() === support;
      });
      const lasso = rate((seed) => {
        const { loss, support } = of(seed);
        const path = solvePath({ loss, penalty: l1(), ratio: 1e-2, tolerance: 1e-10 });
        return [...path].some((point) => point.support.join() === support);
      });
      expect(subset).toBeGreaterThanOrEqual(lasso);
      expect(subset).toBeGreaterThan(0.5);
    },
  );

  it("has it at least as often for classes", () => {
    const setting = { m: 150, p: 12, k: 3, correlation: 0.5, signalToNoise: 1 };
    const of = (seed: number) => {
      const random = seededRandom(seed);
      const { X, clean, support } = planted({ ...setting, seed });
      const y = clean.map((z) => (random.uniform() < 1 / (1 + Math.exp(-1.5 * z)) ? 1 : 0));
      return { loss: logistic({ X, y }), support: support.join() };
    };
    const subset = rate((seed) => {
      const { loss, support } = of(seed);
      return [...bestSubset({ loss, sizes: [3] })][0].support.join() === support;
    });
    const lasso = rate((seed) => {
      const { loss, support } = of(seed);
      const path = solvePath({ loss, penalty: l1(), ratio: 1e-2, tolerance: 1e-10 });
      return [...path].some((point) => point.support.join() === support);
    });
    expect(subset).toBeGreaterThanOrEqual(lasso);
    expect(subset).toBeGreaterThan(0.5);
  });
});
