import { group } from "@proxkit/penalties-group";
import { l0 } from "@proxkit/penalties-l0";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const lasso = group({ size: 2, weights: "equal" });
const counting = group({ size: 2, weights: "equal", radial: l0() });

describe("group, at the ends of the number range", () => {
  it("scales with powers of two, where squares overflow or underflow too", () => {
    const any = fc.integer({ min: -8e6, max: 8e6 }).map((n) => n / 2 ** 20);
    fc.assert(
      fc.property(any, any, fc.integer({ min: -900, max: 1000 }), (x, y, e) => {
        const [px, py] = lasso.prox(Float64Array.of(x, y), 1);
        const s = 2 ** e;
        const [qx, qy] = lasso.prox(Float64Array.of(x * s, y * s), s);
        expect(Math.abs(qx / s - px)).toBeLessThanOrEqual(4 * 2 ** -52 * Math.abs(x));
        expect(Math.abs(qy / s - py)).toBeLessThanOrEqual(4 * 2 ** -52 * Math.abs(y));
      }),
    );
    expect(lasso.value(Float64Array.of(3e-320, 4e-320))).toBe(5e-320);
    expect(lasso.value(Float64Array.of(3e300, 4e300))).toBeCloseTo(5e300, -290);
  });

  it("keeps a NaN within its group, and never hides it", () => {
    const v = Float64Array.of(Number.NaN, 1, 3, 4);
    for (const penalty of [lasso, counting])
      for (const t of [1, Number.POSITIVE_INFINITY]) {
        const p = penalty.prox(v, t);
        expect([...p.subarray(0, 2)]).toEqual([Number.NaN, Number.NaN]);
        expect([...p.subarray(2)]).toEqual([...penalty.prox(v.subarray(2), t)]);
        expect(penalty.value(v)).toBeNaN();
      }
    const elsewhere = group({ groups: [[0]] });
    expect(elsewhere.value(Float64Array.of(1, Number.NaN))).toBeNaN();
    expect([...elsewhere.prox(Float64Array.of(3, Number.NaN), 1)]).toEqual([2, Number.NaN]);
  });

  it("leaves a group with an infinity as it is, unless the step is infinite", () => {
    const v = Float64Array.of(Number.NEGATIVE_INFINITY, 5);
    expect(lasso.prox(v, 3)).toEqual(v);
    expect(counting.prox(v, 3)).toEqual(v);
    expect(lasso.value(v)).toBe(Number.POSITIVE_INFINITY);
    for (const finite of [3, Number.NEGATIVE_INFINITY])
      expect([...lasso.prox(Float64Array.of(finite, -4), Number.POSITIVE_INFINITY)]).toEqual([
        0, 0,
      ]);
  });

  it("makes +0 of a group of zeros and of underflow, and is the identity at t = 0", () => {
    expect([...lasso.prox(Float64Array.of(-0, 0), 1)]).toEqual([0, 0]);
    expect([...lasso.prox(Float64Array.of(-0, 3), 1)]).toEqual([0, 2]);
    expect([...counting.prox(Float64Array.of(-0, 3), 1)]).toEqual([0, 3]);
    const v = Float64Array.of(-0, 5e-324);
    expect(lasso.prox(v, 0)).toEqual(v);
    expect(lasso.prox(new Float64Array(0), 1)).toHaveLength(0);
    expect(lasso.value(new Float64Array(0))).toBe(0);
  });

  it("penalises nothing with weight 0, for an infinite step too", () => {
    const free = group({ size: 2, weights: [0] });
    const v = Float64Array.of(3, Number.POSITIVE_INFINITY);
    expect(free.prox(v, Number.POSITIVE_INFINITY)).toEqual(v);
    expect(free.value(v)).toBe(0);
  });
});
