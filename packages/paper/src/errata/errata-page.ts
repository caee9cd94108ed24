import { withStars } from "../say.ts";
import type { Verdict } from "../section.ts";
import { orderingVerdicts } from "./claims.ts";
import { type ErrataOptions, errataOf } from "./errata.ts";
import type { Erratum, ErratumKind } from "./erratum.ts";
import { paperRuns } from "./paper-runs.ts";

const HEADINGS: Readonly<Record<ErratumKind, string>> = {
  wrong: "Not borne out",
  contradiction: "Contradictions",
  misprint: "Misprints",
};

/**
 * The errata as a page of Markdown, with evidence that is computed by this call: `docs/errata.md`.
 *
 * @throws ArgumentError as `errata` does
 * @example
 * ```ts
 * import { errataPage } from "@proxkit/paper";
 *
 * console.log(errataPage({ seeds: 10 }).split("\n")[0]); // # Errata of the paper
 * ```
 */
export function errataPage({ seeds = 100 }: ErrataOptions = {}): string {
  const runs = paperRuns(seeds);
  const list = errataOf(runs);
  const kinds = Object.entries(HEADINGS).map(([kind, heading]) => {
    const entries = list.filter((erratum) => erratum.kind === kind).map(entry);
    return `## ${heading}\n\n${entries.join("\n").trimEnd()}`;
  });
  return [
    "# Errata of the paper",
    "Dinh & Xin, *Convergence of a Relaxed Variable Splitting Method for Learning Sparse Neural Networks via ℓ₁, ℓ₀, and " +
      "transformed-ℓ₁ Penalties* (arXiv 1812.05719): where the text contradicts itself, is misprinted, or is not borne out.",
    `All numbers are computed by \`errata({ seeds: ${seeds} })\` of [@proxkit/paper](../packages/paper/README.md), and a test keeps this ` +
      "page equal to what it says.",
    ...kinds,
    `## Which penalty has the smallest value\n\n${ordering(orderingVerdicts(runs))}`,
  ].join("\n\n");
}

function entry({ where, printed, shouldBe, evidence }: Erratum): string {
  return withStars(
    `### ${where}\n\n- Printed: ${printed}\n- Should be: ${shouldBe}\n- Evidence: ${evidence}\n`,
  );
}

function ordering(verdicts: readonly Verdict[]): string {
  const rows = verdicts.map(
    ({ about, published, ours, outcome, words }) =>
      `| ${withStars(about)} | ${published} | ${ours} | ${outcome}: ${words} |`,
  );
  return ["| the paper on | says | ours | |", "| --- | --- | --- | --- |", ...rows, ""].join("\n");
}
