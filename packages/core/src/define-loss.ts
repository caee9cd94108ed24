import { ArgumentError } from "./argument-error.ts";
import { checkLength } from "./check-arguments.ts";
import type { Loss } from "./loss.ts";
import type { PlanarLoss } from "./planar-loss.ts";

/** What a loss of this package consists of. */
export interface LossDefinition {
  /** Who is named in errors. */
  readonly name: string;
  readonly dimension: number;
  /** f(w); given `out`, it also writes ∇f(w) there. The lengths are checked, and out is not w. */
  evaluate(w: Float64Array, out?: Float64Array): number;
  /** L; a function is asked once, when someone first reads it. */
  readonly smoothness: number | (() => number);
  /** See {@link Loss.planar}. */
  readonly planar?: PlanarLoss | undefined;
}

/** A {@link Loss} that checks its arguments and computes its smoothness when it is first read. */
export function defineLoss(
  definition: LossDefinition,
): Required<Omit<Loss, "planar" | "linear">> & Loss {
  const { name, dimension, evaluate, planar } = definition;

  function value(w: Float64Array): number {
    checkLength(name, "w", w, dimension);
    return evaluate(w);
  }

  function valueAndGradient(w: Float64Array, out: Float64Array): number {
    checkLength(name, "w", w, dimension);
    checkLength(name, "out", out, dimension);
    if (out === w)
      throw new ArgumentError({
        caller: name,
        argument: "out",
        expected: "be another array than w",
        received: "w",
      });
    return evaluate(w, out);
  }

  function gradient(w: Float64Array, out = new Float64Array(dimension)): Float64Array {
    valueAndGradient(w, out);
    return out;
  }

  const { smoothness } = definition;
  if (typeof smoothness === "number")
    return Object.freeze({ dimension, value, gradient, valueAndGradient, smoothness, planar });
  let known: number | undefined;
  return Object.freeze({
    dimension,
    value,
    gradient,
    valueAndGradient,
    get smoothness(): number {
      known ??= smoothness();
      return known;
    },
    planar,
  });
}
