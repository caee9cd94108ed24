import { type Loss, leastSquares, norm } from "@proxkit/core";
import { l1 } from "@proxkit/penalties-l1";
import { separablePenalty } from "@proxkit/penalty";
import { lambdaMax, proximalGradient, solve } from "@proxkit/solvers";
import { describe, expect, it } from "vitest";
import { diabetes, penalties } from "./problems.ts";

const { loss } = diabetes();
const zero = new Float64Array(10);

describe("lambdaMax", () => {
  it("is the largest partial derivative at 0 for l1, as known for the diabetes data", () => {
    const known = Math.max(...loss.gradient(zero).map(Math.abs));
    expect(known).toBeCloseTo(45.16003002046289, 10); // examples/data/diabetes-lasso.json
    expect(lambdaMax({ loss, penalty: l1() }) / known).toBeCloseTo(1, 11);
  });

  it.each(penalties)("divides all weights 0 from some weights not 0, penalty $name", (penalty) => {
    const least = lambdaMax({ loss, penalty });
    const stepSize = 1 / (loss.smoothness as number);
    const weights = (lambda: number) =>
      solve(proximalGradient({ loss, penalty, lambda, stepSize, accelerate: false }), zero).support;
    const forward = loss.gradient(zero).map((g) => -stepSize * g);
    expect(penalty.value(penalty.prox(forward, stepSize * least))).toBe(0); // at least itself too
    expect(weights(least * (1 + 1e-9))).toEqual([]);
    expect(weights(least * (1 - 1e-9))).not.toEqual([]);
  });

  it("is 0 where the gradient at 0 is", () => {
    expect(lambdaMax({ loss: leastSquares({ X: [[1]], y: [0] }), penalty: l1() })).toBe(0);
  });

  it("says what is missing: a step size, or a λ that makes all weights 0", () => {
    const bare: Loss = { dimension: 10, value: norm, gradient: () => zero.map(() => 1) };
    const tiny = leastSquares({ X: [[1e-200], [1e-200]], y: [1, 2] }); // its smoothness underflows to 0
    for (const loss of [bare, tiny])
      expect(() => lambdaMax({ loss, penalty: l1() })).toThrow(
        "lambdaMax: stepSize must be given, finite and above 0, as this loss states no such smoothness, received undefined",
      );
    const ridge = separablePenalty({
      name: "ridge",
      convex: true,
      value: (x) => (x * x) / 2,
      prox: (v, t) => v / (1 + t),
      threshold: () => 0,
    });
    expect(() => lambdaMax({ loss, penalty: ridge })).toThrow(
      "lambdaMax: penalty must send every weight to 0 for some λ, received ridge",
    );
  });
});
