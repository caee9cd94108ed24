import { lineUp, number } from "../output/format.ts";

/** How many weights are listed at most. */
const LISTED = 40;

interface Weighed {
  readonly lossName: string;
  readonly classes: readonly string[] | null;
  readonly intercept: readonly (number | null)[];
  readonly support: readonly {
    readonly index: number;
    readonly columns: readonly string[];
    readonly weights: readonly (number | null)[];
  }[];
}

/** The weights of a model, those of each class in a column, with the intercept first where it has one. */
export function weightsTable(model: Weighed, hasIntercept: boolean): string[] {
  const { lossName, classes, intercept, support } = model;
  const isMany = classes !== null && lossName === "multinomial";
  const head = isMany ? [...classes, "index", "columns"] : ["weight", "index", "columns"];
  const rows = support
    .slice(0, LISTED)
    .map(({ index, columns, weights }) => [
      ...weights.map(number),
      String(index),
      columns.join(", "),
    ]);
  if (hasIntercept) rows.unshift([...intercept.map(number), "", "(intercept)"]);
  const right = Array.from({ length: head.length - 1 }, (_, j) => j);
  const table = rows.length > 0 ? [lineUp(rows, head, right)] : [];
  return support.length > LISTED ? [...table, `  … and ${support.length - LISTED} more`] : table;
}
