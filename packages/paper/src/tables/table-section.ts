import { largest } from "../figures/statistics.ts";
import { outOf, short } from "../figures/words.ts";
import { placesOfZeros } from "../rules/zeros-rows.ts";
import { say } from "../say.ts";
import type { Block } from "../section.ts";
import { choiceBlocks } from "./choice-blocks.ts";
import { consistencyVerdicts } from "./consistency-verdicts.ts";
import type { Table } from "./table.ts";
import { tableNames } from "./table-names.ts";
import { valueBlock } from "./value-block.ts";
import { verdictInWords } from "./verdict-in-words.ts";
import { numberVerdicts } from "./verdicts.ts";
import { zerosBlock, zerosVerdicts } from "./zeros-verdicts.ts";

/** What the report shows of a published table: verdict in words, numbers, verdicts, choices, notes. */
export function tableSection(table: Table, others: readonly Table[]): Block[] {
  const { penalty } = table.settings;
  const rows = placesOfZeros();
  const verdicts = [...numberVerdicts(table), ...zerosVerdicts(table, rows)];
  const consistency = consistencyVerdicts(penalty, table);
  return [
    say(verdictInWords(penalty, verdicts, consistency)),
    valueBlock(table, verdicts),
    {
      kind: "verdicts",
      caption: `${tableNames[penalty]}: each printed number beside the mean of our runs`,
      verdicts,
    },
    {
      kind: "verdicts",
      caption: `${tableNames[penalty]}: the printed losses beside f of the printed angles`,
      verdicts: consistency,
    },
    zerosBlock(table, rows),
    ...choiceBlocks(others),
    say(notes(table)),
  ];
}

function notes({ settings, columns }: Table): string {
  const runs = columns.flatMap((column) => column.runs);
  const converged = runs.filter((run) => run.converged).length;
  const nothing = runs.filter((run) => run.angleU === null).length;
  return [
    `**Notes.** w* and the start are uniform on the unit sphere, seeds 1 to ${settings.seeds}; η = ${settings.stepSize}; RVSM stops`,
    `when ‖w⁺ − w‖/η is ${settings.tolerance} of ‖∇f(w⁰)‖ or less. ${outOf(converged, runs.length)} runs converged, after`,
    `${largest(runs.map((run) => run.iterations))} iterations at most, and the sides of eq. (17) are then no more than`,
    `${short(largest(runs.map((run) => run.gap17)), 2)} apart. ū is 0, without an angle, in ${nothing} of them. Theory is to first`,
    "order in β: w̄ a uniformly random unit vector, ū = prox(w̄, λ/β), θ(w̄, w*) from eq. (17).",
  ].join(" ");
}
