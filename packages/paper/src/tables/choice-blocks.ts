import { published } from "../published/published.ts";
import { quantities } from "../published/quantity.ts";
import { agrees } from "../rules/agrees.ts";
import { say } from "../say.ts";
import type { Block, Cell, TableBlock } from "../section.ts";
import { choices } from "./choices.ts";
import type { LimitRun } from "./run-column.ts";
import type { Table } from "./table.ts";

type Shown = "angleW" | "angleU" | "zerosU";

/** How the rows move with the choices that the paper leaves open. @param tables one for each choice, in order */
export function choiceBlocks(tables: readonly Table[]): Block[] {
  return [
    say(inWords(tables)),
    block(tables, "angleW"),
    block(tables, "angleU"),
    block(tables, "zerosU"),
  ];
}

function inWords(tables: readonly Table[]): string {
  const open =
    "**Choices.** The paper does not say where RVSM starts, which η it takes and when it stops. A printed number " +
    "fits a choice if it is within 3 standard deviations of the mean of single runs.";
  const fits = tables.map((table) => fitting(table, "angleW"));
  // a looser stop rule calls an early stop converged
  const [{ settings }] = tables;
  const ended = fits.filter(
    (_, i) =>
      tables[i].settings.tolerance <= settings.tolerance &&
      tables[i].columns.every(({ runs }) => runs.every(hasConverged)),
  );
  const converged = `Where all runs converge, θ(w̄, w*) fits in ${Math.max(...ended)} columns at most, whatever start and η.`;
  const most = Math.max(...fits);
  if (most === 0) return `${open} ${converged} No other choice fits, either.`;
  const best = fits.indexOf(most);
  const spreads = tables[best].columns.map(
    ({ cells: { angleW } }) => (angleW.sd ?? 0) / (angleW.mean ?? 1),
  );
  const [least, largest] = [Math.min(...spreads), Math.max(...spreads)].map((x) =>
    Math.round(100 * x),
  );
  return [
    `${open} ${converged} Early stops fit: "${Object.keys(choices)[best]}" fits θ(w̄, w*) in ${most} columns and`,
    `θ(ū, w*) in ${fitting(tables[best], "angleU")}. So the printed runs may have stopped before they converged. It is weak evidence,`,
    `as such runs scatter by ${least} to ${largest}% of their mean.`,
  ].join(" ");
}

function hasConverged({ converged }: LimitRun): boolean {
  return converged;
}

/** In how many columns the printed number is within the reach of single runs. */
function fitting({ columns }: Table, quantity: Shown): number {
  const fits = columns.filter(({ cells }) => {
    const { published: printed, mean, sd } = cells[quantity];
    return printed !== null && agrees(printed, mean, sd);
  });
  return fits.length;
}

function block(tables: readonly Table[], quantity: Shown): TableBlock {
  const { settings, columns } = tables[0];
  const printed: Cell[] = ["printed", ...published[settings.penalty][quantity], null];
  const rows = tables.map((table, i): Cell[] => [
    Object.keys(choices)[i],
    ...table.columns.map(({ cells }) => cells[quantity].mean),
    fitting(table, quantity),
  ]);
  return {
    kind: "table",
    caption: `${quantities[quantity]}, mean over ${settings.seeds} seeds, one choice changed at a time`,
    head: ["choice", ...columns.map(({ d }) => `d = ${d}`), "columns that fit"],
    rows: [printed, ...rows],
  };
}
