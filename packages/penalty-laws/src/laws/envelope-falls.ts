import fc from "fast-check";
import { type Case, cases } from "../cases/cases.ts";
import { decades } from "../cases/sizes.ts";
import { type CheckableLaw, defineLaw } from "../define-law.ts";
import { envelope } from "../numbers/envelope.ts";
import { objectiveRounding } from "../numbers/rounding.ts";

interface TwoSteps extends Case {
  /** The other step, t < s. */
  readonly s: number;
}

/**
 * For t < s, env_s P(v) ≤ env_t P(v).
 *
 * Scope: every penalty. Catches a prox that stops being right from some t on.
 */
export const envelopeFalls: CheckableLaw = defineLaw<TwoSteps>({
  name: "envelope falls as t grows",
  cases: (subject) =>
    fc.tuple(cases(subject), decades(-3, 5)).map(([{ v, t }, by]) => ({ v, t, s: t * (1 + by) })),
  contradiction(subject, { v, t, s }) {
    const [before, after] = [envelope(subject, v, t), envelope(subject, v, s)];
    if (after <= before + objectiveRounding(subject, v, t, t * before) / t) return undefined;
    return {
      claim: "the envelope is larger for the larger step s",
      numbers: { envelopeForT: before, envelopeForS: after },
    };
  },
});
