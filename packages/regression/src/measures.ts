import { ArgumentError } from "@proxkit/core";
import type { LossName } from "./family.ts";

/** How well predictions fit; all but accuracy and AUC are better when they are smaller. */
export type MeasureName = "deviance" | "mse" | "mae" | "accuracy" | "auc";

/** Which measures a loss has; the first is its default. */
export const MEASURES: Readonly<Record<LossName, readonly MeasureName[]>> = {
  squared: ["mse", "mae"],
  huber: ["mse", "mae"],
  logistic: ["deviance", "accuracy", "auc"],
  poisson: ["deviance", "mse", "mae"],
  multinomial: ["deviance", "accuracy"],
};

export function isBetterWhenLarger(measure: MeasureName): boolean {
  return measure === "accuracy" || measure === "auc";
}

export interface Predicted {
  readonly lossName: LossName;
  /** The targets, length m. */
  readonly y: Float64Array;
  /** As `predictMean` gives them, length mK. */
  readonly mean: Float64Array;
  /** What each sample counts, length m. */
  readonly weights: Float64Array;
}

/**
 * The measure of predictions, a weighted mean over the samples.
 *
 *     mse Σ s (y − μ)²,  mae Σ s |y − μ|,  accuracy: the share of samples whose most probable class is theirs
 *     deviance: logistic −2 Σ s log P(y), multinomial the same, poisson 2 Σ s (y log(y/μ) − y + μ)
 *     auc: the share of pairs of the two classes that the probabilities order rightly, ties half (unweighted)
 */
export function measureOf(measure: MeasureName, predicted: Predicted): number {
  const { lossName, y, mean, weights } = predicted;
  if (!MEASURES[lossName].includes(measure))
    throw new ArgumentError({
      caller: "measure",
      argument: "measure",
      expected: `be one of ${MEASURES[lossName].join(", ")} for ${lossName}`,
      received: measure,
    });
  if (measure === "auc") return areaUnderCurve(y, mean);
  const K = mean.length / y.length;
  const one = pointwise(measure, lossName);
  let [sum, total] = [0, 0];
  for (let i = 0; i < y.length; i++) {
    sum += weights[i] * one(y[i], mean, i * K, K);
    total += weights[i];
  }
  return sum / total;
}

type One = (y: number, mean: Float64Array, at: number, K: number) => number;

function pointwise(measure: MeasureName, lossName: LossName): One {
  if (measure === "mse") return (y, mean, at) => (y - mean[at]) ** 2;
  if (measure === "mae") return (y, mean, at) => Math.abs(y - mean[at]);
  if (measure === "accuracy")
    return lossName === "logistic"
      ? (y, mean, at) => +(mean[at] > 0.5 === y > 0)
      : (y, mean, at, K) => +(largestOf(mean, at, K) === y);
  if (lossName === "poisson")
    return (y, mean, at) =>
      2 * ((y > 0 ? y * Math.log(y / Math.max(mean[at], TINY)) : 0) - y + mean[at]);
  return (y, mean, at) => {
    const p = lossName === "multinomial" ? mean[at + y] : y > 0 ? mean[at] : 1 - mean[at];
    return -2 * Math.log(Math.max(p, TINY));
  };
}

/** A probability is taken for at least this, so that a sample that was thought impossible does not make all infinite. */
const TINY = 1e-15;

function largestOf(mean: Float64Array, at: number, K: number): number {
  let best = 0;
  for (let k = 1; k < K; k++) if (mean[at + k] > mean[at + best]) best = k;
  return best;
}

/** By ranks, those of equals averaged. */
function areaUnderCurve(y: Float64Array, p: Float64Array): number {
  const order = Array.from(p.keys()).sort((a, b) => p[a] - p[b]);
  let [ranks, positives] = [0, 0];
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && p[order[to]] === p[order[from]]) to++;
    for (let at = from; at < to; at++)
      if (y[order[at]] > 0) {
        ranks += (from + to + 1) / 2;
        positives++;
      }
    from = to;
  }
  const negatives = p.length - positives;
  return (ranks - (positives * (positives + 1)) / 2) / (positives * negatives);
}
