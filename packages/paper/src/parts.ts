import { beyondPart } from "./beyond/index.ts";
import { errataPart } from "./errata/errata-part.ts";
import { figureParts } from "./figures/index.ts";
import { lemmasPart } from "./lemmas/index.ts";
import type { Part, ReproduceSettings } from "./part.ts";
import type { Section } from "./section.ts";
import { tablePart } from "./tables/table-part.ts";
import { theoremParts } from "./theorems/index.ts";

/**
 * All parts of the paper, in the order of a report: the tables, the figures, the theorems, the lemmas,
 * what is beyond the paper, and the errata.
 *
 * @example
 * ```ts
 * import { parts } from "@proxkit/paper";
 *
 * console.log(parts.map(({ name }) => name).slice(0, 4).join(" ")); // table1 table2 table3 figure2
 * ```
 */
export const parts: readonly Part[] = [
  tablePart("l0"),
  tablePart("tl1"),
  tablePart("l1"),
  ...figureParts,
  ...theoremParts,
  lemmasPart,
  beyondPart,
  errataPart,
];

/**
 * The part of that name, if there is one.
 *
 * @param name as `parts` has it
 * @example
 * ```ts
 * import { partNamed } from "@proxkit/paper";
 *
 * console.log(partNamed("table1")?.title); // Table 1: the l0 penalty
 * ```
 */
export function partNamed(name: string): Part | undefined {
  return parts.find((part) => part.name === name);
}

/**
 * Runs all tasks of a part, one after the other, and gives its section.
 *
 * @param settings how many seeds the averages are over
 * @example
 * ```ts
 * import { partNamed, runPart } from "@proxkit/paper";
 *
 * const part = partNamed("figure5");
 * if (part) console.log(runPart(part, { seeds: 10 }).title.startsWith("Figure 5")); // true
 * ```
 */
export function runPart<Task, Result>(
  part: Part<Task, Result>,
  settings: ReproduceSettings,
): Section {
  const results = part.tasks(settings).map((task) => part.run(task));
  return part.section(results, settings);
}
