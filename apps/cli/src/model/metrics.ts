import type { LossName } from "../fit/options.ts";

/** How well outputs fit the target: by error for a regression, by hits for a classification. */
export type Metrics =
  | { readonly mse: number; readonly rmse: number; readonly r2: number | null }
  | { readonly accuracy: number; readonly logLoss: number };

export function measure(loss: LossName, y: Float64Array, outputs: Float64Array): Metrics {
  return loss === "logistic" ? classification(y, outputs) : regression(y, outputs);
}

function regression(y: Float64Array, outputs: Float64Array): Metrics {
  const m = y.length;
  const mean = y.reduce((sum, value) => sum + value, 0) / m;
  let errors = 0;
  let spread = 0;
  for (let j = 0; j < m; j++) {
    errors += (y[j] - outputs[j]) ** 2;
    spread += (y[j] - mean) ** 2;
  }
  const mse = errors / m;
  return { mse, rmse: Math.sqrt(mse), r2: spread > 0 ? 1 - errors / spread : null };
}

/** Labels are 1 for the class whose probability is given, 0 or −1 for the other. */
function classification(y: Float64Array, probabilities: Float64Array): Metrics {
  let hits = 0;
  let logLoss = 0;
  for (let j = 0; j < y.length; j++) {
    const p = probabilities[j];
    const positive = y[j] === 1;
    if (p > 0.5 === positive) hits++;
    logLoss -= Math.log(Math.max(positive ? p : 1 - p, Number.MIN_VALUE));
  }
  return { accuracy: hits / y.length, logLoss: logLoss / y.length };
}
