import { l0 } from "@proxkit/penalties-l0";
import { l1 } from "@proxkit/penalties-l1";
import { tl1 } from "@proxkit/penalties-tl1";
import { separablePenalty, weighted } from "@proxkit/penalty";
import { checkPenalty, type LawOptions, LawViolation, penaltyLaws } from "@proxkit/penalty-laws";
import { describe, expect, it } from "vitest";
import { ridge } from "./right-penalties.ts";
import { euclidean, groups, vectorPenalty } from "./right-vector-penalties.ts";

describe("checkPenalty", () => {
  it("tells for every law whether it holds, is broken, or does not speak of the penalty, and why", () => {
    const results = checkPenalty({ ...l1(), prox: (v) => v.slice() });
    for (const { outcome, reason, violation } of results) {
      expect(typeof reason).toBe(outcome === "notApplicable" ? "string" : "undefined");
      expect(violation instanceof LawViolation).toBe(outcome === "broken");
    }
    const outcomes = new Map(results.map(({ name, outcome }) => [name, outcome]));
    expect(outcomes.get("prox is a global minimiser")).toBe("broken");
    expect(outcomes.get("prox is monotone")).toBe("holds");
    expect(outcomes.get("Moreau's identity holds")).toBe("broken");
    expect([...outcomes.values()]).toContain("notApplicable");
    expect(outcomes.size).toBe(results.length);
  });

  it("has the laws of penaltyLaws, in the same order, and those that do not apply", () => {
    for (const penalty of [l1(), l0(), euclidean, weighted(tl1(), [1, 2])]) {
      const speaking = checkPenalty(penalty, { numRuns: 1 }).filter(
        ({ outcome }) => outcome !== "notApplicable",
      );
      expect(penaltyLaws(penalty).map(({ name }) => name)).toEqual(
        speaking.map(({ name }) => name),
      );
    }
  });

  it("takes well under 2 s, for vectors too", () => {
    for (const penalty of [l1(), tl1(), euclidean]) {
      const start = performance.now();
      checkPenalty(penalty);
      expect(performance.now() - start).toBeLessThan(2000);
    }
  });

  it("comes to an end for a prox that is noise", () => {
    let state = 1;
    const noise = (v: number) => {
      state = (state * 48271) % 2147483647;
      return v * (state / 2147483647);
    };
    const noisy = separablePenalty({ ...l0().scalar, name: "noise", convex: false, prox: noise });
    const broken = checkPenalty(noisy).filter(({ outcome }) => outcome === "broken");
    expect(broken.map(({ name }) => name)).toContain("value and prox are repeatable");
  });

  it("does not throw when everything throws: every law of behaviour is broken", () => {
    const fail = () => {
      throw new Error("not today");
    };
    const { traits, parameters } = l1();
    const failing = { name: "failing", traits, parameters, value: fail, prox: fail };
    const results = checkPenalty(failing as never);
    const held = results.filter(({ outcome }) => outcome === "holds").map(({ name }) => name);
    expect(held).toEqual([
      "traits do not contradict each other",
      "parameters survive JSON",
      "wrong lengths are refused",
    ]);
  });
});

describe("the options", () => {
  const outcome = (law: string, penalty = l1() as never, options?: LawOptions) =>
    checkPenalty(penalty, options).find(({ name }) => name === law)?.outcome;

  it("hold a convex penalty to Moreau's identity, by the value or the prox of a conjugate", () => {
    const ball = {
      value: (s: Float64Array) => (s.every((si) => Math.abs(si) <= 1) ? 0 : 1 / 0),
      prox: (v: Float64Array) => v.map((vi) => Math.max(-1, Math.min(1, vi))),
    };
    const half = {
      value: (s: Float64Array) => s.reduce((sum, si) => sum + si * si, 0) / 2,
      prox: (v: Float64Array, t: number) => v.map((vi) => vi / (1 + t)),
    };
    const law = "Moreau's identity holds";
    for (const part of ["value", "prox"] as const) {
      expect(outcome(law, l1() as never, { conjugate: { [part]: ball[part] } })).toBe("holds");
      expect(outcome(law, ridge as never, { conjugate: { [part]: half[part] } })).toBe("holds");
      expect(outcome(law, ridge as never, { conjugate: { [part]: ball[part] } })).toBe("broken");
      expect(outcome(law, l1() as never, { conjugate: { [part]: half[part] } })).toBe("broken");
    }
  });

  it("say whether the penalty is even, where comparing values cannot tell", () => {
    expect(outcome("prox is odd")).toBe("holds");
    expect(outcome("prox is odd", l1() as never, { even: false })).toBe("notApplicable");
  });

  it("give the length of vectors, which else is found up to 64", () => {
    expect(outcome("length 0 is allowed", groups as never)).toBe("notApplicable");
    const long = vectorPenalty({
      ...euclidean,
      length: 100,
      value: euclidean.value,
      prox: euclidean.prox,
    });
    const law = "prox of numbers is numbers, where the value is finite";
    expect(outcome(law, long as never)).toBe("broken");
    expect(outcome(law, long as never, { dimension: 100, numRuns: 20 })).toBe("holds");
  });

  it.each([
    [{ seed: 0.5 }, "seed must be a whole number, received 0.5"],
    [{ numRuns: 0 }, "numRuns must be a whole number, at least 1, received 0"],
    [{ numRuns: Number.NaN }, "numRuns must be a whole number, at least 1, received NaN"],
    [{ dimension: -1 }, "dimension must be a whole number, at least 1, received -1"],
  ])("are refused where they make no sense", (options, message) => {
    expect(() => penaltyLaws(l1(), options)).toThrow(new RangeError(`penaltyLaws: ${message}`));
  });
});

it.each([
  [undefined, "received not an object"],
  [{}, "received one whose name is not a string"],
  [{ ...l1(), traits: undefined }, "received one whose traits is not an object"],
  [{ ...l1(), prox: 1 }, "received one whose prox is not a function"],
])("what is not a penalty at all is refused", (given, message) => {
  for (const call of [penaltyLaws, checkPenalty])
    expect(() => call(given as never)).toThrow(
      new TypeError(
        `penaltyLaws: a penalty has name, parameters, traits, value and prox, ${message}`,
      ),
    );
});
