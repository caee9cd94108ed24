import type { Figure } from "@proxkit/paper";
import { asText } from "./as-text.ts";
import { blockToMarkdown, checksTable, ruleTitle, verdictsTable } from "./blocks.ts";
import type { Report } from "./report.ts";
import { anchor } from "./slug.ts";
import { checksOf, rulesOf, type Tally, tallyOf, verdictsOf } from "./summary.ts";
import { table } from "./table.ts";

export const TITLE = "Dinh & Xin (2018), computed";

/**
 * A report as Markdown: what it is, contents, summary, the sections, the rules.
 *
 * @param pictureOf what stands in the place of a figure
 */
export function toMarkdown(report: Report, pictureOf: (figure: Figure) => string): string {
  const { sections } = report;
  const rules = rulesOf(report);
  const titles = ["Summary", ...sections.map(({ title }) => title)];
  if (rules.length > 0) titles.push(RULES);
  const parts = [
    `# ${TITLE}`,
    introduction(report),
    titles.map((title) => `- [${asText(title)}](#${anchor(title)})`).join("\n"),
    "## Summary",
    ...summary(report),
    ...sections.flatMap(({ title, blocks }) => [
      `## ${asText(title)}`,
      ...blocks.map((block) => blockToMarkdown(block, pictureOf)),
    ]),
  ];
  if (rules.length > 0)
    parts.push(`## ${RULES}`, "Each verdict above names the rule that gave it.");
  for (const [name, { says, test }] of rules)
    parts.push(`### ${asText(ruleTitle(name))}`, asText(says), `Held by the test \`${test}\``);
  return `${parts.join("\n\n")}\n`;
}

const RULES = "The rules behind the verdicts";

function introduction({ command, seeds, proxkit, paper }: Report): string {
  return [
    "Every table, figure, theorem and lemma of *Convergence of a Relaxed Variable Splitting Method for Learning",
    "Sparse Neural Networks via ℓ1, ℓ0, and transformed-ℓ1 Penalties*",
    "([arXiv 1812.05719](https://arxiv.org/abs/1812.05719)) that is asked for below, run again: what the paper printed,",
    "what we compute in its place, and a verdict by a stated rule.",
    "\n\n",
    `Made by \`${command}\` of proxkit ${proxkit}, with @proxkit/paper ${paper}; averages are over`,
    `${seeds === 1 ? "seed 1" : `the seeds 1 to ${seeds}`}. The same command gives the same bytes.`,
    "Numbers are rounded to four significant digits here; `report.json` has them whole.",
  ]
    .join(" ")
    .replace(/ \n\n /, "\n\n");
}

function summary({ sections }: Report): string[] {
  const total = tallyOf(sections);
  const rows = sections.map((section) => [
    `[${asText(section.title)}](#${anchor(section.title)})`,
    ...counts(tallyOf([section])),
  ]);
  const parts = [
    table(
      ["part", "✓ agrees", "✗ differs", "✓ holds", "✗ fails", "· not applicable"],
      [...rows, ["all", ...counts(total)]],
      [false, true, true, true, true, true],
    ),
    "Published numbers and claims agree or differ; checks hold, fail, or do not apply.",
  ];
  const differing = verdictsOf(sections).filter(({ outcome }) => outcome === "differs");
  if (differing.length > 0) parts.push("### What differs", verdictsTable(differing));
  const failing = checksOf(sections).filter(({ verdict }) => verdict === "fails");
  if (failing.length > 0) parts.push("### Checks that fail", checksTable(failing));
  return parts;
}

function counts({ agrees, differs, holds, fails, notApplicable }: Tally): string[] {
  return [agrees, differs, holds, fails, notApplicable].map((n) => (n === 0 ? "" : String(n)));
}
