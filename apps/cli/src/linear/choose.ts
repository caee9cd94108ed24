import type { Criteria, CriterionName, MeasureName } from "@proxkit/regression";
import { UsageError } from "../usage-error.ts";
import type { ChoiceOptions, Rule } from "./options.ts";
import type { SolvedPath } from "./solve-path.ts";

/** Why this λ, as plain JSON. */
export type Choice =
  | { readonly by: "lambda" }
  | { readonly by: "ratio"; readonly ratio: number }
  | {
      readonly by: "cv";
      readonly measure: MeasureName;
      readonly folds: number;
      readonly repeats: number;
      readonly seed: number;
      readonly rule: Rule;
      /** Of the λ, counted from 0, and of how many. */
      readonly index: number;
      readonly of: number;
      readonly mean: number;
      readonly standardError: number;
      readonly best: Candidate;
      readonly oneStandardError: Candidate;
    }
  | {
      readonly by: "criterion";
      readonly criterion: CriterionName;
      readonly value: number;
      readonly index: number;
      readonly of: number;
    };

export interface Candidate {
  readonly lambda: number;
  readonly mean: number;
  readonly nonzeros: number;
}

/**
 * Refuses two ways to choose, and what belongs to another way.
 *
 * @param what is chosen
 */
export function checkChoice(
  { cv, criterion, rule, measure, repeats }: ChoiceOptions,
  what = "λ",
): void {
  if (cv !== undefined && criterion !== undefined)
    throw new UsageError(`--cv and --criterion both choose ${what}: give one of them`);
  if (cv !== undefined) return;
  const stray = Object.entries({ rule, measure, repeats }).find(([, value]) => value !== undefined);
  if (stray) throw new UsageError(`--${stray[0]} needs --cv`);
}

/** The index of the λ that is chosen, and why: by cross-validation, else by a criterion. */
export function choose(
  { path, criteria, validation }: SolvedPath,
  { cv = 10, repeats = 1, seed, rule = "min", criterion = "bic" }: ChoiceOptions,
): { readonly index: number; readonly choice: Choice } {
  const of = path.length;
  if (validation) {
    const { mean, standardError, best, oneStandardError, measure } = validation;
    const index = rule === "min" ? best : oneStandardError;
    const candidate = (k: number): Candidate => ({
      lambda: path[k].lambda,
      mean: mean[k],
      nonzeros: path[k].support.length,
    });
    const choice: Choice = {
      by: "cv",
      measure,
      folds: cv,
      repeats,
      seed,
      rule,
      index,
      of,
      mean: mean[index],
      standardError: standardError[index],
      best: candidate(best),
      oneStandardError: candidate(oneStandardError),
    };
    return { index, choice };
  }
  const index = leastOf(criteria, criterion);
  const value = criteria[index][criterion];
  return { index, choice: { by: "criterion", criterion, value, index, of } };
}

/** Where a criterion is least, at the largest λ of equals. */
export function leastOf(criteria: readonly Criteria[], name: CriterionName): number {
  return criteria.reduce((best, value, k) => (value[name] < criteria[best][name] ? k : best), 0);
}
