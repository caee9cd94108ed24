import plugin, { group } from "@proxkit/penalties-group";
import { l0 } from "@proxkit/penalties-l0";
import { l1 } from "@proxkit/penalties-l1";
import { tl1 } from "@proxkit/penalties-tl1";
import { createPenalty, type Penalty, scaled, weighted } from "@proxkit/penalty";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minimisationCases, nothingBeatsTheProx } from "../../penalty/test/nothing-beats.ts";

const radials = [l1(), l0(), tl1({ a: 0.5 }), scaled(tl1({ a: 2 }), 3)];
const finite = fc.integer({ min: -1e6, max: 1e6 }).map((n) => n / 1e4);
const step = fc.integer({ min: 0, max: 5e5 }).map((n) => n / 1e4);
const sixNumbers = fc
  .array(fc.oneof(finite, fc.constantFrom(0, -0, Number.NaN, Number.NEGATIVE_INFINITY)), {
    minLength: 6,
    maxLength: 6,
  })
  .map((list) => Float64Array.from(list));

describe("group", () => {
  it("has no point that beats its prox, whatever is inside", () => {
    const groups = [[4, 0, 2], [1], [5, 6]];
    fc.assert(
      fc.property(minimisationCases(8), ({ v, t, random }) => {
        for (const radial of radials) {
          nothingBeatsTheProx(group({ size: 4, radial }), v, t, random);
          nothingBeatsTheProx(group({ groups, radial, weights: [2, 0.5, 0] }), v, t, random);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("is the radial penalty itself, weighted, on groups of one, to the bit", () => {
    fc.assert(
      fc.property(
        fc.oneof(sixNumbers, fc.float64Array({ noNaN: true, maxLength: 5 })),
        step,
        (v, t) => {
          for (const radial of radials) {
            const weights = Array.from(v, (_, i) => i + 1);
            const penalty = group({ groups: weights.map((_, i) => [i]), weights, radial });
            expect(penalty.value(v)).toBe(weighted(radial, weights).value(v));
            expect(penalty.prox(v, t)).toEqual(t > 0 ? weighted(radial, weights).prox(v, t) : v);
          }
        },
      ),
    );
  });

  it("takes sizes as lists of consecutive indices, and knows no order of groups", () => {
    fc.assert(
      fc.property(sixNumbers, step, (v, t) => {
        const bySize = group({ size: 2 });
        const byList = group({ groups: [[0, 1], [5, 4], Uint32Array.of(2, 3)] });
        expect(byList.prox(v, t)).toEqual(bySize.prox(v, t));
        const value = bySize.value(v);
        if (Number.isFinite(value)) expect(byList.value(v)).toBeCloseTo(value, 9);
        else expect(byList.value(v)).toBe(value);
      }),
    );
  });

  it("turns with its group: only the norm counts", () => {
    fc.assert(
      fc.property(
        finite,
        finite,
        step,
        fc.double({ min: 0, max: 7, noNaN: true }),
        (x, y, t, a) => {
          const [c, s] = [Math.cos(a), Math.sin(a)];
          const penalty = group({ size: 2, radial: tl1({ a: 40 }) }); // t below the critical one: no jump
          const [px, py] = penalty.prox(Float64Array.of(x, y), t);
          const turned = penalty.prox(Float64Array.of(c * x - s * y, s * x + c * y), t);
          expect(turned[0]).toBeCloseTo(c * px - s * py, 9);
          expect(turned[1]).toBeCloseTo(s * px + c * py, 9);
        },
      ),
    );
  });

  it("weighs groups by the root of their size unless told", () => {
    const w = Float64Array.of(3, 4, 0, 0, 2, 0, 0, 0);
    expect(group({ size: 4 }).value(w)).toBe(14); // √4·(5 + 2)
    expect(group({ size: 4, weights: "equal" }).value(w)).toBe(7);
    expect(group({ groups: [[0, 1, 2, 3], [4]] }).value(w)).toBe(12); // √4·5 + √1·2
    expect(group({ size: 4, weights: [3, 0] }).value(w)).toBe(15);
  });

  it("drops a group at the threshold of its norm, and keeps the larger of two equal minimisers out", () => {
    const lasso = group({ size: 2, weights: "equal" });
    expect([...lasso.prox(Float64Array.of(3, -4), 5)]).toEqual([0, 0]);
    expect([...lasso.prox(Float64Array.of(-3, 4), 2.5)]).toEqual([-1.5, 2]);
    const counting = group({ size: 2, weights: "equal", radial: l0() });
    expect([...counting.prox(Float64Array.of(3, -4), 12.5)]).toEqual([0, 0]); // √(2·12.5) = 5
    expect([...counting.prox(Float64Array.of(3, -4), 12.4)]).toEqual([3, -4]);
  });

  it("leaves coordinates of no group as they are", () => {
    const penalty = group({ groups: [[3, 1]], weights: "equal" });
    const v = Float64Array.of(9, 3, -0, 4, Number.NEGATIVE_INFINITY);
    expect(penalty.prox(v, 5)).toEqual(Float64Array.of(9, 0, -0, 0, Number.NEGATIVE_INFINITY));
    expect(penalty.value(v)).toBe(5);
    expect(group({ groups: [] }).prox(v, 5)).toEqual(v);
  });

  it("takes a step for each group, and the steps of ungrouped coordinates for nothing", () => {
    const penalty = group({ groups: [[0, 2], [1]], weights: "equal" });
    const v = Float64Array.of(3, 7, 4, 1);
    expect([...penalty.prox(v, Float64Array.of(2.5, 1, 2.5, 8))]).toEqual([1.5, 6, 2, 1]);
    expect([...penalty.prox(v, Float64Array.of(0, 1, 0, 8))]).toEqual([3, 6, 4, 1]);
  });

  it("leaves its input untouched, and may write over it", () => {
    fc.assert(
      fc.property(sixNumbers, step, (v, t) => {
        const penalty = group({ size: 3 });
        const before = v.slice();
        const fresh = penalty.prox(v, t);
        expect(v).toEqual(before);
        expect(penalty.prox(v, t, v)).toBe(v);
        expect(v).toEqual(fresh);
      }),
    );
  });

  it("is convex and weakly convex as its radial penalty, times the largest weight", () => {
    const convex = { convex: true, separable: false, weakConvexity: 0 };
    expect(group({ size: 4 }).traits).toEqual(convex);
    expect(group({ size: 4, radial: l0(), weights: [0, 0] }).traits).toEqual(convex);
    expect(group({ groups: [], radial: l0() }).traits).toEqual(convex);
    const { weakConvexity } = tl1({ a: 2 }).traits;
    const of = (options: object) =>
      group({ groups: [[0], [1, 2, 3, 4]], radial: tl1({ a: 2 }), ...options }).traits;
    expect(of({})).toEqual({ convex: false, separable: false, weakConvexity: 2 * weakConvexity });
    expect(of({ weights: "equal" }).weakConvexity).toBe(weakConvexity);
    expect(of({ weights: [3, 1] }).weakConvexity).toBe(3 * weakConvexity);
  });

  it("is rebuilt from its JSON by its default export, where the absolute value is inside", () => {
    const v = Float64Array.of(1, -2, 3, 4, 5, 6);
    const rebuilt = ({ parameters }: Penalty) =>
      createPenalty(plugin, JSON.parse(JSON.stringify(parameters)));
    for (const penalty of [
      group({ size: 3 }),
      group({ size: 2, weights: [1, 2, 0] }),
      group({ groups: [[0, 5], Uint32Array.of(2)], weights: "equal" }),
    ])
      expect(rebuilt(penalty).prox(v, 0.7)).toEqual(penalty.prox(v, 0.7));
    expect(group({ size: 2 }).parameters).toEqual({ size: 2, weights: "sqrt-size" });
    expect(group({ size: 2, radial: tl1() }).parameters).toMatchObject({
      radial: { name: "tl1", parameters: { a: 1 } },
    });
  });
});
