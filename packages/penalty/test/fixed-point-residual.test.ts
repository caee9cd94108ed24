import { fixedPointResidual } from "@proxkit/penalty";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { absoluteValue as penalty } from "./absolute-value.ts";

describe("fixedPointResidual", () => {
  it("is 0 where the optimality condition of the lasso holds", () => {
    // −∇f ∈ λ∂|w|: −λ sign(w) where w ≠ 0, within [−λ, λ] where w = 0
    const w = Float64Array.of(2, -1, 0, 0);
    const gradient = Float64Array.of(-0.5, 0.5, 0.3, -0.5);
    const at = { penalty, w, gradient, stepSize: 1, lambda: 0.5 };
    expect(fixedPointResidual(at)).toBe(0);
    expect(fixedPointResidual({ ...at, lambda: Float64Array.of(0.5, 0.5, 0.5, 0.5) })).toBe(0);
    expect(fixedPointResidual({ ...at, lambda: 0.4 })).toBeGreaterThan(0.1);
  });

  it("is the norm of the gradient where nothing is penalised, whatever the step", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 1, maxLength: 9 }),
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        (g, stepSize) => {
          const gradient = Float64Array.from(g);
          const w = new Float64Array(g.length);
          const residual = fixedPointResidual({ penalty, w, gradient, stepSize, lambda: 0 });
          expect(residual).toBeCloseTo(Math.hypot(...g), 9);
        },
      ),
    );
  });

  it("refuses a step size that is not positive, and a gradient of another length", () => {
    const point = { penalty, w: Float64Array.of(1), gradient: Float64Array.of(1), lambda: 1 };
    expect(() => fixedPointResidual({ ...point, stepSize: 0 })).toThrow(
      "fixedPointResidual: stepSize must be positive, received 0",
    );
    expect(() =>
      fixedPointResidual({ ...point, stepSize: 1, gradient: new Float64Array(2) }),
    ).toThrow("fixedPointResidual: gradient must have length 1, received 2");
  });
});
