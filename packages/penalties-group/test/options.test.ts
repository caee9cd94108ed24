import { box } from "@proxkit/penalties-box";
import plugin, { group } from "@proxkit/penalties-group";
import { createPenalty, type SeparablePenalty, separablePenalty } from "@proxkit/penalty";
import { describe, expect, it } from "vitest";

const uneven: SeparablePenalty = separablePenalty({
  name: "hinge",
  convex: true,
  value: (x) => Math.max(0, x),
  prox: (v, t) => (v > t ? v - t : Math.min(v, 0)),
  threshold: () => 0,
});

describe("the options of group", () => {
  it("take a size and the names of weights, as a command line gives them", () => {
    const penalty = createPenalty(plugin, { size: 2, weights: "equal" });
    expect([...penalty.prox(Float64Array.of(3, 4), 2.5)]).toEqual([1.5, 2]);
    expect(createPenalty(plugin, { size: 2, weights: undefined }).parameters).toEqual({
      size: 2,
      weights: "sqrt-size",
    });
  });

  it.each([
    [{}, "group: either size or groups must be given, received neither"],
    [{ size: 2, groups: [[0]] }, "group: either size or groups must be given, received both"],
    [{ size: 0 }, "group: size must be a whole number above 0, received 0"],
    [{ size: 2.5 }, "group: size must be a whole number above 0, received 2.5"],
    [{ size: "four" }, "group: size must be a whole number above 0, received four"],
    [{ groups: 3 }, "group: groups must be a list of lists of indices, received 3"],
    [{ groups: [[0], 1] }, "group: groups[1] must be a list of indices, received 1"],
    [{ groups: [[]] }, "group: groups[0] must be a list of indices, received []"],
    [{ groups: [[0, -1]] }, "group: groups[0] must hold indices, received -1"],
    [{ groups: [[0, 1.5]] }, "group: groups[0] must hold indices, received 1.5"],
    [{ groups: [[0, 1], [1]] }, "group: groups[1] must hold new indices, received 1 again"],
    [
      { size: 2, weights: "root" },
      "group: weights must be sqrt-size, equal or a list, received root",
    ],
    [{ size: 2, weights: [1, -1] }, "group: weights must be finite and >= 0, received -1"],
    [{ size: 2, weights: [Number.NaN] }, "group: weights must be finite and >= 0, received NaN"],
    [
      { groups: [[0]], weights: [1, 2] },
      "group: weights must be one for each of 1 groups, received 2",
    ],
    [{ sizes: 2, size: 1 }, "group: unknown option sizes; known: size, groups, weights, radial"],
    [
      { size: 2, radial: { name: "tl1", parameters: { a: 1 } } },
      "group: radial must be an even separable penalty of its own package, received tl1",
    ],
    [
      { size: 2, radial: uneven },
      "group: radial must be an even separable penalty of its own package, received hinge",
    ],
    [
      { size: 2, radial: box({ lower: -1, upper: 1 }) },
      "group: radial must be finite, box is infinite at 1e100",
    ],
    [null, "group: options must be an object, received null"],
  ])("refuse %j", (options, message) => {
    expect(() => createPenalty(plugin, options)).toThrow(message);
    expect(() => createPenalty(plugin, options)).toThrow(
      expect.objectContaining({ name: "PenaltyOptionsError", penalty: "group" }),
    );
  });

  it.each([
    [{ size: 2 }, 3, "group: v must have length a multiple of 2, received 3"],
    [{ size: 2, weights: [1, 1] }, 6, "group: v must have length 4, received 6"],
    [{ groups: [[0, 4]] }, 3, "group: v must have length 5 or more, received 3"],
  ])("%j refuse a vector of length %d", (options, d, message) => {
    const penalty = group(options);
    expect(() => penalty.prox(new Float64Array(d), 1)).toThrow(new RangeError(message));
    expect(() => penalty.value(new Float64Array(d))).toThrow(message.replace(" v ", " w "));
  });

  it("leave bad steps to be refused by prox, which then writes nothing", () => {
    const v = Float64Array.of(1, 2, 3, 4);
    const out = Float64Array.of(7, 7, 7, 7);
    const { prox } = group({ size: 2 });
    expect(() => prox(v, -1, out)).toThrow("group: t must be at least 0, received -1");
    expect(() => prox(v, Number.NaN, out)).toThrow("group: t must be at least 0, received NaN");
    expect(() => prox(v, Float64Array.of(1, 1, 1), out)).toThrow(
      "group: t must have length 4, received 3",
    );
    expect(() => prox(v, Float64Array.of(1, 1, 2, 3), out)).toThrow(
      "group: t must be the same within a group, received 2 and 3 in group 1",
    );
    expect(() => prox(v, Float64Array.of(1, 1, -2, -2), out)).toThrow(
      "group: t must be at least 0, received -2",
    );
    expect(() => prox(v, 1, new Float64Array(2))).toThrow(
      "group: out must have length 4, received 2",
    );
    expect([...out]).toEqual([7, 7, 7, 7]);
  });
});
