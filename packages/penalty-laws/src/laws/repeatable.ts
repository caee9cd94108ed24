import { vectorPairs } from "../cases/cases.ts";
import { type CheckableLaw, type Contradiction, defineLaw } from "../define-law.ts";
import { plain } from "../numbers/plain-data.ts";
import { same } from "../numbers/vectors.ts";

/**
 * The same call gives the same bits, whatever was asked in between; name, parameters and traits stay.
 *
 * Scope: every penalty. Catches a cache with too small a key, a warm start, a penalty that changes itself.
 */
export const repeatable: CheckableLaw = defineLaw({
  name: "value and prox are repeatable",
  cases: vectorPairs,
  contradiction(subject, { v, w, t }): Contradiction | undefined {
    const { penalty } = subject;
    const description = () => JSON.stringify([penalty.name, penalty.parameters, penalty.traits]);
    const before = description();
    const [prox, value] = [subject.prox(v, t), subject.value(v)];
    subject.prox(w, 2 * t);
    subject.prox(w, t);
    const afterW = subject.prox(v, t);
    subject.prox(v, t / 2);
    const afterOtherStep = subject.prox(v, t);
    subject.value(w);
    const valueAfterW = subject.value(v);
    if (!same(prox, afterW) || !same(prox, afterOtherStep) || !Object.is(value, valueAfterW))
      return {
        claim: "asked again, after w and after another step, it gives something else",
        numbers: {
          prox: plain(prox),
          proxAfterW: plain(afterW),
          proxAfterOtherStep: plain(afterOtherStep),
          value,
          valueAfterW,
        },
      };
    const after = description();
    if (before === after) return undefined;
    return { claim: "name, parameters or traits change in use", numbers: { before, after } };
  },
});
