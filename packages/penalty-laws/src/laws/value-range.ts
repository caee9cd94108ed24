import { vectorCases } from "../cases/cases.ts";
import { type CheckableLaw, defineLaw } from "../define-law.ts";

/**
 * 0 ≤ P(v) ≤ ∞ for finite v, and not NaN.
 *
 * Scope: every penalty. Catches a sign, a missing absolute value, and NaN outside the domain instead of
 * Infinity.
 */
export const valueRange: CheckableLaw = defineLaw({
  name: "value is at least 0",
  cases: vectorCases,
  contradiction(subject, { v }) {
    const value = subject.value(v);
    if (value >= 0) return undefined;
    return { claim: "the value is not a number from 0 to Infinity", numbers: { value } };
  },
});
