import { moreauEnvelope, type Penalty, type SeparablePenalty } from "@proxkit/penalty";
import { type Curve, sampleCurve } from "./sample-curve.ts";

/** Where a penalty is looked at. */
export interface SampleRequest {
  /** The step t > 0 of prox and envelope. */
  readonly t: number;
  /** Curves go from −reach to reach. */
  readonly reach: number;
  /** Where the three functions are read off. */
  readonly at: number;
  /** How many intervals a curve has. */
  readonly intervals: number;
}

/** A penalty, drawn: plain data. */
export interface SampledPenalty {
  readonly prox: Curve;
  readonly value: Curve;
  readonly envelope: Curve;
  /** The functions at the x that was asked for. */
  readonly reading: { readonly prox: number; readonly value: number; readonly envelope: number };
  /** The largest |v| that the prox sends to 0; null where that is not known. */
  readonly threshold: number | null;
  readonly convex: boolean;
  /** ρ: 0 for convex ones, Infinity where none will do. */
  readonly weakConvexity: number;
}

/**
 * Samples prox(·, t), P and its Moreau envelope.
 *
 * A penalty that is not separable is drawn along the first of two axes: x stands for (x, 0).
 */
export function samplePenalty(penalty: Penalty, request: SampleRequest): SampledPenalty {
  const { t, reach, at, intervals } = request;
  const vector = (x: number) =>
    penalty.traits.separable ? Float64Array.of(x) : Float64Array.of(x, 0);
  const functions = {
    prox: (x: number) => penalty.prox(vector(x), t)[0],
    value: (x: number) => penalty.value(vector(x)),
    envelope: (x: number) => moreauEnvelope(penalty, vector(x), t),
  };
  const threshold = (penalty as Partial<SeparablePenalty>).scalar?.threshold(t) ?? null;
  const marks = [0, ...(threshold === null ? [] : [-threshold, threshold])];
  const curve = (f: (x: number) => number) =>
    sampleCurve(f, { from: -reach, to: reach, intervals, marks });
  return {
    prox: curve(functions.prox),
    value: curve(functions.value),
    envelope: curve(functions.envelope),
    reading: {
      prox: functions.prox(at),
      value: functions.value(at),
      envelope: functions.envelope(at),
    },
    threshold,
    convex: penalty.traits.convex,
    weakConvexity: penalty.traits.weakConvexity,
  };
}
