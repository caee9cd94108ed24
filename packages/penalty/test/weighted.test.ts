import { separablePenalty, weighted } from "@proxkit/penalty";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { absoluteValue } from "./absolute-value.ts";

const weights = fc.array(fc.double({ min: 0, max: 10, noNaN: true }), {
  minLength: 1,
  maxLength: 9,
});

describe("weighted", () => {
  it("is the plain penalty with the weights multiplied into the step", () => {
    fc.assert(
      fc.property(weights, fc.double({ min: 0, max: 9, noNaN: true }), (c, t) => {
        const v = Float64Array.from(c, (_, i) => 3 - i);
        const steps = Float64Array.from(c, (ci) => ci * t);
        expect(weighted(absoluteValue, c).prox(v, t)).toEqual(absoluteValue.prox(v, steps));
        expect(weighted(absoluteValue, c).prox(v, steps)).toEqual(
          absoluteValue.prox(
            v,
            Float64Array.from(c, (ci) => ci * ci * t),
          ),
        );
      }),
    );
  });

  it("counts each coordinate by its weight, and one of weight 0 not at all", () => {
    const penalty = weighted(absoluteValue, [0, 1, 2]);
    expect(penalty.value(Float64Array.of(Number.POSITIVE_INFINITY, 1, -3))).toBe(7);
    expect([...penalty.prox(Float64Array.of(5, 5, 5), 1)]).toEqual([5, 4, 3]);
  });

  it("multiplies the weak convexity by the largest weight", () => {
    const bent = separablePenalty({
      name: "bent",
      convex: false,
      weakConvexity: 3,
      value: Math.abs,
      prox: (v) => v,
      threshold: () => 0,
    });
    expect(weighted(bent, [1, 4, 2]).traits.weakConvexity).toBe(12);
    expect(weighted(bent, [0, 0]).traits).toEqual({
      convex: true,
      separable: true,
      weakConvexity: 0,
    });
  });

  it("tells its weights and the penalty inside, as JSON", () => {
    const { name, parameters } = weighted(absoluteValue, Float64Array.of(0.1, 2));
    expect(JSON.parse(JSON.stringify({ name, parameters }))).toEqual({
      name: "weighted",
      parameters: { weights: [0.1, 2], penalty: { name: "abs", parameters: {} } },
    });
  });

  it("never hides a NaN, in an unpenalised coordinate either", () => {
    const penalty = weighted(absoluteValue, [0, 1]);
    expect(penalty.value(Float64Array.of(Number.NaN, 1))).toBeNaN();
    expect(penalty.value(Float64Array.of(1, Number.NaN))).toBeNaN();
    expect([...penalty.prox(Float64Array.of(Number.NaN, 3), 1)]).toEqual([Number.NaN, 2]);
  });

  it("refuses weights and vectors that do not fit", () => {
    expect(() => weighted(absoluteValue, [1, -1])).toThrow(
      "weighted: weights[1] must be finite and >= 0, received -1",
    );
    const penalty = weighted(absoluteValue, [1, 2]);
    expect(() => penalty.prox(Float64Array.of(1), 1)).toThrow(
      "weighted: v must have length 2, received 1",
    );
    expect(() => penalty.prox(Float64Array.of(1, 2), -1)).toThrow(
      "weighted: t must be at least 0, received -1",
    );
  });
});
