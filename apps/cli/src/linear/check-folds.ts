import { MEASURES } from "@proxkit/regression";
import { UsageError } from "../usage-error.ts";
import type { Dataset } from "./dataset.ts";
import type { ChoiceOptions, ProblemOptions } from "./options.ts";

/** Refuses folds that the rows do not suffice for, and a measure that the loss does not have, in the user's words. */
export function checkFolds(
  { source, y, classes }: Dataset,
  { loss, target }: ProblemOptions,
  { cv, measure }: ChoiceOptions,
): void {
  if (cv === undefined) return;
  const known = MEASURES[loss];
  if (measure !== undefined && !known.includes(measure))
    throw new UsageError(`--measure ${measure}: expected one of ${known.join(", ")} for ${loss}`);
  if (y.length < cv)
    throw new UsageError(`--cv ${cv}: ${source} has only ${y.length} rows, fewer than folds`);
  if (!classes) return;
  const counts = classes.map(() => 0);
  for (const code of y) counts[code]++;
  const rare = counts.findIndex((count) => count < (measure === "auc" ? cv : 2));
  if (rare < 0) return;
  const rows = `${counts[rare]} ${counts[rare] === 1 ? "row" : "rows"}`;
  throw new UsageError(
    measure === "auc"
      ? `--cv ${cv}: class ${classes[rare]} of column ${target} has ${rows}, fewer than folds, and auc needs one in each`
      : `--cv ${cv}: class ${classes[rare]} of column ${target} has ${rows}: none is left to learn from where it is tested`,
  );
}
