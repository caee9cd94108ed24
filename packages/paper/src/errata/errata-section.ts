import { say } from "../say.ts";
import type { Block } from "../section.ts";
import { orderingVerdicts } from "./claims.ts";
import type { Erratum, ErratumKind } from "./erratum.ts";
import type { PaperRuns } from "./paper-runs.ts";

const KINDS: Readonly<Record<ErratumKind, string>> = {
  wrong: "not borne out by the mathematics or the computation",
  contradiction: "contradicted elsewhere in the paper",
  misprint: "slips that a reader can undo",
};

/** What the report, and the page of the docs, show of the errata. */
export function errataBlocks(list: readonly Erratum[], runs: PaperRuns): Block[] {
  const counts = Object.entries(KINDS).map(
    ([kind, meaning]) => `${list.filter((erratum) => erratum.kind === kind).length} ${meaning}`,
  );
  return [
    say(
      `**${list.length} places:** ${counts.join(", ")}. The numbers are computed with the report.`,
    ),
    {
      kind: "table",
      caption: "Errata",
      head: ["where", "kind", "should be"],
      rows: list.map(({ where, kind, shouldBe }) => [where, kind, shouldBe]),
    },
    {
      kind: "verdicts",
      caption: "Which penalty has the smallest value, in words and in tables",
      verdicts: orderingVerdicts(runs),
    },
    ...list.map(({ where, kind, printed, shouldBe, evidence }) =>
      say(
        `**${where}** (${kind})`,
        `Printed: ${printed}`,
        `Should be: ${shouldBe}`,
        `Evidence: ${evidence}`,
      ),
    ),
  ];
}
