import { checkLength, checkSteps } from "./check-arguments.ts";
import type { Penalty, ScalarConjugate, SeparablePenalty, Step } from "./contract.ts";
import { described } from "./description.ts";
import { separablePenalty } from "./separable-penalty.ts";

/**
 * A penalty times a constant.
 *
 *     (cP)(w) = c·P(w),   prox(v, t) = argmin_u t·c·P(u) + ½ ‖u − v‖²
 *
 * @param penalty P; if it is separable, so is c·P, with scalar functions of its own
 * @param c finite, at least 0; 0 penalises nothing, not even where P is infinite
 * @returns a penalty named "scaled" whose parameters are c and the penalty inside
 * @throws RangeError if c is negative, NaN or infinite
 * @example
 * ```ts
 * import { l1 } from "@proxkit/penalties-l1";
 * import { scaled } from "@proxkit/penalty";
 *
 * const penalty = scaled(l1(), 3);
 * console.log(penalty.value(Float64Array.of(1, -2))); // 9
 * console.log(penalty.prox(Float64Array.of(5, -2), 1)); // Float64Array(2) [ 2, 0 ]
 * ```
 */
export function scaled(penalty: SeparablePenalty, c: number): SeparablePenalty;
export function scaled(penalty: Penalty, c: number): Penalty;
export function scaled(penalty: Penalty, c: number): Penalty {
  const name = "scaled";
  if (!(c >= 0 && c < Number.POSITIVE_INFINITY))
    throw new RangeError(`${name}: c must be finite and >= 0, received ${c}`);
  const parameters = Object.freeze({ c, penalty: described(penalty) });
  const convex = penalty.traits.convex || c === 0;
  const weakConvexity = c > 0 ? c * penalty.traits.weakConvexity : 0;

  if ("scalar" in penalty) {
    const { value, prox, threshold, conjugate } = (penalty as SeparablePenalty).scalar;
    return separablePenalty({
      name,
      parameters,
      convex,
      weakConvexity,
      value: (x) => (c > 0 ? c * value(x) : nothing(x)),
      prox: (v, t) => (c > 0 ? prox(v, c * t) : v),
      threshold: (t) => (c > 0 ? threshold(c * t) : 0),
      ...(conjugate && c > 0 && { conjugate: scaledConjugate(conjugate, c) }),
      fill: (v, t, out) => (c > 0 ? penalty.prox(v, c * t, out) : out.set(v)),
    });
  }

  let steps = new Float64Array(0); // c·t, kept for the next call

  function value(w: Float64Array): number {
    return c > 0 ? c * penalty.value(w) : w.reduce((sum, x) => sum + nothing(x), 0);
  }

  function prox(v: Float64Array, t: Step, out = new Float64Array(v.length)): Float64Array {
    checkLength(name, "out", out, v.length);
    checkSteps(name, t, v.length);
    if (c === 0) {
      out.set(v);
      return out;
    }
    if (typeof t === "number") return penalty.prox(v, c * t, out);
    if (steps.length !== t.length) steps = new Float64Array(t.length);
    for (let i = 0; i < t.length; i++) steps[i] = c * t[i];
    return penalty.prox(v, steps, out);
  }

  const traits = Object.freeze({ ...penalty.traits, convex, weakConvexity });
  return Object.freeze({ name, parameters, traits, value, prox });
}

/** (cp)*(s) = c p*(s/c) */
function scaledConjugate({ value, steepest }: ScalarConjugate, c: number): ScalarConjugate {
  return { value: (s) => c * value(s / c), steepest: c * steepest };
}

/** 0, or NaN. */
function nothing(x: number): number {
  return Number.isNaN(x) ? x : 0;
}
