import type { Coefficients } from "./linear-problem.ts";

/** How the columns of a problem were changed. */
export interface ScalingOfModel {
  readonly centre: Float64Array;
  readonly scale: Float64Array;
  /** K. */
  readonly outputs: number;
  readonly intercept: boolean;
  /** The intercepts are the last K of w. */
  readonly ones: boolean;
  /** What was subtracted from y. */
  readonly target: number;
  /** What a penalty counts for each feature, if it does so differently. */
  readonly featureWeights?: Float64Array | undefined;
}

/**
 * The way from w on the scaled columns to the units of X:
 *
 *     coefficient = w/scale,   intercept = target + w₀ − Σ coefficient · centre
 *
 * A number that is added to the products of all classes changes no probability: intercepts, and coefficients without a
 * penalty, are those that add up to 0 over the classes.
 */
export function unscaleBy(scaling: ScalingOfModel): (w: Float64Array) => Coefficients {
  const { centre, scale, outputs: K, intercept, ones, target, featureWeights } = scaling;
  const d = scale.length;

  return (w) => {
    const coefficients = w.slice(0, d * K);
    const b = new Float64Array(K).fill(target);
    if (ones) for (let k = 0; k < K; k++) b[k] += w[d * K + k];
    for (let j = 0; j < d; j++) {
      const own = coefficients.subarray(j * K, (j + 1) * K);
      if (featureWeights?.[j] === 0 && K > 1) balance(own);
      for (let k = 0; k < K; k++) {
        own[k] /= scale[j];
        b[k] -= own[k] * centre[j];
      }
    }
    if (intercept && K > 1) balance(b);
    return { intercept: b, coefficients };
  };
}

/** Subtracts the mean. */
function balance(values: Float64Array): void {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  for (let k = 0; k < values.length; k++) values[k] -= mean;
}
