import { plantedNetwork, populationLoss, seededRandom } from "@proxkit/core";
import { adaptiveIht, iterate, support } from "@proxkit/solvers";
import { describe, expect, test } from "vitest";
import { blocks, sectionOf } from "../figures/section-of.ts";

const seeds = 4;
const section = sectionOf("theorem2", seeds);
const [{ rows }] = blocks(section, "table");
const [claims, certificate] = blocks(section, "checks").map(({ checks }) => checks);
const excluded = (start: unknown) => String(start).includes("excluded");

/** How often an index of Γ* leaves supp H_s(w), watched from outside, from a random s-sparse start. */
function leaves(patches: number, seed: number): number {
  const planted = { d: 50, patches: 1, samples: 1, support: 8, seed };
  const { wStar, support: truth } = plantedNetwork(planted);
  const random = seededRandom(-seed);
  const free = Array.from(wStar.keys());
  const w0 = new Float64Array(50);
  for (let n = 0; n < 8; n++) {
    const [i] = free.splice(random.integer(free.length), 1);
    w0[i] = random.normal();
  }
  const solver = adaptiveIht({
    loss: populationLoss({ wStar, patches }),
    sparsity: 8,
    stepSize: 0.5,
  });
  let held = support(w0).filter((i) => truth.includes(i));
  let count = 0;
  const step = solver.step;
  const watched = {
    ...solver,
    step: (state: Parameters<typeof step>[0]) => {
      step(state);
      const now = support(state.u);
      count += held.filter((i) => !now.includes(i)).length;
      held = now.filter((i) => truth.includes(i));
      return state;
    },
  };
  for (const _ of iterate(watched, w0, { tolerance: 1e-12 }));
  return count;
}

describe("theorem2", () => {
  test("Algorithm 2 reaches w* from every start but −w*", () => {
    expect(rows).toHaveLength(6 * 4);
    for (const [start, , reached] of rows)
      expect(reached).toBe(`${excluded(start) ? 0 : seeds} of ${seeds}`);
  });

  test("from −w* it ends at the saddle of Lemma 5.1.1, or at 0 for k = 1", () => {
    for (const [, k, , error] of rows.filter(([start]) => excluded(start))) {
      const patches = Number(k);
      const saddle = (patches ** 2 - patches) / (patches ** 2 + (Math.PI - 1) * patches);
      expect(error).toBeCloseTo(1 + saddle, 8);
    }
  });

  test("only indices of Γ* enter the support, but some of them leave it on the way", () => {
    const verdicts = claims.map(({ verdict }) => verdict);
    expect(verdicts).toEqual(["holds", "holds", "holds", "fails"]);
    const random = rows.filter(([start]) => start === "random s-sparse");
    for (const [, k, , , , , , wrongIn, rightOut] of random) {
      const seen = [1, 2, 3, 4].map((seed) => leaves(Number(k), seed));
      expect([wrongIn, rightOut]).toEqual([0, seen.reduce((sum, n) => sum + n)]);
      expect(rightOut).toBeGreaterThan(0);
    }
  });

  test("the certificate shown finds w*, and that Lemma 5.4.1's norm falls where it is above w*'s", () => {
    const failed = certificate.filter(({ verdict }) => verdict === "fails");
    expect(failed.map(({ name }) => name)).toEqual(["Lemma 5.4.1: norm"]);
    expect(certificate.find(({ name }) => name === "Theorem 2")?.verdict).toBe("holds");
  });
});
