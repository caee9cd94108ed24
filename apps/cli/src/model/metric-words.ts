import { short } from "../output/format.ts";
import type { Metrics } from "./metrics.ts";

/** How well a model fits, in a line. */
export function metricWords(metrics: Metrics): string {
  if ("accuracy" in metrics)
    return `accuracy ${short(metrics.accuracy)}, log loss ${short(metrics.logLoss)}`;
  if ("deviance" in metrics) return `mean deviance ${short(metrics.deviance)}`;
  const r2 = metrics.r2 === null ? "undefined: the target is constant" : short(metrics.r2);
  return `mean squared error ${short(metrics.mse)}, R² ${r2}`;
}
