import type { Coefficients, LinearProblem } from "./linear-problem.ts";

/** A solution in the units of X, and which features it has. */
export interface InUnits extends Coefficients {
  /** The features with a coefficient that is not 0, ascending. */
  readonly support: readonly number[];
  /** How many coefficients are not 0. */
  readonly degreesOfFreedom: number;
}

/** @param w on the scaled columns */
export function inUnits({ unscale, outputs, features }: LinearProblem, w: Float64Array): InUnits {
  const { intercept, coefficients } = unscale(w);
  const support: number[] = [];
  let degreesOfFreedom = 0;
  for (let j = 0; j < features; j++) {
    let nonzeros = 0;
    for (let k = 0; k < outputs; k++) if (coefficients[j * outputs + k] !== 0) nonzeros++;
    if (nonzeros > 0) support.push(j);
    degreesOfFreedom += nonzeros;
  }
  return { support, degreesOfFreedom, intercept, coefficients };
}
