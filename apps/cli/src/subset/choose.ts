import type { CriterionName, MeasureName, SubsetValidation } from "@proxkit/regression";
import { leastOf } from "../linear/choose.ts";
import type { Rule } from "../linear/options.ts";
import type { SubsetOptions } from "./options.ts";
import type { Found } from "./search.ts";

/** Why this size, as plain JSON. */
export type SubsetChoice =
  | { readonly by: "size" }
  | {
      readonly by: "cv";
      readonly measure: MeasureName;
      readonly folds: number;
      readonly repeats: number;
      readonly seed: number;
      readonly rule: Rule;
      readonly of: number;
      readonly mean: number;
      readonly standardError: number;
      readonly best: { readonly size: number; readonly mean: number };
    }
  | {
      readonly by: "criterion";
      readonly criterion: CriterionName;
      readonly value: number;
      readonly of: number;
    };

/** The index of the size that is chosen, and why: the one that is there, or by cross-validation, else by a criterion. */
export function chooseSubset(
  { path, criteria }: Found,
  validation: SubsetValidation | undefined,
  { cv = 10, repeats = 1, seed, rule = "min", criterion, sizes }: SubsetOptions,
): { readonly index: number; readonly choice: SubsetChoice } {
  const of = path.length;
  if (validation) {
    const { mean, standardError, best, oneStandardError, measure } = validation;
    const index = rule === "min" ? best : oneStandardError;
    const choice: SubsetChoice = {
      ...{ by: "cv", measure, folds: cv, repeats, seed, rule, of },
      mean: mean[index],
      standardError: standardError[index],
      best: { size: path[best].size, mean: mean[best] },
    };
    return { index, choice };
  }
  if (sizes?.length === 1 && criterion === undefined) return { index: 0, choice: { by: "size" } };
  const by = criterion ?? "ebic";
  const index = leastOf(criteria, by);
  const value = criteria[index][by];
  return { index, choice: { by: "criterion", criterion: by, value, of } };
}
