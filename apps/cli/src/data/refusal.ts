import { UsageError } from "../usage-error.ts";
import { describe, isMissing } from "./cells.ts";
import type { ColumnKind } from "./table.ts";

/** A cell that does not hold what its column is asked for. */
export interface BadCell {
  /** Says where it is, as "d.csv:3:2: column b". */
  readonly place: string;
  readonly name: string;
  readonly kind: ColumnKind;
  readonly cell: unknown;
}

/** What is said of a bad cell, in one line. */
export function refusal(bad: BadCell, advice: boolean): UsageError {
  const { place, kind, cell } = bad;
  const expected = kind === "number" ? "a finite number" : "a category";
  const words = `${place} must hold ${expected}, received ${describe(cell)}`;
  return new UsageError(advice ? words + adviceOn(bad) : words);
}

function adviceOn({ name, kind, cell }: BadCell): string {
  if (isMissing(cell)) return "; --drop-missing leaves such rows out";
  const isText = kind === "number" && typeof cell === "string";
  return isText ? `; --categorical ${name} takes text` : "";
}
