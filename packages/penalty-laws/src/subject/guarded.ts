import type { Penalty } from "@proxkit/penalty";
import { Misshapen } from "./misshapen.ts";

/** A penalty's methods, which get copies and give copies. */
export interface Guarded {
  value(w: Float64Array): number;
  prox(v: Float64Array, t: number): Float64Array;
}

/**
 * Calls a penalty so that one that writes where it should not cannot spoil a case.
 *
 * The methods throw Misshapen if what comes back is not a number, or not a Float64Array as long as v.
 */
export function guarded(penalty: Penalty): Guarded {
  return {
    value(w) {
      const value: unknown = penalty.value(w.slice());
      if (typeof value !== "number")
        throw new Misshapen(`value must return a number, returned a value of type ${typeof value}`);
      return value;
    },
    prox(v, t) {
      const p: unknown = penalty.prox(v.slice(), t);
      if (!(p instanceof Float64Array))
        throw new Misshapen("prox must return a Float64Array, returned something else");
      if (p.length !== v.length)
        throw new Misshapen(`prox must return ${v.length} entries, returned ${p.length}`);
      return p.slice();
    },
  };
}
