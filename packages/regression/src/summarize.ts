import { isBetterWhenLarger, type MeasureName } from "./measures.ts";
import type { FoldResult } from "./run-fold.ts";

export interface Summary {
  /** The mean over the folds for each λ or size, weighted by what they count, averaged over repeats. */
  readonly mean: Float64Array;
  /** Of the mean, √(weighted variance over the folds/(folds − 1)), averaged over repeats. */
  readonly standardError: Float64Array;
  /** The index of the λ with the best mean, the largest of equals; of sizes the smallest. */
  readonly best: number;
  /** The index of the largest λ, or the smallest size, whose mean is within one standard error of the best. */
  readonly oneStandardError: number;
}

/**
 * What the folds say together of each λ.
 *
 * @param results of folds, those of weight 0 say nothing
 * @param count how many λ or sizes there are
 */
export function summarize(
  results: readonly FoldResult[],
  repeats: number,
  count: number,
  measure: MeasureName,
): Summary {
  const mean = new Float64Array(count);
  const standardError = new Float64Array(count);
  for (let repeat = 0; repeat < repeats; repeat++) {
    const folds = results.filter((result) => result.repeat === repeat && result.weight > 0);
    const total = folds.reduce((sum, { weight }) => sum + weight, 0);
    for (let k = 0; k < count; k++) {
      const over = (of: (error: number) => number) =>
        folds.reduce((sum, { errors, weight }) => sum + weight * of(errors[k]), 0) / total;
      const average = over((error) => error);
      const variance = over((error) => (error - average) ** 2);
      mean[k] += average / repeats;
      standardError[k] += Math.sqrt(variance / (folds.length - 1)) / repeats;
    }
  }
  const sign = isBetterWhenLarger(measure) ? -1 : 1;
  let best = 0;
  for (let k = 1; k < count; k++)
    if (!(sign * mean[k] >= sign * mean[best]) && !Number.isNaN(mean[k])) best = k;
  const limit = sign * mean[best] + standardError[best];
  const within = mean.findIndex((value) => sign * value <= limit);
  return { mean, standardError, best, oneStandardError: within < 0 ? best : within };
}
