import { publishedColumns } from "../published/published.ts";
import { quantities } from "../published/quantity.ts";
import { MISFIT_LIMIT, type RowPlaces, rowPlaces } from "../rules/row-shift.ts";
import { printedZeros } from "../rules/zeros-rows.ts";
import type { TableBlock, Verdict } from "../section.ts";
import type { Table } from "./table.ts";
import { tableNames } from "./table-names.ts";

/** The place of d = 10 is blank in print. */
const PRINTED_BLANK = 0;

/** A verdict on each place of the last row of a published table. @param all the rows of the three tables */
export function zerosVerdicts(table: Table, all: RowPlaces): Verdict[] {
  const numbers = printedZeros(table.settings.penalty);
  const last = table.columns.length - 1;
  const shifted = all.best.blank === last && all.places[PRINTED_BLANK].misfit > MISFIT_LIMIT;
  const belongs = (i: number) =>
    i < last ? `${numbers[i]} is the number` : "the number is missing";
  return table.columns.map(({ d, cells }, i) => ({
    about: `${tableNames[table.settings.penalty]}, ${quantities.zerosU}, d = ${d}`,
    published: cells.zerosU.published,
    ours: cells.zerosU.mean,
    outcome: shifted ? "differs" : "agrees",
    words: shifted ? `row shifted by one column: ${belongs(i)} for d = ${d}` : "in its place",
    rule: "row-shift",
  }));
}

/** How well the numbers fit with each of the columns taken for the blank one. */
export function zerosBlock(table: Table, all: RowPlaces): TableBlock {
  const cells = table.columns.map((column) => column.cells.zerosU);
  const row: RowPlaces = rowPlaces(printedZeros(table.settings.penalty), cells);
  return {
    kind: "table",
    caption:
      "Where the four numbers of the last row belong: Σ z² with each column taken for the blank one",
    head: ["blank column", "this row, our runs", "the three tables, theory"],
    rows: row.places.map(({ blank, misfit }) => [
      `d = ${publishedColumns[blank]}${blank === PRINTED_BLANK ? " (as printed)" : ""}`,
      misfit,
      all.places[blank].misfit,
    ]),
  };
}
