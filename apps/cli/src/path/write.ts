import { stringify } from "csv-stringify/sync";
import type { PathSummary } from "./summary.ts";

/** The path as CSV: a line for each λ, a column for each feature that ever has a weight, or each of its classes. */
export function formatPathCsv({ path, features, classes, lossName }: PathSummary): string {
  const labels = lossName === "multinomial" && classes ? classes.map((label) => `_${label}`) : [""];
  const entered = [
    ...new Set(path.flatMap(({ support }) => support.map(({ index }) => index))),
  ].sort((a, b) => a - b);
  const columns = ["intercept", ...entered.map((index) => features[index])];
  const head = [...FACTS, ...columns.flatMap((name) => labels.map((label) => name + label))];
  const lines = path.map((point) => {
    const weights = new Map(point.support.map(({ index, weights }) => [index, weights]));
    const none = labels.map(() => 0);
    const facts = FACTS.map((name) => point[NAMES[name]]);
    return [...facts, ...point.intercept, ...entered.flatMap((i) => weights.get(i) ?? none)];
  });
  return stringify([head, ...lines]);
}

const NAMES = {
  lambda: "lambda",
  nonzeros: "nonzeros",
  deviance: "deviance",
  objective: "objective",
  mean: "mean",
  standard_error: "standardError",
  aic: "aic",
  bic: "bic",
  ebic: "ebic",
} as const;

const FACTS = Object.keys(NAMES) as (keyof typeof NAMES)[];
