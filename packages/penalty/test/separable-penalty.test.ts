import { blocks, restricted, scaled, separablePenalty, weighted } from "@proxkit/penalty";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { absoluteValue } from "./absolute-value.ts";

const vectors = fc.float64Array({ noNaN: true, maxLength: 20 });

describe("separablePenalty", () => {
  it("applies the scalar functions to each coordinate", () => {
    fc.assert(
      fc.property(vectors, fc.double({ min: 0, max: 1e3, noNaN: true }), (v, t) => {
        const each = [...v].map((x) => absoluteValue.scalar.prox(x, t));
        expect([...absoluteValue.prox(v, t)]).toEqual(each);
      }),
    );
    expect(absoluteValue.value(Float64Array.of(1, -2, 3))).toBe(6);
  });

  it("takes a step for each coordinate, and leaves alone those whose step is 0", () => {
    const t = Float64Array.of(0, 1, 2);
    expect([...absoluteValue.prox(Float64Array.of(5, 5, 5), t)]).toEqual([5, 4, 3]);
  });

  it("uses a loop of the penalty's own for one step, and prox for a step per coordinate", () => {
    const shift = separablePenalty({
      name: "shift",
      convex: true,
      value: () => 0,
      prox: (v) => v,
      threshold: () => 0,
      fill: (v, t, out) => out.set(v.map((x) => x + t)),
    });
    expect([...shift.prox(Float64Array.of(1, 2), 3)]).toEqual([4, 5]);
    expect([...shift.prox(Float64Array.of(1, 2), Float64Array.of(3, 3))]).toEqual([1, 2]);
    expect(() => shift.prox(Float64Array.of(1), -1)).toThrow("shift: t must be at least 0");
  });

  it("hands on which operator its prox is, but not to a copy with another prox, nor to what wraps it", () => {
    const kernel = (t: number) => ({ kind: "soft", threshold: t }) as const;
    const soft = separablePenalty({ ...absoluteValue.scalar, name: "soft", convex: true, kernel });
    expect(soft.kernel).toBe(kernel);
    expect(absoluteValue).not.toHaveProperty("kernel");
    for (const other of [
      { ...soft, prox: (v: Float64Array) => v.slice() },
      weighted(soft, [1, 2]),
      scaled(soft, 2),
      restricted(soft, [0]),
      blocks([{ penalty: soft, length: 2 }]),
    ])
      expect(other).not.toHaveProperty("kernel");
  });

  it("leaves its input untouched, and may write over it when told to", () => {
    fc.assert(
      fc.property(vectors, (v) => {
        const before = v.slice();
        const fresh = absoluteValue.prox(v, 0.5);
        expect(v).toEqual(before);
        expect(absoluteValue.prox(v, 0.5, v)).toBe(v);
        expect(v).toEqual(fresh);
      }),
    );
  });

  it.each([
    [() => absoluteValue.prox(Float64Array.of(1), -1), "abs: t must be at least 0, received -1"],
    [
      () => absoluteValue.prox(Float64Array.of(1), Number.NaN),
      "abs: t must be at least 0, received NaN",
    ],
    [
      () => absoluteValue.prox(Float64Array.of(1, 2), Float64Array.of(1, Number.NaN)),
      "abs: t must be at least 0, received NaN",
    ],
    [
      () => absoluteValue.prox(Float64Array.of(1, 2), Float64Array.of(1)),
      "abs: t must have length 2, received 1",
    ],
    [
      () => absoluteValue.prox(Float64Array.of(1, 2), 1, new Float64Array(3)),
      "abs: out must have length 2, received 3",
    ],
    [() => absoluteValue.scalar.prox(1, -0.5), "abs: t must be at least 0, received -0.5"],
    [() => absoluteValue.scalar.threshold(-2), "abs: t must be at least 0, received -2"],
  ])("refuses a bad step or length in one line", (call, message) => {
    expect(call).toThrow(new RangeError(message));
  });

  it("writes nothing when one of the steps is refused", () => {
    const out = Float64Array.of(7, 7);
    expect(() => absoluteValue.prox(Float64Array.of(1, 2), Float64Array.of(1, -1), out)).toThrow();
    expect([...out]).toEqual([7, 7]);
  });

  it("runs the loops that a definition brings, except where each coordinate has a step of its own", () => {
    const loops = separablePenalty({
      name: "loops",
      convex: true,
      value: Math.abs,
      prox: (v, t) => v / (1 + t),
      fill: (v, _, out) => void out.set(v),
      total: () => 7,
      threshold: () => 0,
    });
    const v = Float64Array.of(4, 8);
    expect([...loops.prox(v, 1)]).toEqual([4, 8]);
    expect([...loops.prox(v, Float64Array.of(1, 3))]).toEqual([2, 2]);
    expect(loops.value(v)).toBe(7);
    expect(() => loops.prox(v, -1)).toThrow("loops: t must be at least 0, received -1");
  });

  it("takes convex penalties to need no convexity added, and others to need any amount", () => {
    const definition = { name: "x", value: Math.abs, prox: () => 0, threshold: () => 0 };
    expect(separablePenalty({ ...definition, convex: true }).traits.weakConvexity).toBe(0);
    expect(separablePenalty({ ...definition, convex: false }).traits.weakConvexity).toBe(
      Number.POSITIVE_INFINITY,
    );
  });
});
