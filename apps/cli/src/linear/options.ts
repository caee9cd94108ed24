import type { CriterionName, LossName, MeasureName } from "@proxkit/regression";

/** The losses of linear models. */
export const LINEAR_LOSSES = [
  "squared",
  "logistic",
  "huber",
  "poisson",
  "multinomial",
] as const satisfies readonly LossName[];

/** Those whose best subsets are searched for. */
export const SUBSET_LOSSES = [
  "squared",
  "logistic",
  "huber",
  "poisson",
] as const satisfies readonly LossName[];

export const CRITERION_NAMES = ["aic", "bic", "ebic"] as const satisfies readonly CriterionName[];

export const MEASURE_NAMES = [
  "deviance",
  "mse",
  "mae",
  "accuracy",
  "auc",
] as const satisfies readonly MeasureName[];

/** Which λ cross-validation takes: the best, or the largest that is within one standard error of it. */
export const RULES = ["min", "1se"] as const;
export type Rule = (typeof RULES)[number];

/** How columns of a table become a problem. */
export interface DataOptions {
  readonly target: string;
  /** Columns to leave out, with commas between them. */
  readonly exclude?: string | undefined;
  /** The column of what each sample counts. */
  readonly weights?: string | undefined;
  /** Columns of names instead of numbers, with commas between them. */
  readonly categorical?: string | undefined;
  readonly dropMissing?: boolean | undefined;
}

/** What is learned on a table. */
export interface ProblemOptions extends DataOptions {
  readonly loss: LossName;
  /** Of Huber's loss. */
  readonly delta?: number | undefined;
  readonly intercept: boolean;
  readonly standardize: boolean;
}

/** And what a penalty makes of it. */
export interface ModelOptions extends ProblemOptions {
  /** "auto", or columns as a,b;c,d. */
  readonly group?: string | undefined;
  /** What the penalty counts for each column, as age=0,bmi=2. */
  readonly featureWeights?: string | undefined;
}

/** For which λ, and how exactly. */
export interface CourseOptions {
  readonly lambda?: number | undefined;
  /** The least λ over the one that makes all weights 0. */
  readonly lambdaRatio?: number | undefined;
  /** How many λ. */
  readonly lambdas?: number | undefined;
  readonly tolerance?: number | undefined;
  readonly maxIterations?: number | undefined;
}

/** How one of the λ is chosen. */
export interface ChoiceOptions {
  /** How many folds; none without it. */
  readonly cv?: number | undefined;
  readonly repeats?: number | undefined;
  readonly seed: number;
  readonly rule?: Rule | undefined;
  readonly measure?: MeasureName | undefined;
  readonly criterion?: CriterionName | undefined;
  /** Threads beside this one. */
  readonly workers?: number | undefined;
}
