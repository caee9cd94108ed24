import { cases } from "../cases/cases.ts";
import { type CheckableLaw, defineLaw } from "../define-law.ts";
import { plain } from "../numbers/plain-data.ts";
import { proxRounding } from "../numbers/rounding.ts";
import { norm } from "../numbers/vectors.ts";

/**
 * prox(−v, t) = −prox(v, t).
 *
 * Scope: even penalties, P(−w) = P(w), as found by comparing values, or told by the option `even`.
 * Catches a branch for negative numbers that is missing or differs.
 */
export const odd: CheckableLaw = defineLaw({
  name: "prox is odd",
  outside: ({ even }) => (even ? undefined : "it is not even: P(−w) is not P(w)"),
  cases,
  contradiction(subject, { v, t }) {
    const p = subject.prox(v, t);
    const q = subject.prox(
      v.map((vi) => -vi),
      t,
    );
    const gap = norm(p.map((pi, i) => pi + q[i]));
    if (gap <= proxRounding(subject, v, t)) return undefined;
    return {
      claim: "prox(−v, t) is not −prox(v, t)",
      numbers: { prox: plain(p), proxOfMinusV: plain(q) },
    };
  },
});
