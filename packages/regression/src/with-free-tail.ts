import { ArgumentError } from "@proxkit/core";
import {
  type GroupedPenalty,
  type Penalty,
  type SeparablePenalty,
  type Step,
  weighted,
} from "@proxkit/penalty";

/**
 * A penalty on the first coordinates alone, weighed if weights are given: the last `free` ones, of an intercept, are not
 * penalised.
 *
 * @throws ArgumentError if weights are given for a penalty that is not separable
 */
export function withFreeTail(
  penalty: Penalty,
  penalised: number,
  free: number,
  weights: ArrayLike<number> | undefined,
): Penalty {
  if ("scalar" in penalty) {
    if (free === 0 && !weights) return penalty;
    const c = new Float64Array(penalised + free);
    for (let i = 0; i < penalised; i++) c[i] = weights ? weights[i] : 1;
    return weighted(penalty as SeparablePenalty, c);
  }
  if (weights)
    throw new ArgumentError({
      caller: "regression",
      argument: "featureWeights",
      expected:
        "be given with a separable penalty (the groups of `group` have weights of their own)",
      received: penalty.name,
    });
  if (!("grouped" in penalty))
    throw new ArgumentError({
      caller: "regression",
      argument: "penalty",
      expected: "be separable (have `scalar`) or on groups (`grouped`)",
      received: penalty.name,
    });
  return free === 0 ? penalty : groupsBefore(penalty as GroupedPenalty, penalised);
}

/** The groups are of the first `penalised` coordinates, however many follow. */
function groupsBefore(penalty: GroupedPenalty, penalised: number): GroupedPenalty {
  const { name, parameters, traits, grouped } = penalty;
  const head = (v: Float64Array) => v.subarray(0, penalised);

  function prox(v: Float64Array, t: Step, out = new Float64Array(v.length)): Float64Array {
    if (out !== v) out.set(v);
    penalty.prox(head(v), typeof t === "number" ? t : head(t), head(out));
    return out;
  }

  return Object.freeze({
    name,
    parameters,
    traits,
    value: (w: Float64Array) => penalty.value(head(w)),
    prox,
    grouped: { ...grouped, groupsOf: () => grouped.groupsOf(penalised) },
  });
}
