import { angle } from "@proxkit/core";

/** How near a sparse vector is to the truth. */
export interface Comparison {
  /** θ(u, w*) in radians; null where u is 0 or not finite. */
  readonly angle: number | null;
  /** How many nonzeros are planted. */
  readonly planted: number;
  /** How many are found. */
  readonly found: number;
  /** How many are both. */
  readonly hits: number;
  /** hits/found, the share of the found that is planted; null where nothing is found. */
  readonly precision: number | null;
  /** hits/planted, the share of the planted that is found. */
  readonly recall: number;
}

/** @param truth w*, not 0, of the length of `weights` */
export function compareToTruth(weights: Float64Array, truth: Float64Array): Comparison {
  const count = (holds: (i: number) => boolean) => truth.filter((_, i) => holds(i)).length;
  const planted = count((i) => truth[i] !== 0);
  const found = count((i) => weights[i] !== 0);
  const hits = count((i) => truth[i] !== 0 && weights[i] !== 0);
  const theta = found === 0 ? Number.NaN : angle(weights, truth);
  return {
    angle: Number.isFinite(theta) ? theta : null,
    planted,
    found,
    hits,
    precision: found === 0 ? null : hits / found,
    recall: hits / planted,
  };
}
