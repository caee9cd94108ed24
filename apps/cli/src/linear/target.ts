import type { LossName } from "@proxkit/regression";
import { column } from "../data/columns.ts";
import { shortList } from "../data/short-list.ts";
import type { Table } from "../data/table.ts";
import { UsageError } from "../usage-error.ts";

export interface Target {
  /** Numbers, or indices of the classes, length m. */
  readonly y: Float64Array;
  readonly classes: readonly string[] | null;
}

/** The target of a table, if a loss has something to learn of it. */
export function targetOf(
  table: Table,
  { target, loss }: { readonly target: string; readonly loss: LossName },
): Target {
  const y = column(table, target);
  const says = (words: string) => new UsageError(`${table.source}: column ${target} ${words}`);
  const classes = table.categories.get(target);
  if (classes) {
    if (classes.length < 2)
      throw says(`holds one class only, ${classes[0]}: there is nothing to tell apart`);
    if (loss === "logistic" && classes.length > 2)
      throw says(
        `must hold two classes with --loss logistic; it holds ${classes.length}: ${shortList(classes)}; --loss multinomial takes more`,
      );
    return { y, classes };
  }
  if (loss === "poisson") {
    const row = y.findIndex((count) => count < 0);
    if (row >= 0)
      throw says(
        `must hold counts of at least 0 with --loss poisson, received ${y[row]} in data row ${row + 1}`,
      );
  }
  if (y.every((value) => value === y[0]))
    throw says(`holds ${y[0]} in every row: there is nothing to learn`);
  return { y, classes: null };
}
