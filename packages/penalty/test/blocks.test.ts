import { l0 } from "@proxkit/penalties-l0";
import { l1 } from "@proxkit/penalties-l1";
import { tl1 } from "@proxkit/penalties-tl1";
import { type Block, blocks, restricted, scaled } from "@proxkit/penalty";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { euclideanNorm } from "./euclidean-norm.ts";
import { minimisationCases, nothingBeatsTheProx } from "./nothing-beats.ts";

const mixed: readonly (readonly [string, readonly Block[]])[] = [
  [
    "lengths",
    [
      { penalty: euclideanNorm, length: 2 },
      { penalty: tl1({ a: 0.5 }), length: 3 },
      { penalty: l0(), length: 1 },
    ],
  ],
  [
    "indices",
    [
      { penalty: euclideanNorm, indices: [4, 0] },
      { penalty: scaled(l1(), 2), indices: Uint32Array.of(1) },
      { penalty: l0(), indices: [5, 2] },
    ],
  ],
];

describe("blocks", () => {
  it("gives each block to its penalty, in order", () => {
    const penalty = blocks([
      { penalty: l1(), length: 2 },
      { penalty: l0(), length: 0 },
      { penalty: l0(), length: 2 },
    ]);
    const v = Float64Array.of(3, -1, 3, -1);
    expect(penalty.value(v)).toBe(6); // |3| + |−1|, and two nonzeros
    expect([...penalty.prox(v, 1)]).toEqual([2, 0, 3, 0]);
    expect([...penalty.prox(v, Float64Array.of(0, 0.5, 9, 0.25))]).toEqual([3, -0.5, 0, -1]);
  });

  it.each(mixed)("has no point that beats its prox, with %s", (_, list) => {
    fc.assert(
      fc.property(minimisationCases(6), ({ v, t, random }) => {
        nothingBeatsTheProx(blocks(list), v, t, random);
      }),
    );
  });

  it.each(mixed)("is its restrictions one after the other, with %s", (_, list) => {
    let end = 0;
    const restrictions = list.map(({ penalty, length, indices }) => {
      const start = end;
      end += length ?? 0;
      return restricted(penalty, indices ?? Array.from({ length }, (_, i) => start + i));
    });
    fc.assert(
      fc.property(minimisationCases(6), ({ v, t }) => {
        const expected = v.slice();
        for (const penalty of restrictions) penalty.prox(expected, t, expected);
        expect(blocks(list).prox(v, t)).toEqual(expected);
        const sum = restrictions.reduce((value, penalty) => value + penalty.value(v), 0);
        expect(blocks(list).value(v)).toBeCloseTo(sum, 12);
      }),
    );
  });

  it("is convex or separable if all parts are, and as weakly convex as the least convex part", () => {
    const make = (...penalties: Block["penalty"][]) =>
      blocks(penalties.map((penalty) => ({ penalty, length: 1 }))).traits;
    expect(make(l1(), l1())).toEqual({ convex: true, separable: true, weakConvexity: 0 });
    expect(make(l1(), euclideanNorm)).toEqual({ convex: true, separable: false, weakConvexity: 0 });
    const bent = tl1({ a: 2 }).traits.weakConvexity;
    expect(make(l1(), tl1({ a: 2 }), tl1({ a: 3 }))).toEqual({
      convex: false,
      separable: true,
      weakConvexity: bent,
    });
  });

  it("leaves its input untouched, and may write over it", () => {
    const penalty = blocks(mixed[1][1]);
    const v = Float64Array.of(1, 2, 3, 4, 5, 6);
    const fresh = penalty.prox(v, 1);
    expect([...v]).toEqual([1, 2, 3, 4, 5, 6]);
    expect(fresh[3]).toBe(4); // in no block
    expect(penalty.prox(v, 1, v)).toBe(v);
    expect(v).toEqual(fresh);
  });

  it("tells its blocks as they were given, as JSON", () => {
    expect(JSON.parse(JSON.stringify(blocks(mixed[1][1]).parameters))).toEqual({
      blocks: [
        { indices: [4, 0], penalty: { name: "norm", parameters: {} } },
        {
          indices: [1],
          penalty: {
            name: "scaled",
            parameters: { c: 2, penalty: { name: "l1", parameters: {} } },
          },
        },
        { indices: [5, 2], penalty: { name: "l0", parameters: {} } },
      ],
    });
    expect(blocks([{ penalty: l0(), length: 3 }]).parameters).toEqual({
      blocks: [{ length: 3, penalty: { name: "l0", parameters: {} } }],
    });
  });

  it.each([
    [[{ penalty: l1() }], "blocks: blocks[0] must have either a length or indices"],
    [
      [{ penalty: l1(), length: 1, indices: [0] }],
      "blocks: blocks[0] must have either a length or indices",
    ],
    [
      [
        { penalty: l1(), length: 1 },
        { penalty: l1(), indices: [1] },
      ],
      "blocks: all blocks must have lengths, or all indices",
    ],
    [
      [{ penalty: l1(), length: 1.5 }],
      "blocks: blocks[0].length must be a whole number at least 0, received 1.5",
    ],
    [
      [
        { penalty: l1(), indices: [0, 1] },
        { penalty: l1(), indices: [2, 1] },
      ],
      "blocks: blocks[1].indices[1] must be a new index, received 1 again",
    ],
  ])("refuses a list that says no partition", (list, message) => {
    expect(() => blocks(list as never)).toThrow(new RangeError(message));
  });

  it("refuses vectors of another length, and bad steps, and writes nothing then", () => {
    const out = new Float64Array(6).fill(7);
    const byLength = blocks(mixed[0][1]);
    const byIndex = blocks(mixed[1][1]);
    const v = new Float64Array(6);
    expect(() => byLength.prox(new Float64Array(7), 1)).toThrow(
      "blocks: v must have length 6, received 7",
    );
    expect(() => byIndex.value(new Float64Array(5))).toThrow(
      "blocks: w must have length 6 or more, received 5",
    );
    expect(() => byLength.prox(v, 1, new Float64Array(5))).toThrow(
      "blocks: out must have length 6, received 5",
    );
    expect(() => byLength.prox(v, Number.NaN, out)).toThrow(
      "blocks: t must be at least 0, received NaN",
    );
    expect(() => byLength.prox(v, new Float64Array(5), out)).toThrow(
      "blocks: t must have length 6, received 5",
    );
    const steps = Float64Array.of(1, 2, 1, 1, 1, 1); // the norm wants one step for its two coordinates
    expect(() => byLength.prox(v, steps, out)).toThrow("norm: t must be constant");
    expect([...out]).toEqual([7, 7, 7, 7, 7, 7]);
  });
});
