import type { PaperPenalty } from "../published/published.ts";
import { type LimitRun, runColumn } from "../tables/run-column.ts";
import { type TableOptions, tableSettings } from "../tables/table-options.ts";

export const PENALTIES: readonly PaperPenalty[] = ["l1", "tl1", "l0"];

/** The runs of Tables 1-3: per penalty a list of runs for each column, the same seeds throughout. */
export type PaperRuns = Readonly<Record<PaperPenalty, readonly (readonly LimitRun[])[]>>;

/** All runs of one table. */
export function runsOf(options: TableOptions): LimitRun[][] {
  const settings = tableSettings(options);
  return settings.d.map((d) => runColumn(settings, d, { first: 1, last: settings.seeds }));
}

/** All runs of the three tables. */
export function paperRuns(
  seeds: number,
  options: Omit<TableOptions, "penalty" | "seeds"> = {},
): PaperRuns {
  const [l1, tl1, l0] = PENALTIES.map((penalty) => runsOf({ ...options, penalty, seeds }));
  return { l1, tl1, l0 };
}
