import { vectorPairs } from "../cases/cases.ts";
import { type CheckableLaw, defineLaw } from "../define-law.ts";
import { plain } from "../numbers/plain-data.ts";
import { proxRounding } from "../numbers/rounding.ts";

/**
 * With an array t, prox(v, t)ᵢ = prox(v, tᵢ)ᵢ; a coordinate whose step is 0 stays as it is.
 *
 * Scope: separable penalties. Catches a prox that uses t[0] for all, and weights squared or shifted.
 */
export const ownSteps: CheckableLaw = defineLaw({
  name: "each coordinate takes its own step",
  outside: ({ penalty }) => (penalty.traits.separable ? undefined : "it is not declared separable"),
  cases: vectorPairs,
  contradiction(subject, { v, w, t }) {
    const steps = w.map((wi) => (wi < 0 ? t : wi)); // of many sizes, 0 among them
    const prox = subject.penalty.prox(v.slice(), steps.slice());
    const alone = steps.map((step, i) => subject.prox(v, step)[i]);
    const close = (pi: number, i: number) =>
      Math.abs(pi - alone[i]) <= proxRounding(subject, v.subarray(i, i + 1), steps[i]);
    if (alone.length === prox.length && prox.every(close)) return undefined;
    return {
      claim: "an entry is not what its own step gives",
      numbers: { steps: plain(steps), prox: plain(prox), withOwnStepForAll: plain(alone) },
    };
  },
});
