import { Option } from "@commander-js/extra-typings";
import { CRITERION_NAMES, MEASURE_NAMES, RULES } from "../linear/options.ts";
import { count, positive, several, share, threads } from "./numbers.ts";
import { oneOf } from "./one-of.ts";

// What the commands on linear models have in common.

export const weights = new Option(
  "--weights <column>",
  "the column of what each sample counts, which is no input",
);
export const categorical = new Option(
  "--categorical <columns>",
  "columns of names, separated by commas: each of their levels becomes a feature of 0 and 1",
);
export const dropMissing = new Option(
  "--drop-missing",
  "leave out rows that miss a value, instead of refusing the file",
);
export const group = new Option(
  "--group <columns>",
  'keep or drop columns together: a,b;c,d; or "auto": the levels of a category, and names that differ after their last _ or . only',
);
export const featureWeights = new Option(
  "--feature-weights <list>",
  "what the penalty counts for a column, as age=0,bmi=2; 0 leaves it free, 1 is the default",
);
export const delta = new Option(
  "--delta <number>",
  "where Huber's loss becomes straight, in units of the target; default: 1.345 robust deviations",
).argParser(positive);
export const lambdaRatio = new Option(
  "--lambda-ratio <number>",
  "the last λ of the path over the first, which makes all weights 0; default: 1e-3, or 1e-2 for fewer samples than features",
).argParser(share);
export const lambdas = new Option(
  "--lambdas <n>",
  "how many λ the path has; default: 100",
).argParser(several);
export const cv = new Option("--cv [folds]", "cross-validate; default: 10 folds")
  .preset("10")
  .argParser(several);
export const repeats = new Option(
  "--repeats <n>",
  "how often, with other folds; default: 1",
).argParser(count);
export const rule = oneOf(
  "--rule <name>",
  "min: the best λ (default); 1se: the largest within one standard error of it",
  RULES,
);
export const measure = oneOf(
  "--measure <name>",
  "what the folds are judged by; default: mse for squared and huber, else deviance",
  MEASURE_NAMES,
);
export const criterion = oneOf(
  "--criterion <name>",
  "choose λ by an information criterion",
  CRITERION_NAMES,
);
export const subsetRule = oneOf(
  "--rule <name>",
  "min: the best size (default); 1se: the smallest within one standard error of it",
  RULES,
);
export const subsetCriterion = oneOf(
  "--criterion <name>",
  "choose the size by this information criterion; default: ebic",
  CRITERION_NAMES,
);
export const workers = new Option(
  "--workers <n>",
  "threads for the folds; 0 for none but the main one; default: the cores",
).argParser(threads);
