import { published, publishedColumns } from "../published/published.ts";
import { type Quantity, quantityNames } from "../published/quantity.ts";
import { type LimitPrediction, predictLimit } from "../theory/predict-limit.ts";
import { type LimitRun, runColumn } from "./run-column.ts";
import { type Summary, summary } from "./summary.ts";
import {
  isPublished,
  type TableOptions,
  type TableSettings,
  tableSettings,
} from "./table-options.ts";

/** A place in a table: our runs, what the paper printed there, and what theory says. */
export interface TableCell extends Summary {
  /** null where the paper prints nothing, or has no such table or column. */
  readonly published: number | null;
  /** To first order in β; see `predictLimit`. */
  readonly theory: number | null;
}

export interface TableColumn {
  readonly d: number;
  readonly cells: Readonly<Record<Quantity, TableCell>>;
  readonly theory: LimitPrediction;
  readonly runs: readonly LimitRun[];
}

export interface Table {
  /** What was run, defaults filled in. */
  readonly settings: TableSettings;
  readonly columns: readonly TableColumn[];
}

/**
 * One of Tables 1-3, or one like them: RVSM from random starts for random w*, column by column.
 *
 * @param options the penalty, and whatever is to differ from the paper's parameters; see {@link TableOptions}
 * @returns per column and quantity the mean, standard deviation and range over seeds, beside what the
 * paper printed (where the parameters are the paper's) and what theory says
 * @throws ArgumentError if an option is out of range
 * @example
 * ```ts
 * import { table } from "@proxkit/paper";
 *
 * const [{ cells }] = table({ penalty: "l0", d: [20], seeds: 50 }).columns;
 * const { published, mean, sd, theory } = cells.angleU;
 * console.log([published, mean, sd, theory].map((x) => x?.toFixed(2)).join(" ")); // 0.53 0.46 0.09 0.47
 * ```
 * Source: Dinh & Xin, section 5.3, Tables 1-3.
 */
export function table(options: TableOptions): Table {
  const settings = tableSettings(options);
  const seeds = { first: 1, last: settings.seeds };
  const runs = settings.d.map((d) => runColumn(settings, d, seeds));
  return tableOf(settings, runs, limitsOf(settings));
}

/** What theory says of each column; start, step and stop have no part in it. */
export function limitsOf(settings: TableSettings): LimitPrediction[] {
  return settings.d.map((d) => predictLimit({ ...settings, d }));
}

/** @param runs of each column, seeds in order */
export function tableOf(
  settings: TableSettings,
  runs: readonly (readonly LimitRun[])[],
  limits: readonly LimitPrediction[],
): Table {
  const columns = settings.d.map((d, i) => columnOf(settings, d, runs[i], limits[i]));
  return { settings, columns };
}

function columnOf(
  settings: TableSettings,
  d: number,
  runs: readonly LimitRun[],
  theory: LimitPrediction,
): TableColumn {
  const place = isPublished(settings) ? publishedColumns.indexOf(d) : -1;
  const cells = quantityNames.map((name): [Quantity, TableCell] => [
    name,
    {
      ...summary(runs.map((run) => run[name])),
      published: place < 0 ? null : published[settings.penalty][name][place],
      theory: theory[name],
    },
  ]);
  return { d, cells: Object.fromEntries(cells) as Record<Quantity, TableCell>, theory, runs };
}
