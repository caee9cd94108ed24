import { checkPenalty, type LawViolation, penaltyLaws } from "@proxkit/penalty-laws";
import { describe, expect, it } from "vitest";
import { wrongConduct } from "./wrong-conduct.ts";
import { type Wrong, wrongFormulas } from "./wrong-penalties.ts";
import { wrongTraits } from "./wrong-traits.ts";

const zoo = [...wrongFormulas, ...wrongTraits, ...wrongConduct];

/** What the law meant for a mistake throws. */
function caught({ penalty, law, options }: Wrong, seed: number): LawViolation {
  const meant = penaltyLaws(penalty, { ...options, seed }).find(({ name }) => name === law);
  let thrown: unknown;
  try {
    meant?.check();
  } catch (error) {
    thrown = error;
  }
  expect(thrown, `seed ${seed}`).toMatchObject({ name: "LawViolation", law });
  return thrown as LawViolation;
}

describe("the zoo of wrong penalties", () => {
  it.each(zoo)("$mistake: caught, whatever the seed, by “$law”", (wrong) => {
    for (const seed of [1, 2, 3, 4]) {
      const { message, penalty, counterexample, numbers } = caught(wrong, seed);
      expect(message).toContain(`${penalty} breaks the law "${wrong.law}"`);
      expect(message).toContain(`seed ${seed}`);
      for (const [name, value] of Object.entries({ ...counterexample, ...numbers })) {
        const list = [value].flat().map((x) => (Object.is(x, -0) ? "-0" : String(x)));
        expect(message).toContain(
          `${name} = ${Array.isArray(value) ? `[${list.join(", ")}]` : list}`,
        );
      }
    }
  });

  it("has a mistake for every law", () => {
    const options = { conjugate: {}, numRuns: 1 };
    const laws = zoo.flatMap(({ penalty }) =>
      checkPenalty(penalty, options).map(({ name }) => name),
    );
    expect([...new Set(laws)].sort()).toEqual([...new Set(zoo.map(({ law }) => law))].sort());
  });
});

const comparing = zoo.filter(({ law }) => law === "prox is a global minimiser");

describe("a better point", () => {
  it.each(comparing)("$mistake: is better by the penalty's own methods", (wrong) => {
    const { penalty } = wrong;
    const { counterexample, numbers } = caught(wrong, 1);
    const vector = (data: unknown) => Float64Array.from([data].flat() as number[]);
    const [v, t] = [vector(counterexample.v), counterexample.t as number];
    const objective = (u: Float64Array) =>
      t * penalty.value(u) + u.reduce((sum, ui, i) => sum + (ui - v[i]) ** 2, 0) / 2;
    expect(penalty.prox(v, t)).toEqual(vector(numbers.prox));
    expect(objective(vector(numbers.prox))).toBe(numbers.objective);
    expect(objective(vector(numbers.betterPoint))).toBe(numbers.betterObjective);
    expect(numbers.betterObjective).toBeLessThan(numbers.objective as number);
  });
});
