import { codesOf } from "../data/codes-of.ts";
import { column } from "../data/columns.ts";
import { decimal } from "../data/decimal.ts";
import { shortList } from "../data/short-list.ts";
import type { ColumnKind, Table } from "../data/table.ts";
import { UsageError } from "../usage-error.ts";
import type { Model } from "./model-file.ts";

/** What a model's target is read as: classes that are numbers may be written in other ways, as 1 and 1.0. */
export function targetKind({ classes }: Pick<Model, "classes">): ColumnKind {
  return classes === null || classes.every(isNumber) ? "number" : "category";
}

/** The target of a table, as indices of a model's classes where it has names of some. */
export function targetCodes(table: Table, model: Model): Float64Array {
  const { target, classes, loss } = model;
  if (classes && targetKind(model) === "category") return codesOf(table, target, classes);
  const y = column(table, target);
  const known = classes?.map(Number);
  const codes = known ? y.map((label) => known.indexOf(label)) : y;
  const isStrange = (code: number) => (known ? code < 0 : ![-1, 0, 1].includes(code));
  const stranger = known || loss === "logistic" ? codes.findIndex(isStrange) : -1;
  if (stranger < 0) return codes;
  const expected = classes
    ? `classes that the model knows, ${shortList(classes)}`
    : "the labels 0 and 1, or -1 and 1";
  throw new UsageError(
    `${table.source}: column ${target} must hold ${expected}; it holds ${y[stranger]}`,
  );
}

function isNumber(text: string): boolean {
  return !Number.isNaN(decimal(text));
}
