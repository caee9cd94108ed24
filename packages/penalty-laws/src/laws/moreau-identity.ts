import { cases } from "../cases/cases.ts";
import { type CheckableLaw, type Contradiction, defineLaw } from "../define-law.ts";
import { plain } from "../numbers/plain-data.ts";
import { ULP } from "../numbers/rounding.ts";
import { dot, minus, norm } from "../numbers/vectors.ts";

/**
 * v = prox_P(v, t) + t·prox_{P*}(v/t, 1/t); and, with p = prox_P(v, t) and s = (v − p)/t, Fenchel's equality
 * P(p) + P*(s) = ⟨p, s⟩. The first is checked if the conjugate has a prox, the second if it has a value.
 *
 * Scope: convex penalties for which the option `conjugate` is given, or that state their own. Catches value and prox that agree with
 * each other and with the wrong penalty.
 */
export const moreauIdentity: CheckableLaw = defineLaw({
  name: "Moreau's identity holds",
  outside({ penalty, conjugate, ownConjugate }) {
    if (!penalty.traits.convex) return "it is not declared convex";
    return conjugate || ownConjugate ? undefined : "it has no conjugate to be held to";
  },
  cases,
  contradiction(subject, { v, t }): Contradiction | undefined {
    const { conjugate, ownConjugate } = subject;
    const p = subject.prox(v, t);
    if (conjugate?.prox) {
      const q = conjugate.prox(
        v.map((vi) => vi / t),
        1 / t,
      );
      const sum = p.map((pi, i) => pi + t * q[i]);
      if (!(norm(minus(sum, v)) <= 64 * ULP * (norm(v) + norm(p))))
        return {
          claim: "prox_P(v, t) + t·prox_P*(v/t, 1/t) is not v",
          numbers: { prox: plain(p), conjugateProx: plain(q), sum: plain(sum) },
        };
    }
    const s = minus(v, p).map((gap) => gap / t);
    // v − p is rounded, which may put s just outside the domain of P*: that is convex and holds 0
    const rounding = (8 * ULP * (norm(v) + norm(p))) / t;
    const inside = s.map((si) => Math.sign(si) * Math.max(0, Math.abs(si) - rounding));
    const [primal, product] = [subject.value(p), dot(p, s)];
    const slack =
      8 * norm(p) * rounding + 64 * ULP * (Math.abs(primal) + Math.abs(product) + subject.unit);
    for (const value of [conjugate?.value, ownConjugate]) {
      if (!value) continue;
      const dual = Math.min(value(s), value(inside));
      if (!(Math.abs(primal + dual - product) <= slack))
        return {
          claim: "P(p) + P*(s) is not ⟨p, s⟩ at p = prox(v, t), s = (v − p)/t",
          numbers: { prox: plain(p), s: plain(s), value: primal, conjugateValue: dual, product },
        };
    }
    return undefined;
  },
});
