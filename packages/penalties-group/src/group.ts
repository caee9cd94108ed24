import {
  definePenalty,
  type GroupedPenalty,
  type Json,
  type PenaltyPlugin,
  readOptions,
  type Step,
} from "@proxkit/penalty";
import { absoluteValue } from "./absolute-value.ts";
import { type CheckedOptions, type GroupOptions, groupOptions } from "./group-options.ts";
import { layoutOf } from "./layout.ts";
import { norm } from "./norm.ts";
import { checkSteps, stepOfGroup } from "./step-of-group.ts";
import { heaviestOf, weightOf } from "./weights.ts";

/**
 * A penalty on the norms of groups of coordinates, which keeps or drops a group as a whole.
 *
 *     P(w) = Σ_g c_g·r(‖w_g‖₂)
 *     prox(v, t)_g = (m/‖v_g‖)·v_g,   m = argmin_x t·c_g·r(x) + ½ (x − ‖v_g‖)²
 *
 * With r = |·| it is the group lasso; any even separable penalty may be inside. A group is 0 where its norm
 * is at most r's threshold at t·c_g. Not separable: a step per coordinate must be the same within a group.
 *
 * @returns a penalty named "group"; a NaN makes NaN of its group, and of no other
 * @throws PenaltyOptionsError if groups overlap, or an option is not what {@link GroupOptions} says
 * @example
 * ```ts
 * import { group } from "@proxkit/penalties-group";
 *
 * const penalty = group({ size: 2, weights: "equal" });
 * console.log(penalty.value(Float64Array.of(3, 4, 0, 1))); // 6
 * console.log(penalty.prox(Float64Array.of(3, 4, 0, 1), 2.5)); // Float64Array(4) [ 1.5, 2, 0, 0 ]
 * ```
 * Source: Yuan & Lin (2006); Breheny & Huang (2015) for other r. The weights √size are grpreg's and gglasso's.
 */
export function group(given: GroupOptions): GroupedPenalty {
  const options = readOptions("group", groupOptions, given) as CheckedOptions;
  const { radial = absoluteValue } = options;
  const { value: r, prox: proxOfNorm } = radial.scalar;
  const layout = layoutOf(options);
  const { order, start, count } = layout;
  const weight = weightOf(options, layout);

  function value(w: Float64Array): number {
    const groups = count("w", w.length);
    if (w.some(Number.isNaN)) return Number.NaN; // in coordinates of no group too
    let sum = 0;
    for (let g = 0; g < groups; g++) {
      const c = weight(g);
      // a weight of 0 counts nothing, even where r is infinite
      if (c > 0) sum += c * r(norm(w, order, start(g), start(g + 1)));
    }
    return sum;
  }

  function prox(v: Float64Array, t: Step, out = new Float64Array(v.length)): Float64Array {
    const groups = count("v", v.length);
    if (out.length !== v.length)
      throw new RangeError(`group: out must have length ${v.length}, received ${out.length}`);
    checkSteps(t, v.length, layout, groups);
    if (out !== v) out.set(v); // what stays: coordinates of no group, and groups whose step is 0
    for (let g = 0; g < groups; g++) {
      const c = weight(g);
      const step = c > 0 ? c * stepOfGroup(t, layout, g) : 0;
      if (step > 0) shrink(out, step, start(g), start(g + 1));
    }
    return out;
  }

  /** Moves the entries from … to − 1 of the order to the prox of their norm. */
  function shrink(u: Float64Array, step: number, from: number, to: number): void {
    const n = norm(u, order, from, to);
    const m = proxOfNorm(n, step);
    for (let k = from; k < to; k++) {
      const i = order ? order[k] : k;
      u[i] = (m === n ? u[i] : m === 0 ? 0 : (u[i] / n) * m) + 0; // + 0: no −0
    }
  }

  function groupsOf(d: number): Uint32Array[] {
    return Array.from({ length: count("w", d) }, (_, g) => {
      const [from, to] = [start(g), start(g + 1)];
      return order
        ? order.slice(from, to)
        : Uint32Array.from({ length: to - from }, (_, k) => from + k);
    });
  }

  const heaviest = heaviestOf(options);
  const { convex, weakConvexity } = radial.traits;
  return Object.freeze({
    name: "group",
    parameters: Object.freeze(told(options)),
    traits: Object.freeze({
      convex: convex || heaviest === 0,
      separable: false,
      weakConvexity: heaviest > 0 ? heaviest * weakConvexity : 0,
    }),
    value,
    prox,
    grouped: Object.freeze({ groupsOf, weight, radial: radial.scalar }),
  });
}

/** The options as JSON. */
function told({ size, groups, weights, radial }: CheckedOptions): Record<string, Json> {
  return {
    ...(groups ? { groups: groups.map((indices) => Array.from(indices)) } : { size }),
    weights: typeof weights === "string" ? weights : Array.from(weights),
    ...(radial && { radial: { name: radial.name, parameters: radial.parameters } }),
  };
}

/** How an application makes a group penalty from its name. */
export const plugin: PenaltyPlugin = definePenalty({
  name: "group",
  options: groupOptions,
  create: (options) => group(options as GroupOptions),
});
