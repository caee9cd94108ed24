import { l0 } from "@proxkit/penalties-l0";
import { l1 } from "@proxkit/penalties-l1";
import type { Penalty } from "@proxkit/penalty";
import { type LawOptions, LawViolation, penaltyLaws } from "@proxkit/penalty-laws";
import { describe, expect, it } from "vitest";
import { wrongFormulas } from "./wrong-penalties.ts";

const [hardAtT] = wrongFormulas; // l0 that thresholds at t

function violation(
  penalty: Penalty,
  options?: LawOptions,
  law = "prox is a global minimiser",
): LawViolation {
  try {
    penaltyLaws(penalty, options)
      .find(({ name }) => name === law)
      ?.check();
  } catch (error) {
    if (error instanceof LawViolation) return error;
    throw error;
  }
  throw new Error(`${law} holds`);
}

describe("a LawViolation", () => {
  it("says in a few lines what is broken, in what case, by which numbers, and how to see it again", () => {
    const found = violation({ ...l1(), prox: (v) => v.slice() });
    expect(found).toBeInstanceOf(Error);
    expect(found).toMatchObject({
      name: "LawViolation",
      law: "prox is a global minimiser",
      penalty: "l1",
      seed: 1,
      counterexample: { v: 1, t: 1 },
      numbers: { prox: 1, objective: 1, betterPoint: 0, betterObjective: 0.5 }, // |1| + 0, 0 + ½
    });
    expect(found.message.split("\n")).toEqual([
      'l1 breaks the law "prox is a global minimiser": another point has a smaller t·P(u) + ½ ‖u − v‖²',
      "  case:    v = 1, t = 1",
      "  numbers: prox = 1, objective = 1, betterPoint = 0, betterObjective = 0.5",
      `  again:   seed 1, path "${found.path}"`,
    ]);
  });

  it.each([2, 77, -5, 2 ** 40])(
    "comes again with the same seed %d, and at once with its path",
    (seed) => {
      const found = violation(hardAtT.penalty, { seed });
      const { path } = found;
      for (const options of [{ seed }, { seed, path }, { seed, path, numRuns: 1 }]) {
        const again = violation(hardAtT.penalty, options);
        expect(again.message).toBe(found.message);
        expect(again.counterexample).toEqual(found.counterexample);
      }
    },
  );

  it("has a small counterexample, whatever the seed", () => {
    for (let seed = 0; seed < 20; seed++) {
      const { v, t } = violation(hardAtT.penalty, { seed }).counterexample;
      expect(String(v).length + String(t).length).toBeLessThan(30);
      expect(Math.abs(Math.log10(Number(t)))).toBeLessThan(2);
    }
  });

  it("holds plain data, with vectors as arrays", () => {
    const shifted = wrongFormulas.find(({ mistake }) => mistake.includes("neighbour")) ?? hardAtT;
    const { counterexample, numbers } = violation(shifted.penalty);
    expect(JSON.parse(JSON.stringify({ counterexample, numbers }))).toEqual({
      counterexample,
      numbers,
    });
    expect(numbers.prox).toHaveLength(3);
  });

  it("has what a method threw as its cause", () => {
    const problem = new TypeError("no such thing");
    const throwing: Penalty = {
      ...l0(),
      prox() {
        throw problem;
      },
    };
    const found = violation(throwing);
    expect(found.cause).toBe(problem);
    expect(found.message).toContain("it threw TypeError: no such thing");
    expect(found.counterexample).toEqual({ v: 0, t: 1 });
  });

  it.each([
    [{ ...l1(), prox: () => new Float64Array(7) }, "prox must return 1 entries, returned 7"],
    [{ ...l1(), prox: () => [0] }, "prox must return a Float64Array, returned something else"],
    [{ ...l1(), value: () => "1" }, "value must return a number, returned a value of type string"],
  ])("says what a method returned instead of what it must", (penalty, message) => {
    expect(violation(penalty as never).message).toContain(message);
  });
});
