import { cases } from "../cases/cases.ts";
import { type CheckableLaw, defineLaw } from "../define-law.ts";
import { plain } from "../numbers/plain-data.ts";

/**
 * The prox of no coordinates is no coordinates, and their value is 0, or a number from 0 to Infinity if the
 * penalty is not separable.
 *
 * Scope: penalties that take any length; one without scalar functions may refuse this one by a RangeError.
 * Catches Math.max() of nothing, which is −Infinity, and a mean.
 */
export const emptyVector: CheckableLaw = defineLaw({
  name: "length 0 is allowed",
  outside({ lengths, scalar, value }) {
    if (!lengths.any) return "it takes certain lengths only";
    return !scalar && refusesEmpty(value) ? "it refuses length 0" : undefined;
  },
  cases,
  contradiction(subject, { t }) {
    const empty = new Float64Array(0);
    const prox = subject.prox(empty, t);
    const value = subject.value(empty);
    if (subject.penalty.traits.separable ? value === 0 : value >= 0) return undefined;
    return { claim: "the value of no coordinates", numbers: { prox: plain(prox), value } };
  },
});

function refusesEmpty(value: (w: Float64Array) => number): boolean {
  try {
    value(new Float64Array(0));
    return false;
  } catch (error) {
    return error instanceof RangeError;
  }
}
