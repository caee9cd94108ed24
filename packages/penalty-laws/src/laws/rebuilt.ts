import { type Case, vectorCases } from "../cases/cases.ts";
import { type CheckableLaw, type Contradiction, defineLaw } from "../define-law.ts";
import { plain } from "../numbers/plain-data.ts";
import { same } from "../numbers/vectors.ts";
import type { Remade } from "../subject/remade.ts";

/**
 * The plug-in makes the same penalty again from its name and its parameters, after they went through JSON: the
 * same bits of value and prox. So it does with other numbers for its options.
 *
 * Scope: a plug-in is given. Catches an option that is not among the parameters, or under another name, with
 * which a saved model would be loaded with another penalty.
 */
export const rebuilt: CheckableLaw = defineLaw<Partial<Case>>({
  name: "name and parameters rebuild the penalty",
  outside: ({ remade }) => (remade ? undefined : "no plug-in was given to make it again"),
  always: () => [{}],
  cases: vectorCases,
  contradiction({ remade = [] }, { v, t }): Contradiction | undefined {
    for (const one of remade) {
      const found = v === undefined || t === undefined ? differsAtAll(one) : differsAt(one, v, t);
      if (found) return found;
    }
    return undefined;
  },
});

function differsAtAll({ made, name, parameters, again }: Remade): Contradiction | undefined {
  if ("refusal" in again)
    return {
      claim: told(made, `the plug-in does not take its parameters: ${again.refusal}`),
      numbers: { parameters },
    };
  if (again.name === name) return undefined;
  return {
    claim: told(made, "made again from its parameters, it has another name"),
    numbers: { parameters, name, nameAgain: again.name },
  };
}

function differsAt(one: Remade, v: Float64Array, t: number): Contradiction | undefined {
  const { made, parameters, methods, again } = one;
  if ("refusal" in again) return undefined;
  let value: number;
  let prox: Float64Array;
  try {
    value = methods.value(v);
    prox = methods.prox(v, t);
  } catch (error) {
    if (made === "") throw error;
    return undefined; // with other options it may take other lengths
  }
  const [valueAgain, proxAgain] = [again.value(v), again.prox(v, t)];
  if (Object.is(value, valueAgain) && same(prox, proxAgain)) return undefined;
  return {
    claim: told(made, "made again from its parameters, it is another penalty"),
    numbers: { parameters, value, valueAgain, prox: plain(prox), proxAgain: plain(proxAgain) },
  };
}

function told(made: string, claim: string): string {
  return made === "" ? claim : `${made}: ${claim}`;
}
