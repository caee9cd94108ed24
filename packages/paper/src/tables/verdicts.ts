import { short } from "../figures/words.ts";
import { type Quantity, quantities } from "../published/quantity.ts";
import { agrees, zScore } from "../rules/agrees.ts";
import { lossOfAngle } from "../rules/loss-of-angle.ts";
import { printedCriticalPoint } from "../rules/printed-critical-point.ts";
import type { TableRule } from "../rules/rules.ts";
import type { Verdict } from "../section.ts";
import type { Table, TableColumn } from "./table.ts";
import { tableNames } from "./table-names.ts";

type Finding = Pick<Verdict, "outcome" | "words"> & { readonly rule: TableRule };

/** A verdict on each number of a published table but those of its last row, row by row. */
export function numberVerdicts(table: Table): Verdict[] {
  const rows: readonly [Quantity, (table: Table, column: TableColumn) => Finding][] = [
    ["angleW", ofCriticalPoint],
    ["lossW", ofLossW],
    ["angleU", (_, column) => ofRuns(column, "angleU")],
    ["lossU", (_, column) => ofRuns(column, "lossU")],
    ["lossUnitU", (_, column) => ofRuns(column, "lossUnitU")],
  ];
  return rows.flatMap(([quantity, judge]) =>
    table.columns
      .filter(({ cells }) => cells[quantity].published !== null)
      .map((column) => ({
        about: `${tableNames[table.settings.penalty]}, ${quantities[quantity]}, d = ${column.d}`,
        published: column.cells[quantity].published,
        ours: column.cells[quantity].mean,
        ...judge(table, column),
      })),
  );
}

function ofCriticalPoint(table: Table, column: TableColumn): Finding {
  const { critical, factor } = printedCriticalPoint(table.settings.penalty, column.d);
  return {
    outcome: critical ? "agrees" : "differs",
    words: critical
      ? "a critical point: eq. (17) holds to the printed digits"
      : `not a critical point: eq. (17) is off by a factor of ${short(factor, 2)}`,
    rule: "critical-point",
  };
}

function ofLossW(table: Table, column: TableColumn): Finding {
  const { angleW, lossW } = column.cells;
  const { agrees: same } = lossOfAngle(
    angleW.published ?? 0,
    lossW.published ?? 0,
    table.settings.patches,
  );
  const found = ofCriticalPoint(table, column);
  return {
    ...found,
    words: `${same ? "f of the angle above" : "not f of the angle above"}; ${found.words}`,
  };
}

function ofRuns(column: TableColumn, quantity: Quantity): Finding {
  const { published: printed, mean, sd } = column.cells[quantity];
  const z = zScore(printed ?? 0, mean, sd);
  const side = z !== null && z < 0 ? "below" : "above";
  const { length } = column.runs;
  return {
    outcome: agrees(printed ?? 0, mean, sd) ? "agrees" : "differs",
    words:
      z === null
        ? `no spread over ${length} runs to compare with`
        : `${Math.abs(z).toFixed(2)} standard deviations ${side} the mean of ${length} runs`,
    rule: "agrees",
  };
}
