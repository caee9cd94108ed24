import { angle, networkLoss, plantedNetwork, randomUnitVector, seededRandom } from "@proxkit/core";
import { rvsm, solve } from "@proxkit/solvers";
import { describe, expect, it } from "vitest";
import { penalties } from "./problems.ts";

// A network's gradient jumps where a patch becomes active. On noisy data the minimum often lies on such
// a kink, where no gradient is 0: a fixed step goes to and fro over it for ever.
describe.each(penalties)("rvsm on noisy data, penalty $name", (penalty) => {
  it("comes to rest by backtracking, within 1e-4 of the objective of 3000 fixed steps", () => {
    let rests = 0;
    for (let seed = 1; seed <= 5; seed++) {
      const { X, y, wStar } = plantedNetwork({
        d: 15,
        patches: 3,
        samples: 300,
        support: 4,
        noise: 0.1,
        seed,
      });
      const options = {
        loss: networkLoss({ X, y, patches: 3 }),
        penalty,
        lambda: 1e-5,
        beta: 4e-3,
      };
      const w0 = randomUnitVector(15, seededRandom(seed));
      const searched = solve(rvsm({ ...options, stepSize: "backtracking" }), w0);
      const fixed = solve(rvsm({ ...options, stepSize: "safe" }), w0, { maxIterations: 3000 });
      expect(searched.outcome).toBe("converged");
      expect(searched.iteration).toBeLessThan(300);
      expect(searched.objective).toBeLessThanOrEqual(fixed.objective * (1 + 1e-4));
      expect(angle(searched.w, wStar)).toBeLessThan(0.15);
      if (fixed.outcome === "maxIterations") rests++;
    }
    expect(rests).toBeGreaterThan(0); // else these problems have no kinks to speak of
  });
});
