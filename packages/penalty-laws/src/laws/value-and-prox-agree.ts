import { pairs } from "../cases/cases.ts";
import { type CheckableLaw, defineLaw } from "../define-law.ts";
import { objective } from "../numbers/objective.ts";
import { plain } from "../numbers/plain-data.ts";
import { objectiveRounding } from "../numbers/rounding.ts";
import { dot, minus } from "../numbers/vectors.ts";

/**
 * From p = prox(v, t) to q = prox(w, t) the value rises as much as the two proxes promise:
 *
 *     ⟨v − p, q − p⟩/t − ‖q − p‖²/2t  ≤  P(q) − P(p)  ≤  ⟨w − q, q − p⟩/t + ‖q − p‖²/2t
 *
 * As w goes to v this says that P has the slope (v − p)/t at p. Nothing is searched for: the penalty's two
 * methods are held against each other.
 * Scope: every penalty. Catches a missing factor (½, λ, t), and a parameter that only one of the two uses.
 */
export const valueAndProxAgree: CheckableLaw = defineLaw({
  name: "value and prox agree",
  cases: pairs,
  contradiction(subject, { v, w, t }) {
    const [p, q] = [subject.prox(v, t), subject.prox(w, t)];
    const step = minus(q, p);
    const bend = dot(step, step) / (2 * t);
    const rise = subject.value(q) - subject.value(p);
    const atLeast = dot(minus(v, p), step) / t - bend;
    const atMost = dot(minus(w, q), step) / t + bend;
    const slack = (at: Float64Array) => {
      const sizes = [objective(subject, p, at, t), objective(subject, q, at, t)];
      return (2 * objectiveRounding(subject, at, t, ...sizes)) / t;
    };
    if (rise >= atLeast - slack(v) && rise <= atMost + slack(w)) return undefined;
    return {
      claim: "P does not rise from p = prox(v, t) to q = prox(w, t) as these promise",
      numbers: { p: plain(p), q: plain(q), rise, atLeast, atMost },
    };
  },
});
