import type { Penalty } from "@proxkit/penalty";
import { allLaws } from "./all-laws.ts";
import type { LawOptions } from "./law-options.ts";
import type { LawViolation } from "./law-violation.ts";
import { subjectOf } from "./subject/subject.ts";

/** How a penalty stands to one law. */
export interface LawResult {
  readonly name: string;
  readonly outcome: "holds" | "broken" | "notApplicable";
  /** Why the law does not speak of this penalty, where it does not. */
  readonly reason?: string;
  /** How the law is broken, where it is. */
  readonly violation?: LawViolation;
}

/**
 * Checks every law on a penalty, without a test runner.
 *
 * @param penalty the penalty to check
 * @param options see {@link LawOptions}
 * @returns one result for each law, in a fixed order; it does not stop at the first that is broken
 * @throws TypeError if it is not a penalty at all: a part is missing
 * @throws RangeError if an option makes no sense
 * @example
 * ```ts
 * import { l1 } from "@proxkit/penalties-l1";
 * import { checkPenalty } from "@proxkit/penalty-laws";
 *
 * const results = checkPenalty(l1());
 * console.log(results.some(({ outcome }) => outcome === "broken")); // false
 * console.log(results.find(({ outcome }) => outcome === "notApplicable").reason);
 * // it is declared convex
 * ```
 */
export function checkPenalty(penalty: Penalty, options: LawOptions = {}): LawResult[] {
  const subject = subjectOf(penalty, options);
  return allLaws.map((law): LawResult => {
    const { name } = law;
    const reason = law.outside(subject);
    if (reason !== undefined) return { name, outcome: "notApplicable", reason };
    const violation = law.violation(subject, options);
    return violation ? { name, outcome: "broken", violation } : { name, outcome: "holds" };
  });
}
