import { l0 } from "@proxkit/penalties-l0";
import { tl1 } from "@proxkit/penalties-tl1";
import { type Penalty, restricted, weighted } from "@proxkit/penalty";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { absoluteValue } from "./absolute-value.ts";
import { euclideanNorm } from "./euclidean-norm.ts";
import { minimisationCases, nothingBeatsTheProx } from "./nothing-beats.ts";

const inner: Penalty[] = [absoluteValue, l0(), tl1({ a: 0.5 }), euclideanNorm];
const someOf = (d: number) => fc.shuffledSubarray(Array.from({ length: d }, (_, i) => i));

describe("restricted", () => {
  it("is the penalty of the chosen coordinates, and leaves the others as they are", () => {
    fc.assert(
      fc.property(minimisationCases(6), someOf(6), ({ v, t }, indices) => {
        for (const penalty of inner) {
          const chosen = Float64Array.from(indices, (i) => v[i]);
          const expected = v.slice();
          penalty.prox(chosen, t).forEach((x, n) => {
            expected[indices[n]] = x;
          });
          expect(restricted(penalty, indices).prox(v, t)).toEqual(expected);
          expect(restricted(penalty, indices).value(v)).toBe(penalty.value(chosen));
        }
      }),
    );
  });

  it("has no point that beats its prox", () => {
    fc.assert(
      fc.property(minimisationCases(6), someOf(6), ({ v, t, random }, indices) => {
        for (const penalty of inner)
          nothingBeatsTheProx(restricted(penalty, indices), v, t, random);
      }),
      { numRuns: 50 },
    );
  });

  it("shows the penalty its coordinates, weights and steps in the order of the indices", () => {
    const penalty = restricted(weighted(absoluteValue, [1, 2]), [3, 1]);
    const v = Float64Array.of(9, 9, 9, 9);
    expect([...penalty.prox(v, 1)]).toEqual([9, 7, 9, 8]);
    expect([...penalty.prox(v, Float64Array.of(5, 0, 5, 3))]).toEqual([9, 9, 9, 6]);
    expect(penalty.value(Float64Array.of(0, 1, 0, 10))).toBe(12);
  });

  it("gives a step that a coordinate outside has to nobody", () => {
    const penalty = restricted(euclideanNorm, [0, 1]);
    expect([...penalty.prox(Float64Array.of(3, 4, 7), Float64Array.of(5, 5, 1))]).toEqual([
      0, 0, 7,
    ]);
  });

  it("has the traits of the penalty, and JSON that tells it", () => {
    const penalty = restricted(tl1({ a: 2 }), Uint32Array.of(2, 0));
    expect(penalty.traits).toEqual(tl1({ a: 2 }).traits);
    expect(JSON.parse(JSON.stringify(penalty))).toMatchObject({
      name: "restricted",
      parameters: { indices: [2, 0], penalty: { name: "tl1", parameters: { a: 2 } } },
    });
    expect(restricted(euclideanNorm, [1]).traits).toEqual(euclideanNorm.traits);
  });

  it("leaves its input untouched, and may write over it", () => {
    const penalty = restricted(absoluteValue, [1]);
    const v = Float64Array.of(3, 3);
    expect([...penalty.prox(v, 1)]).toEqual([3, 2]);
    expect([...v]).toEqual([3, 3]);
    expect(penalty.prox(v, 1, v)).toBe(v);
    expect([...v]).toEqual([3, 2]);
  });

  it("keeps −0, infinities and NaN of an unpenalised coordinate, and hides no NaN in the value", () => {
    const v = Float64Array.of(-0, Number.NEGATIVE_INFINITY, Number.NaN, 3);
    const penalty = restricted(absoluteValue, [3]);
    const expected = v.slice();
    expected[3] = 2;
    expect(penalty.prox(v, 1)).toEqual(expected);
    expect(penalty.value(v)).toBeNaN();
  });

  it("penalises nothing without indices, in vectors of any length", () => {
    const penalty = restricted(l0(), []);
    expect(penalty.value(Float64Array.of(5))).toBe(0);
    expect(penalty.prox(new Float64Array(0), 1)).toHaveLength(0);
  });

  it.each([
    [[0, -1], "restricted: indices[1] must be an index, received -1"],
    [[0.5], "restricted: indices[0] must be an index, received 0.5"],
    [[Number.NaN], "restricted: indices[0] must be an index, received NaN"],
    [[2, 1, 2], "restricted: indices[2] must be a new index, received 2 again"],
  ])("refuses the indices %j", (indices, message) => {
    expect(() => restricted(absoluteValue, indices)).toThrow(new RangeError(message));
  });

  it("refuses vectors that are too short and bad steps, and writes nothing then", () => {
    const out = Float64Array.of(7, 7, 7);
    const v = Float64Array.of(1, 2, 3);
    const penalty = restricted(euclideanNorm, [0, 2]);
    const message = "restricted: v must have length 3 or more, received 2";
    expect(() => penalty.prox(Float64Array.of(1, 2), 1)).toThrow(message);
    expect(() => penalty.value(Float64Array.of(1, 2))).toThrow(message.replace(" v ", " w "));
    expect(() => penalty.prox(v, -1, out)).toThrow("restricted: t must be at least 0, received -1");
    expect(() => penalty.prox(v, Float64Array.of(1, -1, 1), out)).toThrow(
      "restricted: t must be at least 0, received -1",
    );
    expect(() => penalty.prox(v, Float64Array.of(1, 1, 2), out)).toThrow(
      "norm: t must be constant",
    );
    expect([...out]).toEqual([7, 7, 7]);
  });
});
