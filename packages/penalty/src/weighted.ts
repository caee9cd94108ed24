import { checkLength, checkSteps } from "./check-arguments.ts";
import type { SeparablePenalty, Step, WeightedPenalty } from "./contract.ts";
import { described } from "./description.ts";

/**
 * A separable penalty with a weight on each coordinate (an adaptive lasso, an unpenalised intercept).
 *
 *     P(w) = Σᵢ cᵢ·p(wᵢ),   prox(v, t)ᵢ = argmin_u t·cᵢ·p(u) + ½ (u − vᵢ)²
 *
 * @param penalty the separable penalty to weigh
 * @param weights c, length d, each at least 0; 0 leaves its coordinate unpenalised. Copied.
 * @returns a penalty named "weighted" whose parameters are the weights and the penalty inside
 * @throws RangeError if a weight is negative, NaN or infinite, or a vector has another length
 * @example
 * ```ts
 * import { l1 } from "@proxkit/penalties-l1";
 * import { weighted } from "@proxkit/penalty";
 *
 * const penalty = weighted(l1(), [0, 1, 2]);
 * console.log(penalty.prox(Float64Array.of(5, 5, 5), 1)); // Float64Array(3) [ 5, 4, 3 ]
 * ```
 */
export function weighted(penalty: SeparablePenalty, weights: ArrayLike<number>): WeightedPenalty {
  const name = "weighted";
  const c = Float64Array.from(weights);
  c.forEach((weight, i) => {
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY))
      throw new RangeError(`${name}: weights[${i}] must be finite and >= 0, received ${weight}`);
  });
  const { scalar, traits } = penalty;
  const heaviest = c.reduce((a, b) => Math.max(a, b), 0);

  function value(w: Float64Array): number {
    checkLength(name, "w", w, c.length);
    let sum = 0;
    for (let i = 0; i < c.length; i++) {
      if (c[i] > 0) sum += c[i] * scalar.value(w[i]);
      else if (Number.isNaN(w[i])) sum = w[i]; // else a weight of 0 counts nothing, even where p is infinite
    }
    return sum;
  }

  function prox(v: Float64Array, t: Step, out = new Float64Array(v.length)): Float64Array {
    checkLength(name, "v", v, c.length);
    checkLength(name, "out", out, c.length);
    checkSteps(name, t, c.length);
    for (let i = 0; i < c.length; i++)
      out[i] = c[i] > 0 ? scalar.prox(v[i], c[i] * (typeof t === "number" ? t : t[i])) : v[i];
    return out;
  }

  return Object.freeze({
    name,
    parameters: Object.freeze({
      weights: Object.freeze(Array.from(c)),
      penalty: described(penalty),
    }),
    traits: Object.freeze({
      ...traits,
      convex: traits.convex || heaviest === 0,
      weakConvexity: heaviest > 0 ? heaviest * traits.weakConvexity : 0,
    }),
    value,
    prox,
    base: penalty,
    weights: c,
  });
}
