import plugin, { box, positive } from "@proxkit/penalties-box";
import { l0 } from "@proxkit/penalties-l0";
import { l1 } from "@proxkit/penalties-l1";
import { tl1 } from "@proxkit/penalties-tl1";
import { createPenalty, type SeparablePenalty, separablePenalty } from "@proxkit/penalty";
import { describe, expect, it } from "vitest";

/** [x ≠ 0] + ½ x², which is neither convex, nor concave for x > 0. */
const l0l2: SeparablePenalty = separablePenalty({
  name: "l0l2",
  convex: false,
  value: (x) => (x === 0 ? 0 : 1 + 0.5 * x * x),
  prox: (v, t) => (v * v <= 2 * t * (1 + t) ? 0 : v / (1 + t)),
  threshold: (t) => Math.sqrt(2 * t * (1 + t)),
});

describe("the options of box", () => {
  it("take a penalty of any shape within half-lines from 0, and on the whole line", () => {
    expect([...positive(l0l2).prox(Float64Array.of(-9, 9, 1), 1)]).toEqual([0, 4.5, 0]);
    expect(() => box({ lower: null, penalty: l0l2 })).not.toThrow();
    expect(() => box({ lower: null, upper: 0, penalty: l0l2 })).not.toThrow();
    expect(() => box({ lower: 0, upper: 0, penalty: l0l2 })).not.toThrow();
  });

  it.each([
    [{ lower: Number.NaN }, "box: lower must be a number or null, received NaN"],
    [{ lower: "a" }, "box: lower must be a number or null, received a"],
    [{ lower: Number.POSITIVE_INFINITY }, "box: lower must be a number or null, received Infinity"],
    [{ upper: Number.NaN }, "box: upper must be a number or null, received NaN"],
    [
      { upper: Number.NEGATIVE_INFINITY },
      "box: upper must be a number or null, received -Infinity",
    ],
    [{ upper: -1 }, "box: upper must be at least lower, received 0 and -1"],
    [{ low: 1 }, "box: unknown option low; known: lower, upper, penalty"],
    [[0, 1], "box: options must be an object, received 0,1"],
    [
      { penalty: { name: "tl1", parameters: { a: 1 } } },
      "box: penalty must be an even separable penalty of its own package, received tl1",
    ],
    [
      { penalty: positive(l1()) },
      "box: penalty must be an even separable penalty of its own package, received box",
    ],
    [
      { lower: 2, upper: 3, penalty: box({ lower: -1, upper: 1 }) },
      "box: penalty must be finite within the bounds, box is infinite from 2 to 3",
    ],
    [
      { lower: 1, upper: 2, penalty: tl1() },
      "box: bounds around a penalty that is not convex must have 0 between them, received 1 and 2 for tl1",
    ],
    [
      { lower: null, upper: -1, penalty: l0() },
      "box: bounds around a penalty that is not convex must have 0 between them, received -Infinity and -1 for l0",
    ],
    [
      { upper: 2, penalty: l0l2 },
      "box: penalty must be convex, or concave for x > 0, within bounds other than 0; l0l2 is neither",
    ],
  ])("refuse %j", (options, message) => {
    expect(() => createPenalty(plugin, options)).toThrow(message);
    expect(() => createPenalty(plugin, options)).toThrow(
      expect.objectContaining({ name: "PenaltyOptionsError", penalty: "box" }),
    );
  });

  it("leave bad steps and lengths to be refused by prox", () => {
    const { prox } = box();
    const v = Float64Array.of(1, 2);
    expect(() => prox(v, -1)).toThrow("box: t must be at least 0, received -1");
    expect(() => prox(v, Float64Array.of(1))).toThrow("box: t must have length 2, received 1");
    expect(() => prox(v, 1, new Float64Array(3))).toThrow(
      "box: out must have length 2, received 3",
    );
  });
});
