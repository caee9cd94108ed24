import { norm, populationLoss } from "@proxkit/core";
import { l1 } from "@proxkit/penalties-l1";
import { admm, proximalGradient, solve } from "@proxkit/solvers";
import { describe, expect, it } from "vitest";
import { diabetes, penalties, population } from "./problems.ts";

const distance = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  norm(Float64Array.from(a, (x, i) => x - b[i]));

describe("admm", () => {
  const { loss, solutions } = diabetes();

  it.each(
    [undefined, 0.3, 3].flatMap((rho) =>
      (["safe", "backtracking"] as const).map((stepSize) => ({ rho, stepSize })),
    ),
  )("finds the known lasso solutions of the diabetes data: %o", (options) => {
    for (const { lam: lambda, w } of solutions) {
      const solver = admm({ loss, penalty: l1(), lambda, ...options });
      const result = solve(solver, new Float64Array(w.length));
      expect(result.outcome).toBe("converged");
      expect(distance(result.solution, w) / norm(Float64Array.from(w))).toBeLessThan(1e-8);
      // zeros of u are exact
      expect([...result.solution].map((x) => x === 0)).toEqual(w.map((x) => x === 0));
    }
  });

  it("ends where w = u and −∇f(w) = ρz is a multiplier of the penalty", () => {
    const [{ lam: lambda }] = solutions;
    const rho = 0.7;
    const solver = admm({ loss, penalty: l1(), lambda, rho });
    const { state } = solve(solver, new Float64Array(10));
    expect(distance(state.w, state.u)).toBeLessThan(1e-7);
    const multiplier = state.z.map((z) => rho * z);
    expect(
      distance(
        state.gradient,
        multiplier.map((x) => -x),
      ) / norm(multiplier),
    ).toBeLessThan(1e-7);
    for (const x of multiplier) expect(Math.abs(x)).toBeLessThanOrEqual(lambda * (1 + 1e-7));
  });

  it("takes the steps of its rule, as a slow twin writes them, when each w is found to the end", () => {
    // f = ½ ‖w − b‖²: the inner problem has the solution (b + ρ(u − z))/(1 + ρ), one step of 1/(1 + ρ) away
    const b = [3, 0.4, -2];
    const quadratic = {
      dimension: 3,
      smoothness: 1,
      value: (w: Float64Array) => distance(w, b) ** 2 / 2,
      gradient(w: Float64Array, out = new Float64Array(3)) {
        for (let i = 0; i < 3; i++) out[i] = w[i] - b[i];
        return out;
      },
    };
    const [rho, lambda] = [0.5, 0.6];
    const solver = admm({ loss: quadratic, penalty: l1(), lambda, rho });
    const state = solver.init(Float64Array.of(1, 1, 1));
    let w = Float64Array.of(1, 1, 1);
    let z = new Float64Array(3);
    for (let n = 0; n < 20; n++) {
      const u = l1().prox(
        w.map((x, i) => x + z[i]),
        lambda / rho,
      );
      w = w.map((_, i) => (b[i] + rho * (u[i] - z[i])) / (1 + rho));
      z = z.map((x, i) => x + w[i] - u[i]);
      solver.step(state);
      expect(distance(state.u, u)).toBeLessThan(1e-14);
      expect(distance(state.w, w)).toBeLessThan(1e-14);
      expect(distance(state.z, z)).toBeLessThan(1e-14);
    }
    expect(distance(state.u, [2.4, 0, -1.4])).toBeLessThan(1e-2); // soft(b, λ), on the way
  });

  it.each(penalties.filter(({ name }) => name !== "l0"))(
    "agrees with proximal gradient on the network's population loss, penalty $name",
    (penalty) => {
      for (let seed = 1; seed <= 3; seed++) {
        const problem = population(20, seed);
        const options = { loss: problem.loss, penalty, lambda: 1e-4 };
        const a = solve(admm({ ...options, rho: 1 }), problem.w0);
        const b = solve(proximalGradient(options), problem.w0);
        expect(a.outcome).toBe("converged");
        expect(distance(a.solution, b.solution)).toBeLessThan(1e-6);
      }
    },
  );

  it("counts its gradients, at most innerIterations a step", () => {
    const solver = admm({ loss, penalty: l1(), lambda: 1, innerIterations: 3 });
    const { state, iteration } = solve(solver, new Float64Array(10), { maxIterations: 20 });
    expect(state.gradients).toBeGreaterThan(iteration);
    expect(state.gradients).toBeLessThanOrEqual(1 + 3 * iteration);
  });

  it.each([
    [{ rho: 0 }, "admm: rho must be a finite number greater than 0, received 0"],
    [{ lambda: Number.NaN }, "admm: lambda must be a finite number at least 0, received NaN"],
    [{ innerIterations: 0 }, "admm: innerIterations must be a positive whole number, received 0"],
  ])("refuses %j", (bad, message) => {
    const small = populationLoss({ wStar: [1, 0], patches: 1 });
    expect(() => admm({ loss: small, penalty: l1(), lambda: 1, ...bad })).toThrow(message);
  });
});
