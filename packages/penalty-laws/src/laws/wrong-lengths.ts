import { vectorCases } from "../cases/cases.ts";
import { type CheckableLaw, defineLaw } from "../define-law.ts";

/**
 * An `out` or an array t of another length than v throws; where one of value and prox refuses a length, both do.
 *
 * Scope: every penalty. Catches entries silently dropped, and NaN from reading past the end.
 */
export const wrongLengths: CheckableLaw = defineLaw({
  name: "wrong lengths are refused",
  cases: vectorCases,
  contradiction({ penalty, lengths }, { v, t }) {
    const d = v.length;
    const calls: Record<string, () => unknown> = {
      "prox with an out that is too long": () =>
        penalty.prox(v.slice(), t, new Float64Array(d + 1)),
      "prox with an out that is too short": () =>
        penalty.prox(v.slice(), t, new Float64Array(d - 1)),
      "prox with too many steps": () => penalty.prox(v.slice(), new Float64Array(d + 1).fill(t)),
      "prox with too few steps": () => penalty.prox(v.slice(), new Float64Array(d - 1).fill(t)),
    };
    for (const length of lengths.refused) {
      calls[`prox of a v of length ${length}`] = () => penalty.prox(new Float64Array(length), t);
      calls[`value of a w of length ${length}`] = () => penalty.value(new Float64Array(length));
    }
    for (const [call, run] of Object.entries(calls))
      if (!throws(run)) return { claim: `${call} must throw`, numbers: { lengthOfV: d } };
    return undefined;
  },
});

function throws(run: () => unknown): boolean {
  try {
    run();
    return false;
  } catch {
    return true;
  }
}
