import { type Seeds, seedRanges } from "../figures/seeds.ts";
import type { Part } from "../part.ts";
import { paperNames } from "../penalties.ts";
import type { PaperPenalty } from "../published/published.ts";
import { CHOICE_SEEDS, choices } from "./choices.ts";
import { type LimitRun, runColumn } from "./run-column.ts";
import { limitsOf, tableOf } from "./table.ts";
import { tableNames } from "./table-names.ts";
import { type TableSettings, tableSettings } from "./table-options.ts";
import { tableSection } from "./table-section.ts";

/** Runs of some columns for some seeds, under one choice. */
export interface TableTask {
  readonly settings: TableSettings;
  readonly columns: readonly number[];
  readonly seeds: Seeds;
}

/** Seeds that one task takes: some 30 ms of work. */
const SEEDS_PER_TASK = 100;

/** Table 1 (l0), 2 (TL1) or 3 (l1). */
export function tablePart(penalty: PaperPenalty): Part<TableTask, LimitRun[][]> {
  const name = tableNames[penalty].toLowerCase().replace(" ", "");
  const title = `${tableNames[penalty]}: the ${paperNames[penalty]} penalty`;

  function tasks(seeds: number): TableTask[] {
    const settings = tableSettings({ penalty, seeds });
    const base = settings.d.flatMap((d) =>
      seedRanges(seeds, SEEDS_PER_TASK).map((range) => ({ settings, columns: [d], seeds: range })),
    );
    const others = choiceSettings(penalty, seeds).map((changed) => ({
      settings: changed,
      columns: changed.d,
      seeds: { first: 1, last: changed.seeds },
    }));
    return [...base, ...others];
  }

  return {
    name,
    title,
    tasks: ({ seeds }) => tasks(seeds),
    run: ({ settings, columns, seeds }) => columns.map((d) => runColumn(settings, d, seeds)),
    section(results, { seeds }) {
      const settings = tableSettings({ penalty, seeds });
      const limits = limitsOf(settings);
      const perColumn = seedRanges(seeds, SEEDS_PER_TASK).length;
      const base = settings.d.map((_, i) =>
        results.slice(i * perColumn, (i + 1) * perColumn).flatMap(([runs]) => runs),
      );
      const others = choiceSettings(penalty, seeds).map((changed, i) =>
        tableOf(changed, results[settings.d.length * perColumn + i], limits),
      );
      return { name, title, blocks: tableSection(tableOf(settings, base, limits), others) };
    },
  };
}

function choiceSettings(penalty: PaperPenalty, seeds: number): TableSettings[] {
  return Object.values(choices).map((choice) =>
    tableSettings({ penalty, ...choice, seeds: Math.min(seeds, CHOICE_SEEDS) }),
  );
}
