import { ArgumentError } from "@proxkit/core";
import {
  type GroupedPenalty,
  type Penalty,
  type SeparablePenalty,
  type Step,
  type WeightedPenalty,
  weighted,
} from "@proxkit/penalty";

/**
 * A penalty on the first coordinates alone, weighed if weights are given: the last `free` ones, of an intercept, are not
 * penalised.
 *
 * @throws ArgumentError if the penalty is neither separable, weighted nor on groups, does not fit the coordinates, or weights
 * are given for groups
 */
export function withFreeTail(
  penalty: Penalty,
  penalised: number,
  free: number,
  weights: Float64Array | undefined,
): Penalty {
  if (typeof penalty !== "object" || penalty === null)
    refuse("penalty", "be a penalty, such as l1()", penalty);
  if ("scalar" in penalty) {
    if (free === 0 && !weights) return penalty;
    return weighted(penalty as SeparablePenalty, padded(weights, penalised, free));
  }
  if ("base" in penalty) {
    const { base, weights: own } = penalty as WeightedPenalty;
    if (own.length !== penalised)
      refuse("penalty", `have ${penalised} weights, one for each coefficient`, own.length);
    const product = weights ? own.map((weight, i) => weight * weights[i]) : own;
    return weighted(base, padded(product, penalised, free));
  }
  if (!("grouped" in penalty))
    refuse(
      "penalty",
      "be separable (have `scalar`), weighted (`base`) or on groups (`grouped`)",
      penalty.name,
    );
  if (weights)
    refuse(
      "featureWeights",
      "be given with a separable penalty (the groups of `group` have weights of their own)",
      penalty.name,
    );
  const { grouped } = penalty as GroupedPenalty;
  try {
    grouped.groupsOf(penalised);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : cause;
    refuse("penalty", `fit the ${penalised} coefficients`, reason);
  }
  return free === 0 ? penalty : groupsBefore(penalty as GroupedPenalty, penalised);
}

function refuse(argument: string, expected: string, received: unknown): never {
  throw new ArgumentError({ caller: "regression", argument, expected, received });
}

/** The weights, or as many ones, and then zeros. */
function padded(weights: Float64Array | undefined, penalised: number, free: number): Float64Array {
  const c = new Float64Array(penalised + free);
  if (weights) c.set(weights);
  else c.fill(1, 0, penalised);
  return c;
}

/** The groups are of the first `penalised` coordinates, however many follow. */
function groupsBefore(penalty: GroupedPenalty, penalised: number): GroupedPenalty {
  const { name, parameters, traits, grouped } = penalty;
  const head = (v: Float64Array) => v.subarray(0, penalised);

  function value(w: Float64Array): number {
    return w.some(Number.isNaN) ? Number.NaN : penalty.value(head(w));
  }

  function prox(v: Float64Array, t: Step, out = new Float64Array(v.length)): Float64Array {
    if (out !== v) out.set(v);
    penalty.prox(head(v), typeof t === "number" ? t : head(t), head(out));
    return out;
  }

  return Object.freeze({
    name,
    parameters,
    traits,
    value,
    prox,
    grouped: { ...grouped, groupsOf: () => grouped.groupsOf(penalised) },
  });
}
