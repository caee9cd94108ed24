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
 *     auc: the share of pairs of the two classes that the probabilities order rightly, ties half; a pair counts the product
 *     of its weights
 *
 * A probability or rate counts as at least 1e-15 in a deviance. What has no weight at all is NaN, and so is the AUC of one class.
 *
 * @throws ArgumentError if the loss has no such measure, or lengths do not fit
 * @example
 * ```ts
 * import { measureOf } from "@proxkit/regression";
 *
 * const [y, mean, weights] = [[0, 1, 1], [0.2, 0.6, 0.1], [1, 1, 1]].map((x) => Float64Array.from(x));
 * console.log(measureOf("auc", { lossName: "logistic", y, mean, weights })); // 0.5
 * ```
 */
export function measureOf(measure: MeasureName, predicted: Predicted): number {
  const { lossName, y, mean, weights } = predicted;
  if (!MEASURES[lossName].includes(measure))
    refuse("measure", `be one of ${MEASURES[lossName].join(", ")} for ${lossName}`, measure);
  const K = mean.length / y.length;
  if (!(lossName === "multinomial" ? Number.isSafeInteger(K) && K >= 2 : K === 1))
    refuse("mean", `fit the ${y.length} targets`, `${mean.length} numbers`);
  if (weights.length !== y.length) refuse("weights", `have length ${y.length}`, weights.length);
  if (measure === "auc") return areaUnderCurve(y, mean, weights);
  const one = pointwise(measure, lossName);
  let [sum, total] = [0, 0];
  for (let i = 0; i < y.length; i++) {
    if (weights[i] === 0) continue; // whatever it holds
    sum += weights[i] * one(y[i], mean, i * K, K);
    total += weights[i];
  }
  return sum / total;
}

function refuse(argument: string, expected: string, received: unknown): never {
  throw new ArgumentError({ caller: "measureOf", argument, expected, received });
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

/** Σ over the samples of class 1 of what the other class has below, half of what it has at the same p. */
function areaUnderCurve(y: Float64Array, p: Float64Array, weights: Float64Array): number {
  const order = Array.from(p.keys()).sort((a, b) => p[a] - p[b]);
  let [ordered, ones, others] = [0, 0, 0];
  for (let from = 0; from < order.length; ) {
    let [onesHere, othersHere, to] = [0, 0, from];
    for (; to < order.length && p[order[to]] === p[order[from]]; to++) {
      const weight = weights[order[to]];
      if (y[order[to]] > 0) onesHere += weight;
      else othersHere += weight;
    }
    ordered += onesHere * (others + othersHere / 2);
    ones += onesHere;
    others += othersHere;
    from = to;
  }
  return ordered / (ones * others);
}
