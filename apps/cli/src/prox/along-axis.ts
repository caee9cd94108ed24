import { moreauEnvelope, type Penalty } from "@proxkit/penalty";

/** A penalty as three functions of one number. */
export interface AlongAxis {
  prox(v: number): number;
  value(v: number): number;
  envelope(v: number): number;
}

/**
 * A penalty on ℝᵈ along its first coordinate axis: v stands for (v, 0, …, 0), and the prox for its own first
 * coordinate. For a separable penalty that is the scalar penalty itself.
 */
export function alongAxis(penalty: Penalty, t: number, dimension: number): AlongAxis {
  const at = (v: number): Float64Array => {
    const vector = new Float64Array(dimension);
    vector[0] = v;
    return vector;
  };
  return {
    prox: (v) => penalty.prox(at(v), t)[0],
    value: (v) => penalty.value(at(v)),
    envelope: (v) => moreauEnvelope(penalty, at(v), t),
  };
}
