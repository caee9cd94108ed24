import { checkLength, checkStep, checkSteps } from "./check-arguments.ts";
import type { Json, ScalarConjugate, SeparablePenalty, Step } from "./contract.ts";
import type { ProxKernel } from "./prox-kernel.ts";

/** What an author of a separable penalty writes. */
export interface SeparableDefinition {
  readonly name: string;
  /** Default: {}. */
  readonly parameters?: Readonly<Record<string, Json>>;
  readonly convex: boolean;
  /** See {@link PenaltyTraits.weakConvexity}. Default: 0 if convex, else Infinity. */
  readonly weakConvexity?: number;
  /** p(x). */
  value(x: number): number;
  /** argmin_u t·p(u) + ½ (u − v)² for t ≥ 0, which the caller has checked. */
  prox(v: number, t: number): number;
  /** The largest |v| that prox(v, t) sends to 0. */
  threshold(t: number): number;
  /**
   * prox(vᵢ, t) for all coordinates and one checked t, to `out` (length d; it may be v); for speed only.
   *
   * Write it if work depends on t alone, which is then done once, or to give the penalty a loop of its own,
   * into which its prox is compiled: a loop that penalties share slows down in a process that uses several.
   * Default: that shared loop.
   */
  fill?(v: Float64Array, t: number, out: Float64Array): void;
  /** Σᵢ value(wᵢ), the same bits; for the reason of `fill`. Default: a loop over value. */
  total?(w: Float64Array): number;
  /** See {@link ScalarPenalty.conjugate}. Default: unknown. */
  readonly conjugate?: ScalarConjugate;
  /** See {@link SeparablePenalty.kernel}: a promise about value and prox. Default: none. */
  readonly kernel?: (t: number) => ProxKernel;
}

/**
 * Derives a penalty on vectors from three scalar functions, and a loop of its own if it has one.
 *
 *     P(w) = Σᵢ p(wᵢ),   prox(v, t)ᵢ = argmin_u tᵢ·p(u) + ½ (u − vᵢ)²
 *
 * @param definition the scalar functions, the name and the traits
 * @returns a frozen {@link SeparablePenalty}; its methods throw a RangeError if a step is negative
 * or NaN, or if `t` or `out` has another length than v
 * @example
 * ```ts
 * import { separablePenalty } from "@proxkit/penalty";
 *
 * const ridge = separablePenalty({
 *   name: "ridge",
 *   convex: true,
 *   value: (x) => (x * x) / 2,
 *   prox: (v, t) => v / (1 + t),
 *   threshold: () => 0,
 * });
 * console.log(ridge.prox(Float64Array.of(3, -1), 1)); // Float64Array(2) [ 1.5, -0.5 ]
 * ```
 */
export function separablePenalty(definition: SeparableDefinition): SeparablePenalty {
  const { name, parameters = {}, convex, kernel, conjugate } = definition;
  const weakConvexity = definition.weakConvexity ?? (convex ? 0 : Number.POSITIVE_INFINITY);
  const p = definition.value;
  const proxOne = definition.prox;
  const fill =
    definition.fill ??
    ((v, t, out) => {
      for (let i = 0; i < v.length; i++) out[i] = proxOne(v[i], t);
    });

  function total(w: Float64Array): number {
    let sum = 0;
    for (let i = 0; i < w.length; i++) sum += p(w[i]);
    return sum;
  }

  function prox(v: Float64Array, t: Step, out = new Float64Array(v.length)): Float64Array {
    checkLength(name, "out", out, v.length);
    checkSteps(name, t, v.length);
    if (typeof t === "number") fill(v, t, out);
    else for (let i = 0; i < v.length; i++) out[i] = proxOne(v[i], t[i]);
    return out;
  }

  const scalar = Object.freeze({
    value: p,
    prox(v: number, t: number): number {
      checkStep(name, t);
      return proxOne(v, t);
    },
    threshold(t: number): number {
      checkStep(name, t);
      return definition.threshold(t);
    },
    ...(conjugate && { conjugate }),
  });
  const traits = Object.freeze({ convex, separable: true, weakConvexity });
  const penalty: SeparablePenalty = {
    name,
    parameters: Object.freeze({ ...parameters }),
    traits,
    value: definition.total ?? total,
    prox,
    scalar,
  };
  // not enumerable: `{ ...penalty, prox }` has another prox, and must not make the promise
  if (kernel) Object.defineProperty(penalty, "kernel", { value: kernel });
  return Object.freeze(penalty);
}
