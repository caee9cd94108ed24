import fc from "fast-check";
import type { LawOptions } from "./law-options.ts";
import { type Data, LawViolation } from "./law-violation.ts";
import { plainData } from "./numbers/plain-data.ts";
import { Misshapen } from "./subject/misshapen.ts";
import type { Subject } from "./subject/subject.ts";

/** How a case contradicts a law. */
export interface Contradiction {
  /** What was found, in a few words: "a better point exists". */
  readonly claim: string;
  readonly numbers: Data;
}

/** What the author of a law writes. `Case` is an object of numbers and arrays of numbers. */
export interface LawDefinition<Case extends object> {
  /** A claim about the penalty: "prox is odd". */
  readonly name: string;
  /** Why the law does not speak of this penalty; nothing where it does. Default: it speaks of all. */
  outside?(subject: Subject): string | undefined;
  /** Cases that are tried first. Default: none. */
  always?(subject: Subject): readonly Case[];
  /** Random cases. Default: none but those that are always tried. */
  cases?(subject: Subject): fc.Arbitrary<Case>;
  /** How the case contradicts the law; nothing if it does not. It writes to no array of the case. */
  contradiction(subject: Subject, given: Case): Contradiction | undefined;
}

/** A law that is ready to be checked on any penalty. */
export interface CheckableLaw {
  readonly name: string;
  outside(subject: Subject): string | undefined;
  violation(subject: Subject, options: LawOptions): LawViolation | undefined;
}

/** Lets fast-check look for the smallest case that contradicts a law. */
export function defineLaw<Case extends object>(definition: LawDefinition<Case>): CheckableLaw {
  const { name } = definition;

  function violation(subject: Subject, options: LawOptions): LawViolation | undefined {
    const examples = definition.always?.(subject) ?? [];
    const cases = definition.cases?.(subject) ?? fc.constantFrom(...examples);
    const property = fc.property(cases, (given) => {
      const found = definition.contradiction(subject, given);
      if (found) throw new Contradicted(found);
    });
    const { seed = 1, numRuns = 200, path = "" } = options;
    const details = fc.check(property, {
      seed,
      path,
      examples: examples.map((example): [Case] => [example]),
      numRuns: definition.cases ? examples.length + numRuns : examples.length,
      verbose: fc.VerbosityLevel.None,
    });
    if (!details.failed) return undefined;
    const { counterexample, errorInstance: error, counterexamplePath } = details;
    return new LawViolation(
      {
        penalty: subject.penalty.name,
        law: name,
        ...described(error),
        counterexample: plainData(counterexample?.[0] ?? {}),
        seed,
        path: counterexamplePath ?? "",
      },
      error instanceof Contradicted ? undefined : { cause: error },
    );
  }

  return Object.freeze({
    name,
    outside: (subject: Subject) => definition.outside?.(subject),
    violation,
  });
}

class Contradicted extends Error {
  readonly contradiction: Contradiction;

  constructor(contradiction: Contradiction) {
    super(contradiction.claim);
    this.contradiction = contradiction;
  }
}

function described(error: unknown): Contradiction {
  if (error instanceof Contradicted) return error.contradiction;
  if (error instanceof Misshapen) return { claim: error.message, numbers: {} };
  return { claim: `it threw ${String(error)}`, numbers: {} };
}
