import { oneEntry } from "../cases/one-entry.ts";
import { type CheckableLaw, defineLaw } from "../define-law.ts";
import { replaced } from "../numbers/vectors.ts";

/**
 * A step that is negative or NaN throws a RangeError, also as one of an array, and from the scalar functions.
 *
 * Scope: every penalty. Catches `if (t < 0) throw`, which lets NaN through.
 */
export const badSteps: CheckableLaw = defineLaw({
  name: "negative and NaN steps are refused",
  cases: oneEntry,
  contradiction({ penalty, scalar }, { v, t, i }) {
    for (const bad of [-1, -t, -Number.MIN_VALUE, Number.NEGATIVE_INFINITY, Number.NaN]) {
      const steps = replaced(new Float64Array(v.length).fill(t), i, bad);
      const calls: Record<string, () => unknown> = {
        "prox(v, t)": () => penalty.prox(v.slice(), bad),
        "prox(v, array with one such t)": () => penalty.prox(v.slice(), steps),
        "scalar.prox(v, t)": () => (scalar ?? refuse()).prox(v[i], bad),
        "scalar.threshold(t)": () => (scalar ?? refuse()).threshold(bad),
      };
      for (const [call, run] of Object.entries(calls)) {
        const thrown = whatItThrows(run);
        if (thrown !== "RangeError")
          return { claim: `${call} must throw a RangeError`, numbers: { badStep: bad, thrown } };
      }
    }
    return undefined;
  },
});

function refuse(): never {
  throw new RangeError("it has no scalar functions, and there is nothing to refuse");
}

/** The class, by name where it comes from another realm, such as a test runner's. */
function whatItThrows(run: () => unknown): string {
  try {
    run();
    return "nothing";
  } catch (error) {
    if (error instanceof RangeError) return "RangeError";
    return error instanceof Object && "name" in error ? String(error.name) : String(error);
  }
}
