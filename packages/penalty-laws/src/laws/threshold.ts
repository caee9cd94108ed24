import fc from "fast-check";
import { decades } from "../cases/sizes.ts";
import { steps } from "../cases/steps.ts";
import { type CheckableLaw, defineLaw } from "../define-law.ts";

interface AtThreshold {
  readonly t: number;
  /** |v| as a share of the threshold, or |v| where that is 0. */
  readonly share: number;
}

/** At most 1, or above 1 by more than a formula that is right may miss. */
const shares = [1, 1 - 2 ** -53, 1 - 1e-9, 0.999, 1 + 1e-6, 1.001, 1.5];

/**
 * Where |v| ≤ threshold(t), prox(v, t) = 0, the threshold included; above, one of prox(±v, t) is not 0.
 *
 * Scope: penalties with scalar functions that are finite at 0. Catches a threshold that belongs to another
 * formula than the prox, and a tie that is kept where the contract says 0.
 */
export const threshold: CheckableLaw = defineLaw<AtThreshold>({
  name: "prox leaves 0 at the threshold",
  outside({ scalar, hasZero }) {
    if (!scalar) return "it has no scalar functions, and so no threshold";
    return hasZero ? undefined : "0 is outside its domain";
  },
  cases: (subject) =>
    fc.record({
      t: steps(subject),
      share: fc.oneof({ withCrossShrink: true }, fc.constantFrom(...shares), decades(-6, 5)),
    }),
  contradiction({ scalar }, { t, share }) {
    if (!scalar) return undefined;
    const limit = scalar.threshold(t);
    if (!(limit >= 0))
      return { claim: "the threshold is not at least 0", numbers: { threshold: limit } };
    const v = limit > 0 ? limit * share : share;
    const [prox, proxOfMinusV] = [scalar.prox(v, t), scalar.prox(-v, t)];
    const numbers = { threshold: limit, v, prox, proxOfMinusV };
    if (v <= limit && !(prox === 0 && proxOfMinusV === 0))
      return { claim: "v is not above the threshold, and its prox is not 0", numbers };
    if (v > limit * (1 + 5e-7) && prox === 0 && proxOfMinusV === 0)
      return { claim: "v is above the threshold, and its prox is 0", numbers };
    return undefined;
  },
});
