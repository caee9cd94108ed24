import plugin, { box, positive } from "@proxkit/penalties-box";
import { l0 } from "@proxkit/penalties-l0";
import { l1 } from "@proxkit/penalties-l1";
import { tl1 } from "@proxkit/penalties-tl1";
import { createPenalty, weighted } from "@proxkit/penalty";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { capped, concave, convex, titleOf } from "./inner-penalties.ts";

const any = fc.double({ noNaN: true });
const step = fc.double({ min: 0, noNaN: true }).filter((t) => t > 0);

describe("box", () => {
  it("is the nearest point within the bounds, whatever the step", () => {
    fc.assert(
      fc.property(any, any, any, step, (a, b, v, t) => {
        const [lower, upper] = [Math.min(a, b), Math.max(a, b)];
        fc.pre(lower < Number.POSITIVE_INFINITY && upper > Number.NEGATIVE_INFINITY);
        const nearest = Math.min(Math.max(v, lower), upper);
        expect(box({ lower, upper }).scalar.prox(v, t)).toBe(nearest + 0);
        expect(box({ lower, upper }).scalar.value(nearest)).toBe(0);
      }),
    );
  });

  it("is infinite outside the bounds, and the penalty within, the bounds included", () => {
    const { value } = box({ lower: -1, upper: 2, penalty: l1() }).scalar;
    expect([-1, 0, 2].map(value)).toEqual([1, 0, 2]);
    expect([-1.001, 2.001, Number.NEGATIVE_INFINITY].map(value)).toEqual(
      Array(3).fill(Number.POSITIVE_INFINITY),
    );
    expect(value(Number.NaN)).toBeNaN();
    expect(box().value(Float64Array.of(1, Number.NaN))).toBeNaN();
    expect(box().value(Float64Array.of(1, -1e-300))).toBe(Number.POSITIVE_INFINITY);
  });

  it("is positivity without options, and the penalty itself without bounds", () => {
    expect([...box().prox(Float64Array.of(-2, 3), 1)]).toEqual([0, 3]);
    for (const penalty of [...convex, ...concave]) {
      const free = box({ lower: null, upper: null, penalty }).scalar;
      fc.assert(
        fc.property(fc.integer({ min: -500, max: 500 }), fc.constantFrom(0.1, 1, 7), (n, t) => {
          expect(free.prox(n / 100, t)).toBe(penalty.scalar.prox(n / 100, t));
          expect(positive(penalty).scalar.prox(n / 100, t)).toBe(
            n > 0 ? penalty.scalar.prox(n / 100, t) : 0,
          );
        }),
        { numRuns: 50 },
      );
    }
  });

  it("weighs a bound against 0 where the penalty's own prox is beyond it", () => {
    const { prox, threshold } = box({ lower: -1, upper: 2, penalty: l0() }).scalar;
    // t = 8: l0 cuts at 4 and would keep v. On [0, 2]: 8 + ½(2 − v)² < ½v² from v = 8/2 + 2/2 = 5 on.
    expect([4, 5, 5.001, 9].map((v) => prox(v, 8))).toEqual([0, 0, 2, 2]);
    // On [−1, 0]: from v = −(8/1 + 1/2) on.
    expect([-5, -8.5, -8.501].map((v) => prox(v, 8))).toEqual([0, 0, -1]);
    expect(threshold(8)).toBe(5);
    expect(threshold(0.125)).toBe(0.5); // √(2t) is within both bounds
  });

  it("finds a minimiser that is neither 0, nor a bound, nor the penalty's own prox", () => {
    // min(|x|, 1), t = ½: at v = 1.3 the objective is 0.5 at v itself, and at v − t = 0.8 it is 0.525.
    // A bound at 0.9 leaves 0.8; the bound has 0.45 + 0.08 = 0.53.
    expect(capped.scalar.prox(1.3, 0.5)).toBe(1.3);
    expect(box({ upper: 0.9, penalty: capped }).scalar.prox(1.3, 0.5)).toBeCloseTo(0.8, 15);
    expect(box({ upper: 0.7, penalty: capped }).scalar.prox(1.3, 0.5)).toBe(0.7);
  });

  it.each([...convex, ...concave].map((penalty) => ({ penalty, title: titleOf(penalty) })))(
    "$title: the prox is 0 up to the threshold, on both sides, and beyond it on one at most",
    ({ penalty }) => {
      for (const [lower, upper] of [
        [-1, 1],
        [-0.2, 3],
        [0, 0.5],
        [Number.NEGATIVE_INFINITY, 0.3],
      ])
        for (const t of [0.01, 0.3, 1, 2.5, 40]) {
          const { prox, threshold } = box({ lower, upper, penalty }).scalar;
          const limit = threshold(t);
          for (const share of [1, 0.999, 0.5, 1e-9])
            for (const v of [limit * share, -limit * share]) expect(prox(v, t)).toBe(0);
          const beyond = limit * (1 + 1e-9);
          expect(prox(beyond, t) !== 0 || prox(-beyond, t) !== 0).toBe(true);
        }
    },
  );

  it("says that nothing, or everything, goes to 0", () => {
    expect(box({ lower: 1, upper: 2 }).scalar.threshold(1)).toBe(Number.NEGATIVE_INFINITY);
    expect(box({ lower: 0, upper: 0 }).scalar.threshold(1)).toBe(Number.POSITIVE_INFINITY);
    expect(box().scalar.threshold(1)).toBe(0);
    expect(positive(l1()).scalar.threshold(3)).toBe(3);
    expect(box({ lower: 1, upper: 2 }).scalar.threshold(0)).toBe(0);
  });

  it("lifts the bounds at t = 0, as every penalty is lifted", () => {
    for (const v of [-5, -0, 5e-324, 7]) expect(positive(tl1()).scalar.prox(v, 0)).toBe(v);
    const penalty = weighted(box({ upper: 1 }), [0, 1]);
    expect([...penalty.prox(Float64Array.of(-5, -5), 1)]).toEqual([-5, 0]);
  });

  it("knows what to do at the ends of the number range", () => {
    for (const penalty of [undefined, l1(), l0(), tl1()]) {
      const { prox } = box({ lower: -1, upper: 2, penalty }).scalar;
      expect(prox(Number.NaN, 1)).toBeNaN();
      expect(prox(Number.NaN, 0)).toBeNaN();
      expect(prox(Number.POSITIVE_INFINITY, 1)).toBe(2);
      expect(prox(Number.NEGATIVE_INFINITY, 1)).toBe(-1);
      expect(prox(-0, 1)).toBe(0); // +0
      for (const v of [1e200, Number.MAX_VALUE]) expect(prox(v, 1e10)).toBe(2);
      if (penalty) expect(prox(1e300, Number.POSITIVE_INFINITY)).toBe(0);
    }
    // l0 cuts at √(2e300); up to 1e150 the bound is worth it from t/h + h/2 = 1.5e150 on
    const large = box({ upper: 1e150, penalty: l0() }).scalar;
    expect([1.4e150, 1.49e150, 1.51e150].map((v) => large.prox(v, 1e300))).toEqual([0, 0, 1e150]);
    const small = box({ upper: 1e-170, penalty: l0() }).scalar;
    expect(small.prox(1e-150, 1e-300)).toBe(0);
    expect(small.prox(2e-130, 1e-300)).toBe(1e-170);
    expect(box({ upper: -0, lower: -1 }).scalar.prox(1, 1)).toBe(0); // +0
    expect(box().prox(new Float64Array(0), 1)).toHaveLength(0);
  });

  it("has the penalty's traits, and is convex with one point", () => {
    expect(box().traits).toEqual({ convex: true, separable: true, weakConvexity: 0 });
    expect(positive(tl1({ a: 2 })).traits).toEqual(tl1({ a: 2 }).traits);
    expect(box({ upper: 0, penalty: l0() }).traits).toEqual(box().traits);
  });

  it("is rebuilt from its JSON by its default export, where nothing is inside", () => {
    for (const options of [{}, { lower: null, upper: 3 }, { lower: -2, upper: -1 }]) {
      const { parameters, name } = box(options);
      expect(name).toBe("box");
      const rebuilt = createPenalty(plugin, JSON.parse(JSON.stringify(parameters)));
      expect(rebuilt.parameters).toEqual(parameters);
    }
    expect(box().parameters).toEqual({ lower: 0, upper: null });
    expect(box({ lower: Number.NEGATIVE_INFINITY }).parameters).toMatchObject({ lower: null });
    expect(positive(tl1({ a: 2 })).parameters).toEqual({
      lower: 0,
      upper: null,
      penalty: { name: "tl1", parameters: { a: 2 } },
    });
  });
});
