import { UsageError } from "../usage-error.ts";
import { column } from "./columns.ts";
import { shortList } from "./short-list.ts";
import type { Table } from "./table.ts";

/**
 * A category column as indices of the levels that a model was learned with, instead of those of the table.
 *
 * @throws UsageError if it has a level that is not among them
 */
export function codesOf(table: Table, name: string, levels: readonly string[]): Float64Array {
  const own = table.categories.get(name) ?? [];
  const codes = own.map((level) => levels.indexOf(level));
  const stranger = codes.indexOf(-1);
  if (stranger >= 0)
    throw new UsageError(
      `${table.source}: column ${name} holds ${JSON.stringify(own[stranger])}, which the model does not know; it knows ${shortList(levels)}`,
    );
  return column(table, name).map((code) => codes[code]);
}
