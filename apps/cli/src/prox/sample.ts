import type { Penalty } from "@proxkit/penalty";
import type { PenaltySamples } from "@proxkit/plots";
import { isSeparable } from "../penalty/is-separable.ts";
import { alongAxis } from "./along-axis.ts";
import { findJumps } from "./find-jumps.ts";
import { grid, refine } from "./grid.ts";

/** Where to sample a penalty. */
export interface SampleOptions {
  readonly t: number;
  readonly from: number;
  readonly to: number;
  readonly points: number;
  /** The length of the vectors (v, 0, …, 0). */
  readonly dimension: number;
}

/** A penalty's functions on a grid. */
export interface Sampled {
  readonly options: SampleOptions;
  /** Rows of v, prox, value, envelope on the grid. */
  readonly rows: Float64Array;
  /** The grid with 0 and the threshold added, for a picture. */
  readonly samples: PenaltySamples;
  readonly threshold: number | undefined;
  /** What the penalty threw first, if it did: its numbers are then NaN. */
  readonly failure: Failure | undefined;
}

export interface Failure {
  readonly v: number;
  readonly error: unknown;
}

const FEW_ULPS = 16 * Number.EPSILON;

/** Samples prox, value and Moreau envelope along the first axis, and finds where they jump. */
export function samplePenalty(penalty: Penalty, options: SampleOptions): Sampled {
  const { t, from, to, points, dimension } = options;
  const along = alongAxis(penalty, t, dimension);
  let failure: Failure | undefined;
  const tried = (f: (v: number) => number) => (v: number) => {
    try {
      return f(v);
    } catch (error) {
      failure ??= { v, error };
      return Number.NaN;
    }
  };
  const prox = tried(along.prox);
  const value = tried(along.value);
  const envelope = tried(along.envelope);
  const threshold = thresholdOf(penalty, t);
  const marks = threshold === undefined ? [] : [-threshold, threshold];

  const base = grid(from, to, points);
  const rows = new Float64Array(4 * points);
  base.forEach((v, i) => {
    rows.set([v, prox(v), value(v), envelope(v)], 4 * i);
  });
  const v = refine(base, [0, ...marks]);
  const rounding = FEW_ULPS * Math.max(Math.abs(from), Math.abs(to)); // v − t keeps that of v
  const samples = {
    v,
    prox: v.map(prox),
    value: v.map(value),
    envelope: v.map(envelope),
    threshold,
    jumps: {
      prox: findJumps(prox, v, { marks, rounding }),
      value: findJumps(value, v),
      envelope: findJumps(envelope, v, { marks }),
    },
  };
  return { options, rows, samples, threshold, failure };
}

function thresholdOf(penalty: Penalty, t: number): number | undefined {
  try {
    return isSeparable(penalty) ? penalty.scalar.threshold(t) : undefined;
  } catch {
    return undefined; // a law's business
  }
}
