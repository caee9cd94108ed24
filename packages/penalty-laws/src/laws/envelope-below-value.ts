import { cases } from "../cases/cases.ts";
import { type CheckableLaw, defineLaw } from "../define-law.ts";
import { envelope } from "../numbers/envelope.ts";
import { objectiveRounding } from "../numbers/rounding.ts";

/**
 * env_t P(v) ≤ P(v), with env_t P(v) = P(p) + ‖p − v‖²/2t at p = prox(v, t).
 *
 * Scope: every penalty. Catches a prox that is worse than doing nothing.
 */
export const envelopeBelowValue: CheckableLaw = defineLaw({
  name: "envelope is at most the value",
  cases,
  contradiction(subject, { v, t }) {
    const lower = envelope(subject, v, t);
    const value = subject.value(v);
    if (lower <= value + objectiveRounding(subject, v, t, t * value) / t) return undefined;
    return { claim: "the envelope is above the value", numbers: { envelope: lower, value } };
  },
});
