import { measureOf } from "@proxkit/regression";
import type { LOSSES } from "../fit/options.ts";

/** How well outputs fit the target: by error for numbers and counts, by hits for classes. */
export type Metrics =
  | { readonly mse: number; readonly rmse: number; readonly r2: number | null }
  | { readonly deviance: number; readonly mse: number; readonly d2: number | null }
  | { readonly accuracy: number; readonly logLoss: number };

/**
 * Means over the samples.
 *
 * @param y of logistic 1 for the class whose probability is given, 0 or −1 for the other; of multinomial indices
 * @param outputs length m; of multinomial mK
 * @param weights what each sample counts; default: all the same
 */
export function measure(
  loss: (typeof LOSSES)[number],
  y: Float64Array,
  outputs: Float64Array,
  weights: Float64Array = new Float64Array(y.length).fill(1),
): Metrics {
  if (loss === "network" || loss === "squared" || loss === "huber")
    return regression(y, outputs, weights);
  const of = (name: "accuracy" | "deviance" | "mse", mean = outputs) =>
    measureOf(name, { lossName: loss, y, mean, weights });
  if (loss !== "poisson") return { accuracy: of("accuracy"), logLoss: of("deviance") / 2 };
  const flat = new Float64Array(y.length).fill(average(y, weights));
  const [deviance, nothing] = [of("deviance"), of("deviance", flat)];
  return { deviance, mse: of("mse"), d2: nothing > 0 ? 1 - deviance / nothing : null };
}

function regression(y: Float64Array, outputs: Float64Array, weights: Float64Array): Metrics {
  const mean = average(y, weights);
  let [errors, spread, total] = [0, 0, 0];
  for (let i = 0; i < y.length; i++) {
    errors += weights[i] * (y[i] - outputs[i]) ** 2;
    spread += weights[i] * (y[i] - mean) ** 2;
    total += weights[i];
  }
  const mse = errors / total;
  return { mse, rmse: Math.sqrt(mse), r2: spread > 0 ? 1 - errors / spread : null };
}

function average(y: Float64Array, weights: Float64Array): number {
  let [sum, total] = [0, 0];
  for (let i = 0; i < y.length; i++) {
    sum += weights[i] * y[i];
    total += weights[i];
  }
  return sum / total;
}
