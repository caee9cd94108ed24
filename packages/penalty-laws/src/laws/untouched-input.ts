import { vectorPairs } from "../cases/cases.ts";
import { type CheckableLaw, type Contradiction, defineLaw } from "../define-law.ts";
import { plain } from "../numbers/plain-data.ts";
import { same } from "../numbers/vectors.ts";

/**
 * value(v), prox(v, t) and prox(v, t, out) leave v as it was, and leave an array t as it was.
 *
 * Scope: every penalty; the array t only where it is separable. Catches a prox that uses its input as work
 * space, or that sorts it.
 */
export const untouchedInput: CheckableLaw = defineLaw({
  name: "value and prox leave their input untouched",
  cases: vectorPairs,
  contradiction({ penalty }, { v, w, t }): Contradiction | undefined {
    const given = v.slice();
    const steps = w.map((wi) => (Number.isFinite(wi) ? Math.abs(wi) : t));
    const stepsGiven = steps.slice();
    const calls: Record<string, () => void> = {
      "value(v)": () => penalty.value(given),
      "prox(v, t)": () => penalty.prox(given, t),
      "prox(v, t, out)": () => penalty.prox(given, t, new Float64Array(v.length)),
    };
    if (penalty.traits.separable) calls["prox(v, array)"] = () => penalty.prox(given, stepsGiven);
    for (const [call, run] of Object.entries(calls)) {
      run();
      if (!same(given, v))
        return { claim: `${call} changes v`, numbers: { vAfterwards: plain(given) } };
    }
    if (same(stepsGiven, steps)) return undefined;
    return { claim: "prox changes its steps", numbers: { steps: plain(stepsGiven) } };
  },
});
