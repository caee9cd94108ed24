import type { Part } from "../part.ts";
import type { PaperPenalty } from "../published/published.ts";
import type { LimitRun } from "../tables/run-column.ts";
import { errataOf } from "./errata.ts";
import { errataBlocks } from "./errata-section.ts";
import { PENALTIES, runsOf } from "./paper-runs.ts";

/** The runs of one table. */
export interface ErrataTask {
  readonly penalty: PaperPenalty;
  readonly seeds: number;
}

/** The errata, with their evidence. */
export const errataPart: Part<ErrataTask, LimitRun[][]> = {
  name: "errata",
  title: "Errata of the paper",
  tasks: ({ seeds }) => PENALTIES.map((penalty) => ({ penalty, seeds })),
  run: ({ penalty, seeds }) => runsOf({ penalty, seeds }),
  section(results) {
    const [l1, tl1, l0] = results;
    const runs = { l1, tl1, l0 };
    const { name, title } = errataPart;
    return { name, title, blocks: errataBlocks(errataOf(runs), runs) };
  },
};
