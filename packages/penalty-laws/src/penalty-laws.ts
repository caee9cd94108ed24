import type { Penalty } from "@proxkit/penalty";
import { allLaws } from "./all-laws.ts";
import type { LawOptions } from "./law-options.ts";
import { subjectOf } from "./subject/subject.ts";

/** A law as a test: a name for it, and a function without parameters that throws if the law is broken. */
export interface Law {
  /** A claim about the penalty: "prox is odd". */
  readonly name: string;
  /** Throws a {@link LawViolation} if the law is broken. It needs no `this`. */
  readonly check: () => void;
}

/**
 * The laws that a penalty must obey, as checks for any test runner.
 *
 * Only those that speak of this penalty: a convex one gets the laws of convexity, a separable one the laws of
 * separability. {@link checkPenalty} names the others too.
 *
 * @param penalty the penalty to hold to them
 * @param options see {@link LawOptions}
 * @throws TypeError if it is not a penalty at all: a part is missing
 * @throws RangeError if an option makes no sense
 * @example
 * ```ts
 * import { l1 } from "@proxkit/penalties-l1";
 * import { penaltyLaws } from "@proxkit/penalty-laws";
 *
 * for (const law of penaltyLaws(l1())) law.check(); // or: it(law.name, law.check)
 * console.log(penaltyLaws(l1())[0].name); // prox is a global minimiser
 * ```
 */
export function penaltyLaws(penalty: Penalty, options: LawOptions = {}): Law[] {
  const subject = subjectOf(penalty, options);
  return allLaws
    .filter((law) => law.outside(subject) === undefined)
    .map((law) => ({
      name: law.name,
      check(): void {
        const violation = law.violation(subject, options);
        if (violation) throw violation;
      },
    }));
}
